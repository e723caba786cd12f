package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.solutions.model.Manifest;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.model.PartKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Who needs a component, by what the organisation holds (wire/dataverse.md, section 2.9). */
final class Dependents {
    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    private final Organisation organisation;

    Dependents(Organisation organisation) {
        this.organisation = organisation;
    }

    /**
     * A component that needs another one.
     *
     * @param requiredKind name of the type of what it needs
     * @param owners the parts that it goes with: itself, and what it is part of
     */
    record Dependent(
            String requiredKind,
            String requiredName,
            String requiredId,
            String kind,
            String name,
            String id,
            List<Part.Id> owners) {}

    List<Dependent> of(Part part) {
        return switch (part.kind()) {
            case REFERENCE -> flows(part.key());
            case TABLE -> lookups(TableImport.name(part));
            case CHOICE -> columns(part.key());
            default -> List.of();
        };
    }

    /** Of the component that a number and an id name; of kinds that the fake knows no more of, nobody. */
    List<Dependent> of(int type, String id) {
        boolean reference = organisation
                .componentTypes()
                .number("connectionreference")
                .filter(each -> each == type)
                .isPresent();
        if (reference) {
            return organisation
                    .rows("connectionreferences")
                    .find(id)
                    .map(row -> flows(row.path("connectionreferencelogicalname").asText()))
                    .orElse(List.of());
        }
        return switch (type) {
            case 1 ->
                organisation
                        .schema()
                        .ofId(id)
                        .map(table -> lookups(table.logicalName()))
                        .orElse(List.of());
            case 2 -> keys(id);
            case 9 ->
                organisation.schema().choices().stream()
                        .filter(each -> each.path("MetadataId").asText().equalsIgnoreCase(id))
                        .findFirst()
                        .map(each -> columns(each.path("Name").asText()))
                        .orElse(List.of());
            default -> List.of();
        };
    }

    private List<Dependent> flows(String reference) {
        String own = organisation
                .rows("connectionreferences")
                .first("connectionreferencelogicalname", reference)
                .map(each -> each.path("connectionreferenceid").asText())
                .orElse(NONE);
        return organisation.rows("workflows").all().stream()
                .filter(flow -> WorkflowImport.references(flow).stream().anyMatch(reference::equalsIgnoreCase))
                .map(flow -> {
                    String id = flow.path("workflowid").asText();
                    return new Dependent(
                            "connectionreference",
                            reference,
                            own,
                            "Workflow",
                            flow.path("name").asText(),
                            id,
                            List.of(new Part.Id(PartKind.WORKFLOW.section(), id)));
                })
                .toList();
    }

    private List<Dependent> lookups(String table) {
        String own = organisation.schema().table(table).map(Table::metadataId).orElse(NONE);
        List<Dependent> found = new ArrayList<>();
        for (ObjectNode relationship : organisation.schema().relationships()) {
            String from = relationship.path("ReferencingEntity").asText();
            String name = relationship.path("SchemaName").asText();
            if (relationship.path("ReferencedEntity").asText().equals(table) && !from.equals(table)) {
                found.add(new Dependent(
                        "Entity",
                        table,
                        own,
                        "EntityRelationship",
                        name,
                        relationship.path("MetadataId").asText(),
                        List.of(
                                new Part.Id(PartKind.TABLE.section(), from),
                                new Part.Id(PartKind.RELATIONSHIP.section(), Manifest.plain(name)))));
            }
        }
        return found;
    }

    private List<Dependent> columns(String choice) {
        String own = organisation
                .schema()
                .choice(choice)
                .map(each -> each.path("MetadataId").asText())
                .orElse(NONE);
        List<Dependent> found = new ArrayList<>();
        for (Table table : organisation.schema().tables()) {
            table.columns().values().stream()
                    .filter(each ->
                            each.path("GlobalOptionSet").path("Name").asText().equalsIgnoreCase(choice))
                    .forEach(each -> found.add(new Dependent(
                            "OptionSet",
                            choice,
                            own,
                            "Attribute",
                            table.logicalName() + "." + each.path("LogicalName").asText(),
                            each.path("MetadataId").asText(),
                            List.of(new Part.Id(PartKind.TABLE.section(), table.logicalName())))));
        }
        return found;
    }

    /** Keys of a column; where it is removed they go with it. */
    private List<Dependent> keys(String columnId) {
        List<Dependent> found = new ArrayList<>();
        for (Table table : organisation.schema().tables()) {
            column(table, columnId)
                    .map(each -> each.path("LogicalName").asText())
                    .ifPresent(name -> table.keys().values().stream()
                            .filter(key -> names(key, name))
                            .forEach(key -> found.add(new Dependent(
                                    "Attribute",
                                    table.logicalName() + "." + name,
                                    columnId,
                                    "EntityKey",
                                    key.path("SchemaName").asText(),
                                    key.path("MetadataId").asText(),
                                    List.of()))));
        }
        return found;
    }

    private static Optional<ObjectNode> column(Table table, String id) {
        return table.columns().values().stream()
                .filter(each -> each.path("MetadataId").asText().equalsIgnoreCase(id))
                .findFirst();
    }

    private static boolean names(ObjectNode key, String column) {
        return StreamSupport.stream(key.path("KeyAttributes").spliterator(), false)
                .anyMatch(each -> each.asText().equals(column));
    }
}
