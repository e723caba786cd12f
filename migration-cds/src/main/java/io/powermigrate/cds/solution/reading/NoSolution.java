package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.facts.PackageFile;
import io.powermigrate.cds.solution.input.Refusals;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says what something is that is no solution package, and what to do with it. */
public final class NoSolution {

    private static final int NAMED = 5;

    /** What has a file of which the path, in lower case, is so: what it is, and what to do. */
    private record Kind(Predicate<String> path, String is, String remedy) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "other/solution.xml"::equals,
                    "it is a solution unpacked to sources ('Other/Solution.xml')",
                    "Pack it with 'pac solution pack', and give the zip"),
            new Kind(
                    path -> path.equals("header.json") || path.equals("properties.json"),
                    "it is the document of a canvas app (.msapp)",
                    "Open it with CanvasDocument, or export the solution that holds the app"),
            new Kind(
                    path -> path.startsWith("microsoft.powerapps/"),
                    "it is the package of an app, not of a solution",
                    "Import it as an app, or export the solution that holds the app"),
            new Kind(
                    path -> path.startsWith("microsoft.flow/"),
                    "it is the package of a flow, not of a solution",
                    "Add the flow to a solution, and export that one"),
            new Kind(
                    path -> path.equals("data_schema.xml") || path.equals("data.xml"),
                    "it holds rows of the Configuration Migration tool, not a solution",
                    "Import it with that tool, and give the package of the solution here"),
            new Kind(
                    path -> path.startsWith("pkgassets/") || path.endsWith("importconfig.xml"),
                    "it is a package of Package Deployer, which holds solution packages",
                    "Unpack it, and give each solution zip of its folder PkgAssets"),
            new Kind(
                    path -> path.startsWith("word/") || path.startsWith("xl/") || path.startsWith("ppt/"),
                    "it is an Office document",
                    "Give the zip that 'Export solution' makes"),
            new Kind(
                    path -> path.endsWith(".zip") && !path.contains("/"),
                    "it is a zip that holds another zip",
                    "Unpack it, and give the zip inside"));

    private NoSolution() {}

    /** Why files are no package: one that is needed at the root is not there. */
    static MigrationException of(Refusals refusals, List<PackageFile> files, String missing) {
        Optional<String> folder = folder(files);
        if (folder.isPresent()) {
            return refusals.refused(
                    "its files are in the folder '" + Shown.name(folder.get()) + "', not at its root",
                    "Zip what is in that folder, without the folder itself");
        }
        if (files.stream().anyMatch(file -> file.folded().matches("solution\\.xml|customizations\\.xml"))) {
            return refusals.refused("it holds no " + missing, "Export the package again");
        }
        return KINDS.stream()
                .filter(kind -> files.stream().map(PackageFile::folded).anyMatch(kind.path()))
                .findFirst()
                .map(kind -> refusals.refused(kind.is(), kind.remedy()))
                .orElseGet(() -> refusals.refused(
                        "it is no solution package: it holds no solution.xml but " + names(files),
                        "Give the zip that 'Export solution' makes"));
    }

    /** The folder of a package that was zipped with its folder. */
    private static Optional<String> folder(List<PackageFile> files) {
        List<String> paths = files.stream().map(PackageFile::folded).toList();
        return files.stream()
                .filter(file -> file.folded().endsWith("/solution.xml"))
                .filter(file -> paths.contains(parent(file) + "customizations.xml"))
                .map(file -> file.path().substring(0, file.path().lastIndexOf('/')))
                .findFirst();
    }

    private static String parent(PackageFile file) {
        return file.folded().substring(0, file.folded().lastIndexOf('/') + 1);
    }

    private static String names(List<PackageFile> files) {
        if (files.isEmpty()) {
            return "nothing";
        }
        String first = files.stream()
                .limit(NAMED)
                .map(file -> "'" + Shown.name(file.path()) + "'")
                .collect(Collectors.joining(", "));
        return files.size() > NAMED ? first + " and " + (files.size() - NAMED) + " others" : first;
    }

    /** Why bytes are no zip, by how they begin; empty where they begin as a zip does, or with nothing. */
    public static Optional<MigrationException> of(Refusals refusals, byte[] start) {
        String decoded = new String(start, StandardCharsets.UTF_8);
        String text = (decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded).trim();
        if (text.startsWith("PK") || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(refusals.refused(beginning(text), "Give the zip that 'Export solution' makes"));
    }

    private static String beginning(String text) {
        if (text.toLowerCase(Locale.ROOT).matches("(?s)<(!doctype html|html).*")) {
            return "it is a web page, perhaps of a sign-in or an error, not a zip";
        }
        if (text.startsWith("<")) {
            return "it is an XML file, not a zip";
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return "it is JSON, perhaps the answer of a service that holds the package in base64, not a zip";
        }
        return text.startsWith("UEsDB") ? "it is a zip in base64, not the zip itself" : "it is no zip";
    }
}
