package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.PackageZip;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.model.PartKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Writes a package from what the organisation holds now (wire/dataverse.md, sections 2.4 and 6). */
final class Exporter {
    private static final List<String> SECTIONS = List.of(
            "Entities",
            "Roles",
            "Workflows",
            "FieldSecurityProfiles",
            "Templates",
            "EntityImageConfigs",
            "AttributeImageConfigs",
            "EntityMaps",
            "EntityRelationships",
            "EnvironmentVariables",
            "OrganizationSettings",
            "optionsets",
            "Dashboards",
            "WebResources",
            "InteractionCentricDashboards",
            "CustomControls",
            "SolutionPluginAssemblies",
            "SdkMessageProcessingSteps",
            "AppModuleSiteMaps",
            "AppModules",
            "EntityDataProviders",
            "CanvasApps",
            "Connectors",
            "connectionreferences",
            "AIModels",
            "EntityDataSources");
    private static final Set<String> ALWAYS = Set.of(
            "Entities",
            "Roles",
            "Workflows",
            "FieldSecurityProfiles",
            "Templates",
            "EntityMaps",
            "EntityRelationships",
            "OrganizationSettings",
            "optionsets",
            "CustomControls",
            "EntityDataProviders");
    private static final int TYPES_LAST_FROM = 25081;

    private final SolutionState state;
    private final Organisation organisation;
    private final ObjectNode row;
    private final Optional<Installed> came;

    /** @param row the row of the solution */
    Exporter(SolutionState state, ObjectNode row) {
        this.state = state;
        this.organisation = state.organisation();
        this.row = row;
        this.came = state.installed(row.path("uniquename").asText());
    }

    byte[] write(boolean managed) {
        Map<Part.Id, Part> parts = parts();
        Map<String, byte[]> files = new LinkedHashMap<>();
        parts.values().forEach(part -> files.putAll(part.files()));
        came.ifPresent(each -> files.putAll(each.arrived().rest()));
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("customizations.xml", customizations(parts));
        byte[] types = PackageZip.types(files.keySet());
        if (!typesLast()) {
            entries.put(PackageZip.TYPES, types);
        }
        entries.put("solution.xml", new ManifestWriter(state, row, parts).write(managed));
        entries.putAll(files);
        entries.putIfAbsent(PackageZip.TYPES, types);
        return PackageZip.write(entries);
    }

    private boolean typesLast() {
        String[] version = organisation.settings().version().split("\\.", -1);
        return version.length > 2 && Integer.parseInt(version[2]) >= TYPES_LAST_FROM;
    }

    /** What came with the solution and is still in it, and what was added since. */
    private Map<Part.Id, Part> parts() {
        Map<Part.Id, Part> all = new LinkedHashMap<>();
        PartWriter writer = new PartWriter(state);
        ObjectIds ids = new ObjectIds(organisation);
        Set<String> members = members();
        for (Part part :
                came.map(each -> List.copyOf(each.arrived().parts().values())).orElse(List.of())) {
            if (ids.type(part).filter(this::isRoot).isEmpty() || members.contains(ids.of(part))) {
                writer.now(latest(part)).ifPresent(now -> all.put(now.id(), now));
            }
        }
        PartMaker maker = new PartMaker(organisation);
        for (ObjectNode component : components()) {
            maker.of(
                            component.path("componenttype").asInt(),
                            component.path("objectid").asText())
                    .or(() -> arrived(component, ids))
                    .filter(made -> !all.containsKey(made.id()))
                    .map(made ->
                            Optional.ofNullable(state.parts().get(made.id())).orElse(made))
                    .flatMap(writer::now)
                    .ifPresent(now -> all.put(now.id(), now));
        }
        new TableWriter(state, components()).refresh(all);
        return all;
    }

    /** A component of a kind that the fake knows by its XML only. */
    private Optional<Part> arrived(ObjectNode component, ObjectIds ids) {
        return state.parts().values().stream()
                .filter(part -> ids.type(part)
                        .filter(type -> type == component.path("componenttype").asInt())
                        .isPresent())
                .filter(part ->
                        ids.of(part).equalsIgnoreCase(component.path("objectid").asText()))
                .findFirst();
    }

    /** Relationships belong to their tables and have no row of their own. */
    private boolean isRoot(int type) {
        return type != PartKind.RELATIONSHIP.number();
    }

    private Part latest(Part part) {
        return part.kind() == PartKind.OTHER
                ? part
                : Optional.ofNullable(state.parts().get(part.id())).orElse(part);
    }

    private List<ObjectNode> components() {
        return organisation
                .rows("solutioncomponents")
                .where("_solutionid_value", row.path("solutionid").asText());
    }

    private Set<String> members() {
        Set<String> members = new LinkedHashSet<>();
        components().forEach(each -> members.add(each.path("objectid").asText()));
        return members;
    }

    private byte[] customizations(Map<Part.Id, Part> parts) {
        Element root = Dom.element("ImportExportXml");
        root.setAttribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        List<String> order = new ArrayList<>(SECTIONS);
        parts.values().stream()
                .filter(part -> !isFolder(part) && !order.contains(part.section()))
                .forEach(part -> order.add(part.section()));
        for (String section : order) {
            List<Part> held = parts.values().stream()
                    .filter(part -> part.section().equals(section) && !isFolder(part))
                    .toList();
            if (!held.isEmpty() || ALWAYS.contains(section)) {
                Element list = Dom.add(root, section);
                held.forEach(part -> part.element().ifPresent(each -> Dom.append(list, each)));
            }
        }
        Element languages = Dom.add(root, "Languages");
        languages().forEach(each -> Dom.add(languages, "Language", each));
        return Dom.bytes(root);
    }

    /** A part whose files lie in a folder called like its section stands in no section. */
    private static boolean isFolder(Part part) {
        return !SECTIONS.contains(part.section())
                && part.files().keySet().stream().anyMatch(each -> each.startsWith(part.section() + "/"));
    }

    private List<String> languages() {
        return came.map(each -> each.arrived().languages())
                .filter(each -> !each.isEmpty())
                .orElseGet(() -> organisation.settings().languages().stream()
                        .map(String::valueOf)
                        .toList());
    }
}
