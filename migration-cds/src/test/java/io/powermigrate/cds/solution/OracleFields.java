package io.powermigrate.cds.solution;

import static java.util.Map.entry;

import io.powermigrate.cds.solution.facts.DependencyEnd;
import io.powermigrate.cds.solution.facts.Manifest;
import io.powermigrate.cds.solution.facts.MissingDependency;
import io.powermigrate.cds.solution.facts.PackageFile;
import io.powermigrate.cds.solution.facts.RootComponent;
import io.powermigrate.cds.solution.facts.ServerFacts;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.facts.Version;
import io.powermigrate.cds.solution.facts.XmlFileFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How each field of the oracle ({@code facts.json}) follows from our facts. */
final class OracleFields {

    private OracleFields() {}

    static Map<String, Function<SolutionFacts, @Nullable Object>> all() {
        Map<String, Function<SolutionFacts, @Nullable Object>> fields = new TreeMap<>(manifest());
        fields.putAll(OracleSchema.fields());
        fields.putAll(OracleContent.fields());
        fields.putAll(spelling());
        return fields;
    }

    private static Map<String, Function<SolutionFacts, @Nullable Object>> manifest() {
        return Map.ofEntries(
                entry("server", facts -> server(facts.server())),
                entry("uniqueName", facts -> facts.manifest().uniqueName()),
                entry("version", facts -> facts.manifest().version()),
                entry("version4", facts -> Version.of(facts.manifest().version())
                        .toString()),
                entry("managed", facts -> facts.manifest().managedFlag()),
                entry("publisher", facts -> publisher(facts.manifest())),
                entry("localizedNames", facts -> facts.manifest().titles()),
                entry("manifestChildren", facts -> facts.manifest().parts()),
                entry("rootComponents", facts -> rootComponents(facts.manifest().rootComponents())),
                entry("missingDependencies", facts -> missing(facts.manifest().missingDependencies())));
    }

    private static Map<String, Function<SolutionFacts, @Nullable Object>> spelling() {
        return Map.of(
                "solutionXml", facts -> spelling(facts, "solution.xml"),
                "customizationsXml", facts -> spelling(facts, "customizations.xml"),
                "contentTypesXml", facts -> spelling(facts, "[Content_Types].xml"),
                "zip", facts -> zip(facts.files()));
    }

    private static Map<String, @Nullable Object> server(ServerFacts server) {
        Map<String, @Nullable Object> fields = values(
                "version", server.version(),
                "SolutionPackageVersion", server.packageVersion(),
                "languagecode", server.language(),
                "generatedBy", server.generatedBy());
        fields.putAll(server.organization());
        return fields;
    }

    private static Map<String, @Nullable Object> publisher(Manifest manifest) {
        return values(
                "uniqueName", manifest.publisher().uniqueName(),
                "customizationPrefix", manifest.publisher().prefix(),
                "optionValuePrefix", manifest.publisher().optionValuePrefix());
    }

    private static Map<String, @Nullable Object> rootComponents(List<RootComponent> components) {
        return values(
                "count", components.size(),
                "byType", count(components, RootComponent::type),
                "byBehavior", count(components, component -> Objects.requireNonNullElse(component.behavior(), "")),
                "items", components.stream().map(OracleFields::item).sorted().toList());
    }

    private static String item(RootComponent component) {
        return Stream.of(
                        component.type(),
                        component.behavior(),
                        component.schemaName(),
                        component.id(),
                        component.parentId())
                .map(part -> part == null ? "" : part)
                .collect(Collectors.joining("|"));
    }

    private static Map<String, @Nullable Object> missing(List<MissingDependency> missing) {
        Function<Function<MissingDependency, DependencyEnd>, Object> byType =
                end -> count(missing, dependency -> end.apply(dependency).type());
        return values(
                "count", missing.size(),
                "requiredByType", byType.apply(MissingDependency::required),
                "requiredBySolution", count(missing, MissingDependency::provider),
                "dependentByType", byType.apply(MissingDependency::dependent));
    }

    private static Map<String, @Nullable Object> spelling(SolutionFacts facts, String path) {
        XmlFileFacts file = facts.xml().stream()
                .filter(xml -> xml.path().equals(path))
                .findFirst()
                .orElseThrow();
        return values("bom", file.bom(), "declaration", file.declaration(), "crlf", file.crlf(), "bytes", file.bytes());
    }

    private static Map<String, @Nullable Object> zip(List<PackageFile> files) {
        List<String> paths = files.stream().map(PackageFile::path).toList();
        return values(
                "entries", files.size(),
                "order", order(paths),
                "last", paths.get(paths.size() - 1),
                "contentTypesIndex", paths.indexOf("[Content_Types].xml"),
                "hasBackslashNames", false,
                "hasDirectoryEntries", false,
                "topFolders",
                        paths.stream()
                                .filter(path -> path.contains("/"))
                                .map(path -> path.substring(0, path.indexOf('/')))
                                .distinct()
                                .sorted()
                                .toList());
    }

    /** The first three files, and whether there are more. */
    private static List<String> order(List<String> paths) {
        List<String> order = new ArrayList<>(paths.subList(0, Math.min(3, paths.size())));
        if (paths.size() > 3) {
            order.add("...");
        }
        return order;
    }

    static <T> Map<String, @Nullable Object> counted(List<T> items, Function<T, Object> item) {
        return values("count", items.size(), "items", list(items, item));
    }

    static <T, R> List<R> list(List<T> items, Function<T, R> item) {
        return items.stream().map(item).toList();
    }

    static <T> Map<String, Integer> count(Collection<T> items, Function<T, String> key) {
        Map<String, Integer> counts = new TreeMap<>();
        items.forEach(item -> counts.merge(key.apply(item), 1, Integer::sum));
        return counts;
    }

    static Map<String, @Nullable Object> values(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }
}
