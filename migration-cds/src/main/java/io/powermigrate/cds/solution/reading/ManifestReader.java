package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.facts.Manifest;
import io.powermigrate.cds.solution.facts.MissingDependency;
import io.powermigrate.cds.solution.facts.Publisher;
import io.powermigrate.cds.solution.facts.RootComponent;
import io.powermigrate.cds.solution.facts.ServerFacts;
import io.powermigrate.cds.solution.input.XmlCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code solution.xml} (wire/dataverse.md, section 6.2). */
final class ManifestReader {

    private final Map<String, String> texts = new HashMap<>();
    private final List<String> parts = new ArrayList<>();
    private final List<RootComponent> rootComponents = new ArrayList<>();
    private final List<MissingDependency> missing = new ArrayList<>();
    private Map<String, String> titles = Map.of();
    private Publisher publisher = new Publisher("", null, null);
    private ServerFacts server = new ServerFacts(null, null, null, null, Map.of());

    /** Takes the root element. */
    void root(XmlCursor xml, String name) {
        Map<String, String> attributes = new LinkedHashMap<>();
        xml.attributes(attributes::put);
        server = new ServerFacts(
                attributes.remove("version"),
                attributes.remove("SolutionPackageVersion"),
                attributes.remove("languagecode"),
                attributes.remove("generatedBy"),
                attributes);
        xml.children(child -> {
            if (child.equals("SolutionManifest")) {
                xml.children(part -> part(xml, part));
            }
        });
    }

    private void part(XmlCursor xml, String part) {
        parts.add(part);
        switch (part) {
            case "UniqueName", "Version", "Managed" ->
                texts.put(part, xml.text().trim());
            case "LocalizedNames" -> titles = LabelReader.read(xml);
            case "Publisher" -> publisher(xml);
            case "ParentSolution" ->
                texts.put(
                        part,
                        Fields.read(xml, "UniqueName").text("UniqueName", "").trim());
            case "RootComponents" -> xml.children(component -> rootComponents.add(rootComponent(xml)));
            case "MissingDependencies" -> xml.children(dependency -> missing.add(MissingDependencyReader.read(xml)));
            default -> {}
        }
    }

    private void publisher(XmlCursor xml) {
        Fields fields = Fields.read(xml, "UniqueName", "CustomizationPrefix", "CustomizationOptionValuePrefix");
        publisher = new Publisher(
                fields.text("UniqueName", ""),
                fields.text("CustomizationPrefix"),
                fields.text("CustomizationOptionValuePrefix"));
    }

    private static RootComponent rootComponent(XmlCursor xml) {
        return new RootComponent(
                xml.attribute("type").orElse(""),
                xml.attribute("behavior").orElse(null),
                xml.attribute("schemaName").orElse(null),
                xml.attribute("id").map(Fields::id).orElse(null),
                xml.attribute("parentId").map(Fields::id).orElse(null));
    }

    /** Whether the manifest names a solution. */
    boolean namesSolution() {
        return !texts.getOrDefault("UniqueName", "").isEmpty();
    }

    Manifest manifest() {
        String managed = texts.getOrDefault("Managed", "");
        String parent = texts.getOrDefault("ParentSolution", "");
        return new Manifest(
                texts.getOrDefault("UniqueName", ""),
                texts.getOrDefault("Version", ""),
                managed.equals("1") || managed.equalsIgnoreCase("true"),
                managed,
                parent.isEmpty() ? null : parent,
                titles,
                publisher,
                rootComponents,
                missing,
                parts);
    }

    ServerFacts server() {
        return server;
    }
}
