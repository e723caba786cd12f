package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.facts.CarriedComponents;
import io.powermigrate.cds.solution.facts.PackageFile;
import io.powermigrate.cds.solution.input.XmlCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Counts and names what travels and is not taken apart: sections that are not known, and folders. */
final class CarriedReader {

    /** Folders whose files a section names. */
    private static final Set<String> OF_SECTIONS = Set.of(
            "workflows",
            "canvasapps",
            "connector",
            "webresources",
            "formulas",
            "environmentvariabledefinitions",
            "pluginassemblies",
            "controls");

    private static final Set<String> AT_ROOT =
            Set.of("solution.xml", "customizations.xml", "[content_types].xml", "environment_variable_values.json");

    private static final Set<String> NAMES = Set.of(
            "name", "uniquename", "sitemapuniquename", "schemaname", "fullname", "msdyn_name", "formid", "displayname");

    private final Map<String, List<String>> names = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /** A section whose children are components. */
    void section(XmlCursor xml, String section) {
        xml.children(component -> {
            Optional<String> name = NAMES.stream()
                    .flatMap(attribute -> attribute(xml, attribute))
                    .findFirst()
                    .or(() -> nameBelow(xml));
            counts.merge(section, 1, Integer::sum);
            name.ifPresent(names.computeIfAbsent(section, none -> new ArrayList<>())::add);
        });
    }

    private static Stream<String> attribute(XmlCursor xml, String name) {
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return Stream.of(name, capital, name.equals("uniquename") ? "UniqueName" : "SchemaName")
                .flatMap(spelled -> xml.attribute(spelled).stream());
    }

    private static Optional<String> nameBelow(XmlCursor xml) {
        List<String> found = new ArrayList<>();
        xml.children(child -> {
            if (found.isEmpty() && NAMES.contains(child.toLowerCase(Locale.ROOT))) {
                xml.value().ifPresent(found::add);
            }
        });
        return found.stream().findFirst();
    }

    /** Components that are counted elsewhere. */
    void counted(String type, int count) {
        if (count > 0) {
            counts.merge(type, count, Integer::sum);
        }
    }

    /** What the folders of the package hold that no section names. */
    void folders(List<PackageFile> files) {
        Map<String, Set<String>> folders = new LinkedHashMap<>();
        files.forEach(file -> {
            String[] path = file.path().split("/");
            if (path.length == 1 && !AT_ROOT.contains(file.folded())) {
                folders.computeIfAbsent("files without a folder", none -> new LinkedHashSet<>())
                        .add(path[0]);
            } else if (path.length > 1 && !OF_SECTIONS.contains(path[0].toLowerCase(Locale.ROOT))) {
                folders.computeIfAbsent(path[0], none -> new LinkedHashSet<>()).add(path[1]);
            }
        });
        folders.forEach((folder, members) -> {
            counts.merge(folder, members.size(), Integer::sum);
            names.computeIfAbsent(folder, none -> new ArrayList<>()).addAll(members);
        });
    }

    List<CarriedComponents> all() {
        return counts.entrySet().stream()
                .map(type -> new CarriedComponents(
                        type.getKey(), names.getOrDefault(type.getKey(), List.of()), type.getValue()))
                .toList();
    }
}
