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

    private ZipKind(List<String> entries) {
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
     * Refuses what is no app package, or one that the service would not take as it is.
     *
     * @throws MigrationException says what it is and what can be done with it
     */
    static void requireAppPackage(List<String> entries) {
        new ZipKind(entries).refusal().ifPresent(refusal -> {
            throw refusal;
        });
    }

    private Optional<MigrationException> refusal() {
        if (!has(name -> name.startsWith(APPS) && name.length() > APPS.length())) {
            return Optional.of(other());
        }
        return folder.isEmpty() ? backslashes() : Optional.of(deeper());
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

    private MigrationException deeper() {
        return is(
                "an app package whose content lies one folder deeper, in " + folder,
                "Unpack it and zip the files inside of that folder, not the folder itself");
    }

    private Optional<MigrationException> backslashes() {
        return raw.stream()
                .filter(name -> name.indexOf('\\') >= 0)
                .findFirst()
                .map(name -> is(
                        "an app package that was zipped with backslashes in its names, such as " + name
                                + ", which the service does not take",
                        "Unpack it and zip its files again with a program that writes slashes"));
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
