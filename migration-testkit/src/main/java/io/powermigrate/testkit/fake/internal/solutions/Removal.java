package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import io.powermigrate.testkit.fake.internal.solutions.model.Manifest;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.model.PartKind;
import io.powermigrate.testkit.fake.internal.solutions.model.SolutionPackage;
import io.powermigrate.testkit.fake.wire.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Takes out what an upgrade or an uninstallation removes, with its rows, or says what holds it (wire/dataverse.md, section 7). */
final class Removal {
    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    private final SolutionState state;
    private final Organisation organisation;
    private final String uniqueName;

    /** @param uniqueName the solution whose old parts go */
    Removal(SolutionState state, String uniqueName) {
        this.state = state;
        this.organisation = state.organisation();
        this.uniqueName = uniqueName;
    }

    /** Something that holds a component: kinds, names and ids of both. */
    private record Holder(String kind, String name, String id, String byKind, String byName, String byId) {}

    /** Removes what the old one has and the new one lacks, unless another solution brought it too. */
    void remove(Installed old, Installed now) {
        Map<Part.Id, Part> gone = new LinkedHashMap<>(old.arrived().parts());
        gone.keySet().removeAll(now.arrived().parts().keySet());
        Set<String> columns = new TreeSet<>(old.columns());
        columns.removeAll(now.columns());
        state.others(uniqueName)
                .map(Map.Entry::getValue)
                .filter(each -> each != now)
                .forEach(other -> {
                    gone.keySet().removeAll(other.arrived().parts().keySet());
                    columns.removeAll(other.columns());
                });
        refuse(gone);
        gone.values().forEach(this::take);
        columns.forEach(this::column);
    }

    /** Removes everything that only this solution brought. */
    void all(Installed old) {
        remove(old, Installed.of(new SolutionPackage(old.manifest(), List.of(), Map.of(), Map.of())));
    }

    private void refuse(Map<Part.Id, Part> gone) {
        List<Holder> holders = new ArrayList<>();
        gone.values().forEach(part -> {
            if (part.kind() == PartKind.REFERENCE) {
                flows(part, gone, holders);
            } else if (part.kind() == PartKind.TABLE) {
                lookups(part, gone, holders);
            } else if (part.kind() == PartKind.CHOICE) {
                columns(part, gone, holders);
            }
        });
        if (!holders.isEmpty()) {
            throw new ImportFailure(ImportFailure.UPGRADE_FAILED, text(holders));
        }
    }

    private void flows(Part reference, Map<Part.Id, Part> gone, List<Holder> holders) {
        for (ObjectNode flow : organisation.rows("workflows").all()) {
            String id = flow.path("workflowid").asText();
            boolean stays = !gone.containsKey(new Part.Id(PartKind.WORKFLOW.section(), id));
            boolean uses =
                    WorkflowImport.references(flow).stream().anyMatch(each -> each.equalsIgnoreCase(reference.key()));
            if (stays && uses) {
                String own = organisation
                        .rows("connectionreferences")
                        .first("connectionreferencelogicalname", reference.key())
                        .map(each -> each.path("connectionreferenceid").asText())
                        .orElse(NONE);
                holders.add(new Holder(
                        "connectionreference",
                        reference.key(),
                        own,
                        "Workflow",
                        flow.path("name").asText(),
                        id));
            }
        }
    }

    private void lookups(Part table, Map<Part.Id, Part> gone, List<Holder> holders) {
        String name = TableImport.name(table);
        for (ObjectNode relationship : organisation.schema().relationships()) {
            String from = relationship.path("ReferencingEntity").asText();
            boolean stays = !gone.containsKey(new Part.Id(PartKind.TABLE.section(), from));
            boolean same = relationship.path("ReferencedEntity").asText().equals(name);
            boolean goes = gone.containsKey(new Part.Id(
                    PartKind.RELATIONSHIP.section(),
                    Manifest.plain(relationship.path("SchemaName").asText())));
            if (stays && same && !from.equals(name) && !goes) {
                String own = organisation.schema().required(name).metadataId();
                holders.add(new Holder(
                        "Entity",
                        name,
                        own,
                        "EntityRelationship",
                        relationship.path("SchemaName").asText(),
                        relationship.path("MetadataId").asText()));
            }
        }
    }

    private void columns(Part choice, Map<Part.Id, Part> gone, List<Holder> holders) {
        for (Table table : organisation.schema().tables()) {
            boolean stays = !gone.containsKey(new Part.Id(PartKind.TABLE.section(), table.logicalName()));
            table.columns().values().stream()
                    .filter(each -> stays
                            && each.path("GlobalOptionSet")
                                    .path("Name")
                                    .asText()
                                    .equalsIgnoreCase(choice.key())
                            && state.installed(uniqueName)
                                    .filter(now -> !now.columns().contains(component(table, each)))
                                    .isEmpty())
                    .forEach(each -> holders.add(new Holder(
                            "OptionSet",
                            choice.key(),
                            organisation.idOf("choice/" + choice.key()),
                            "Attribute",
                            component(table, each),
                            each.path("MetadataId").asText())));
        }
    }

    private static String component(Table table, ObjectNode column) {
        return table.logicalName() + "." + column.path("LogicalName").asText();
    }

    /** dataverse-facts.md, A6: one long string. */
    private String text(List<Holder> holders) {
        boolean typed = state.dialects().is(Dialect.DEPENDENCY_TYPE_IN_TEXT, "present");
        StringBuilder text = new StringBuilder(
                "Solution dependencies exist, cannot uninstall. DependencyCount : " + holders.size() + " ");
        for (Holder each : holders) {
            text.append(typed ? "DependencyType: Published " : "")
                    .append("RequiredComponentObject details: Type: ")
                    .append(each.kind())
                    .append(", ObjectName: ")
                    .append(each.name())
                    .append(", Id: ")
                    .append(each.id())
                    .append(", ParentObjectName: , ParentId: ")
                    .append(NONE)
                    .append(", DependentComponentObject details: Type: ")
                    .append(each.byKind())
                    .append(", ObjectName: ")
                    .append(each.byName())
                    .append(", Id: ")
                    .append(each.byId())
                    .append(", ParentObjectName: , ParentId: ")
                    .append(NONE)
                    .append(' ');
        }
        return text.toString().trim();
    }

    private void take(Part part) {
        state.parts().remove(part.id());
        switch (part.kind()) {
            case TABLE -> dropTable(TableImport.name(part));
            case RELATIONSHIP -> organisation.schema().dropRelationship(part.key());
            case CHOICE -> organisation.schema().dropChoice(part.key());
            case ROLE -> row("roles", "roleid", part.key());
            case PROFILE -> row("fieldsecurityprofiles", "fieldsecurityprofileid", part.key());
            case WORKFLOW -> row("workflows", "workflowid", part.key());
            case WEB_RESOURCE -> row("webresourceset", "webresourceid", part.key());
            case CONNECTOR -> row("connectors", "connectorid", part.key());
            case CANVAS_APP -> row("canvasapps", "name", part.key());
            case REFERENCE -> row("connectionreferences", "connectionreferencelogicalname", part.key());
            case VARIABLE -> {
                row("environmentvariablevalues", "schemaname", part.key());
                row("environmentvariabledefinitions", "schemaname", part.key());
            }
            case OTHER -> {}
        }
        state.layers().keySet().removeIf(each -> each.endsWith(":" + part.key()));
    }

    /** A table of the system stays: a package only adds to it. */
    private void dropTable(String name) {
        organisation.schema().table(name).filter(Table::isCustom).ifPresent(each -> organisation
                .schema()
                .drop(name));
    }

    private void row(String set, String member, String key) {
        Rows rows = organisation.rows(set);
        rows.where(member, key)
                .forEach(each -> rows.remove(each.path(rows.table().primaryId()).asText()));
    }

    private void column(String component) {
        String table = component.substring(0, component.indexOf('.'));
        String name = component.substring(component.indexOf('.') + 1);
        state.layers().remove(component);
        organisation
                .schema()
                .table(table)
                .flatMap(each -> each.column(name))
                .filter(each -> each.path("IsCustomAttribute").asBoolean())
                .ifPresent(each -> organisation.schema().dropColumn(table, name));
    }
}
