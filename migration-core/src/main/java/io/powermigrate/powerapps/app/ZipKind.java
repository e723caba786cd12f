package io.powermigrate.powerapps.app;

import io.powermigrate.error.MigrationException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a zip is, told by the names of its entries alone: people keep app packages, solutions, packages of flows and bundles of all of
 * them side by side, and only the first can be read as an app. Pure.
 */
final class ZipKind {

    private static final String MANIFEST = "manifest.json";
    private static final String APPS = "microsoft.powerapps/apps/";
    private static final String FLOWS = "microsoft.flow/flows/";
    private static final String DOCUMENT = "_documenturi.msapp";
    private static final int SHOWN = 3;

    private final List<String> raw;
    private final List<String> names;
    private final String folder;

    ZipKind(List<String> entries) {
        this.raw = entries.stream()
                .filter(name -> !name.startsWith("__MACOSX") && !name.endsWith(".DS_Store"))
                .toList();
        List<String> slashed = raw.stream().map(name -> name.replace('\\', '/')).toList();
        this.folder = commonFolder(slashed);
        this.names = slashed.stream()
                .filter(name -> name.startsWith(folder))
                .map(name -> name.substring(folder.length()).toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * Refuses what is no app package.
     *
     * @throws MigrationException says what it is and what can be done with it
     */
    void requireAppPackage() {
        if (!has(name -> name.startsWith(APPS) && name.length() > APPS.length())) {
            throw other();
        }
    }

    /** Whether a person has zipped it again: the folder with the content, or with backslashes in the names. */
    boolean isZippedAgain() {
        return !folder.isEmpty() || raw.stream().anyMatch(name -> name.indexOf('\\') >= 0);
    }

    /** What the service calls an entry; empty for what is no part of the package. */
    Optional<String> asExported(String entry) {
        String name = entry.replace('\\', '/');
        return raw.contains(entry) && name.startsWith(folder) && !name.endsWith("/") && !name.equals(folder)
                ? Optional.of(name.substring(folder.length()))
                : Optional.empty();
    }

    private MigrationException other() {
        if (has("solution.xml"::equals)) {
            return solution();
        }
        if (has(name -> name.startsWith(FLOWS))) {
            return is(
                    "the package of a cloud flow, not of an app",
                    "Import it in the destination by hand (make.powerautomate.com, My flows, Import package), then bind the flow"
                            + " where an app needs it");
        }
        if (has("header.json"::equals) && has("properties.json"::equals)) {
            return is(
                    "the document of an app, not an app package",
                    folder.isEmpty()
                            ? "Give the file a name that ends in .msapp"
                            : "Zip the files inside of its folder " + folder
                                    + " into a file whose name ends in .msapp");
        }
        return has(ZipKind::isPart) ? bundle() : unknown();
    }

    private MigrationException solution() {
        List<String> apps = named(name -> name.endsWith(DOCUMENT));
        String what = "a solution" + (apps.isEmpty() ? " without a canvas app" : " that holds " + shown(apps));
        String whole =
                "Import it in the destination as a solution (make.powerapps.com, Solutions, Import solution), then plan again";
        return is(
                what,
                apps.isEmpty()
                        ? whole
                        : whole
                                + ". To migrate an app alone, put its .msapp out of the folder CanvasApps beside this file");
    }

    private MigrationException bundle() {
        return is(
                "a zip of other packages or documents, not an app package: it holds " + shown(named(ZipKind::isPart)),
                "Unpack it and give the folder with its files");
    }

    private static boolean isPart(String name) {
        return Stream.of(".zip", ".msapp", "/solution.xml", "/" + MANIFEST).anyMatch(name::endsWith);
    }

    private MigrationException unknown() {
        return is(
                raw.isEmpty()
                        ? "a zip without any file"
                        : "a zip without an app, a flow or a solution: it holds " + shown(raw),
                "Take it out of the folder, or put the .msapp or the exported app package in its place");
    }

    private static MigrationException is(String what, String remedy) {
        return new MigrationException("The file was not read as an app because it is " + what, remedy);
    }

    private boolean has(Predicate<String> kind) {
        return names.stream().anyMatch(kind);
    }

    private List<String> named(Predicate<String> kind) {
        return raw.stream()
                .filter(name -> kind.test(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String shown(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() <= SHOWN ? first : first + " and " + (names.size() - SHOWN) + " more";
    }

    /** The folder that all entries lie in, with the file that tells what it is; empty where that lies at the top. */
    private static String commonFolder(List<String> names) {
        return names.stream()
                .flatMap(ZipKind::above)
                .filter(folder -> names.stream().allMatch(name -> name.startsWith(folder) || folder.startsWith(name)))
                .findFirst()
                .orElse("");
    }

    /** Packages of flows have a second manifest, deeper in. */
    private static Stream<String> above(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Stream.of(MANIFEST, "solution.xml", "header.json")
                .filter(mark -> lower.endsWith("/" + mark) && !lower.endsWith(FLOWS + mark))
                .map(mark -> name.substring(0, name.length() - mark.length()));
    }
}
