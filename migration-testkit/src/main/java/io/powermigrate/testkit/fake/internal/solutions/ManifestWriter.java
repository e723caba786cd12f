package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.Manifest;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.model.PartKind;
import io.powermigrate.testkit.fake.internal.solutions.model.Sections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** {@code solution.xml} of an export: what the rows say, with the root components and what is missing. */
final class ManifestWriter {
    private final SolutionState state;
    private final Organisation organisation;
    private final ObjectNode row;
    private final Map<Part.Id, Part> parts;
    private final Optional<Manifest> came;

    ManifestWriter(SolutionState state, ObjectNode row, Map<Part.Id, Part> parts) {
        this.state = state;
        this.organisation = state.organisation();
        this.row = row;
        this.parts = parts;
        this.came = state.installed(row.path("uniquename").asText()).map(Installed::manifest);
    }

    byte[] write(boolean managed) {
        Element root = Dom.element("ImportExportXml");
        root.setAttribute("version", organisation.settings().version());
        root.setAttribute("SolutionPackageVersion", "9.2");
        root.setAttribute(
                "languagecode",
                String.valueOf(organisation.settings().languages().get(0)));
        root.setAttribute("generatedBy", "CrmLive");
        root.setAttribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        Element manifest = Dom.add(root, "SolutionManifest");
        Dom.add(manifest, "UniqueName", row.path("uniquename").asText());
        label(
                Dom.add(manifest, "LocalizedNames"),
                "LocalizedName",
                row.path("friendlyname").asText());
        Element descriptions = Dom.add(manifest, "Descriptions");
        if (!row.path("description").asText("").isEmpty()) {
            label(descriptions, "Description", row.path("description").asText());
        }
        Dom.add(manifest, "Version", row.path("version").asText());
        Dom.add(manifest, "Managed", managed ? "1" : "0");
        publisher(manifest);
        roots(Dom.add(manifest, "RootComponents"));
        missing(Dom.add(manifest, "MissingDependencies"));
        return Dom.bytes(root);
    }

    private static void label(Element list, String name, String text) {
        Element label = Dom.add(list, name);
        label.setAttribute("description", text);
        label.setAttribute("languagecode", "1033");
    }

    private void publisher(Element manifest) {
        if (came.isPresent()) {
            Dom.append(manifest, came.get().publisher().xml());
            return;
        }
        made(Dom.add(manifest, "Publisher"));
    }

    private void made(Element xml) {
        ObjectNode publisher = organisation
                .rows("publishers")
                .find(row.path("_publisherid_value").asText())
                .orElseGet(Rows::row);
        Dom.add(xml, "UniqueName", publisher.path("uniquename").asText());
        label(
                Dom.add(xml, "LocalizedNames"),
                "LocalizedName",
                publisher.path("friendlyname").asText());
        Dom.add(xml, "Descriptions");
        Dom.add(xml, "EMailAddress").setAttribute("xsi:nil", "true");
        Dom.add(xml, "SupportingWebsiteUrl").setAttribute("xsi:nil", "true");
        Dom.add(
                xml,
                "CustomizationPrefix",
                publisher.path("customizationprefix").asText());
        Dom.add(
                xml,
                "CustomizationOptionValuePrefix",
                publisher.path("customizationoptionvalueprefix").asText());
        Element addresses = Dom.add(xml, "Addresses");
        for (String number : List.of("1", "2")) {
            Dom.add(Dom.add(addresses, "Address"), "AddressNumber", number);
        }
    }

    /** Those that came and are still in the solution, and those that were added since. */
    private void roots(Element list) {
        ObjectIds ids = new ObjectIds(organisation);
        Set<String> written = new TreeSet<>();
        List<ObjectNode> components = components();
        for (Manifest.Root root : came.map(Manifest::roots).orElse(List.of())) {
            String id = ids.of(root);
            boolean still = components.stream()
                    .anyMatch(each -> each.path("objectid").asText().equalsIgnoreCase(id));
            if (still) {
                Dom.append(list, root.xml());
                written.add(id);
            }
        }
        components.stream()
                .filter(each -> !written.contains(each.path("objectid").asText()))
                .forEach(each -> added(list, each));
    }

    private List<ObjectNode> components() {
        return organisation
                .rows("solutioncomponents")
                .where("_solutionid_value", row.path("solutionid").asText());
    }

    /** References and variables are no root components; columns belong to the roots of their tables. */
    private void added(Element list, ObjectNode component) {
        int type = component.path("componenttype").asInt();
        String id = component.path("objectid").asText();
        if (type >= 10_000 || Set.of(2, 10, 14, 380, 381).contains(type)) {
            return;
        }
        Element root = Dom.add(list, "RootComponent");
        root.setAttribute("type", String.valueOf(type));
        Optional<String> name =
                switch (type) {
                    case 1 -> organisation.schema().ofId(id).map(Table::logicalName);
                    case 9 ->
                        organisation.schema().choices().stream()
                                .filter(each -> each.path("MetadataId").asText().equalsIgnoreCase(id))
                                .findFirst()
                                .map(each -> each.path("Name").asText());
                    case 61 ->
                        organisation.rows("webresourceset").find(id).map(each -> each.path("name")
                                .asText());
                    case 300 ->
                        organisation.rows("canvasapps").find(id).map(each -> each.path("name")
                                .asText());
                    default -> Optional.empty();
                };
        root.setAttribute(name.isPresent() ? "schemaName" : "id", name.orElse("{" + id + "}"));
        root.setAttribute("behavior", component.path("rootcomponentbehavior").asText("0"));
    }

    private void missing(Element list) {
        came.map(Manifest::missing).orElse(List.of()).forEach(each -> Dom.append(list, each));
        for (Part flow : parts.values()) {
            if (flow.kind() == PartKind.WORKFLOW) {
                organisation
                        .rows("workflows")
                        .find(flow.key())
                        .map(WorkflowImport::references)
                        .orElse(List.of())
                        .forEach(name -> reference(list, name, flow));
            }
        }
    }

    /** A reference that a flow uses and the solution does not hold (dataverse-situations.md, S01). */
    private void reference(Element list, String name, Part flow) {
        boolean held = parts.containsKey(new Part.Id(PartKind.REFERENCE.section(), Manifest.plain(name)));
        boolean known = Dom.children(list).stream()
                .map(each -> Dom.child(each, "Required"))
                .flatMap(Optional::stream)
                .anyMatch(each ->
                        each.getAttribute("id.connectionreferencelogicalname").equalsIgnoreCase(name));
        if (held || known) {
            return;
        }
        Element dependency = Dom.add(list, "MissingDependency");
        Element required = Dom.add(dependency, "Required");
        required.setAttribute("type", "connectionreference");
        required.setAttribute("displayName", name);
        required.setAttribute("solution", "Active");
        required.setAttribute("id.connectionreferencelogicalname", name);
        Element dependent = Dom.add(dependency, "Dependent");
        dependent.setAttribute("type", "29");
        dependent.setAttribute("displayName", Sections.name(flow));
        dependent.setAttribute("id", "{" + flow.key() + "}");
    }
}
