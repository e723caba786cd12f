package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.solutions.model.PartKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a component requires: a table those that its lookups lead to and its choices, a role the tables of its privileges, a column
 * security profile its columns, a flow its connection references; and what a test has said.
 */
final class Needs {
    private final SolutionState state;
    private final Organisation organisation;
    private final List<ObjectNode> held;

    /** @param held the components of the solution that asks */
    Needs(SolutionState state, List<ObjectNode> held) {
        this.state = state;
        this.organisation = state.organisation();
        this.held = List.copyOf(held);
    }

    /** A component by number of its type and id. */
    record Component(int type, String id) {
        Component {
            id = id.toLowerCase(Locale.ROOT);
        }

        static Component of(ObjectNode row) {
            return new Component(
                    row.path("componenttype").asInt(), row.path("objectid").asText());
        }
    }

    /** That one requires the other. */
    record Need(Component dependent, Component required) {}

    /** By itself, or with the whole table that it is a column of. */
    boolean isHeld(Component component) {
        Optional<String> table = component.type() == 2 ? tableOf(component.id()) : Optional.empty();
        return held.stream()
                .anyMatch(each -> Component.of(each).equals(component)
                        || each.path("rootcomponentbehavior").asInt() == 0
                                && table.filter(each.path("objectid").asText()::equalsIgnoreCase)
                                        .isPresent());
    }

    private Optional<String> tableOf(String columnId) {
        return organisation.schema().tables().stream()
                .filter(table -> table.columns().values().stream()
                        .anyMatch(each -> each.path("MetadataId").asText().equalsIgnoreCase(columnId)))
                .map(Table::metadataId)
                .findFirst();
    }

    Set<Component> of(Component component) {
        Set<Component> required = new LinkedHashSet<>(state.required(component));
        Stream<Component> known =
                switch (component.type()) {
                    case 1 ->
                        organisation.schema().ofId(component.id()).stream().flatMap(this::ofTable);
                    case 20 -> ofRole(component.id());
                    case 70 -> ofProfile(component.id());
                    case 29 ->
                        organisation.rows("workflows").find(component.id()).stream()
                                .flatMap(this::ofFlow);
                    default -> Stream.empty();
                };
        known.filter(each -> !each.equals(component)).forEach(required::add);
        return required;
    }

    private Stream<Component> ofTable(Table table) {
        Stream<Component> lookups = organisation.schema().relationships().stream()
                .filter(each -> each.path("ReferencingEntity").asText().equals(table.logicalName()))
                .flatMap(each -> custom(each.path("ReferencedEntity").asText()));
        Stream<Component> choices = table.columns().values().stream()
                .map(each -> each.path("GlobalOptionSet").path("Name").asText(""))
                .flatMap(name -> organisation.schema().choice(name).stream())
                .filter(each -> each.path("IsCustomOptionSet").asBoolean())
                .map(each -> new Component(
                        PartKind.CHOICE.number(), each.path("MetadataId").asText()));
        return Stream.concat(lookups, choices);
    }

    private Stream<Component> custom(String logicalName) {
        return organisation.schema().table(logicalName).filter(Table::isCustom).stream()
                .map(table -> new Component(PartKind.TABLE.number(), table.metadataId()));
    }

    private Stream<Component> ofRole(String roleId) {
        Set<String> granted = organisation.security().granted(roleId).keySet();
        return organisation.schema().tables().stream()
                .filter(Table::isCustom)
                .filter(table -> organisation.security().privilegesOf(table).stream()
                        .anyMatch(each ->
                                granted.contains(each.path("privilegeid").asText())))
                .map(table -> new Component(PartKind.TABLE.number(), table.metadataId()));
    }

    private Stream<Component> ofProfile(String profileId) {
        return organisation.rows("fieldpermissions").where("_fieldsecurityprofileid_value", profileId).stream()
                .flatMap(each -> organisation
                        .schema()
                        .table(each.path("entityname").asText())
                        .flatMap(table ->
                                table.column(each.path("attributelogicalname").asText()))
                        .stream())
                .map(column -> new Component(2, column.path("MetadataId").asText()));
    }

    private Stream<Component> ofFlow(ObjectNode flow) {
        int type = organisation.componentTypes().number("connectionreference").orElse(-1);
        return WorkflowImport.references(flow).stream()
                .flatMap(name ->
                        organisation
                                .rows("connectionreferences")
                                .first("connectionreferencelogicalname", name)
                                .stream())
                .map(row ->
                        new Component(type, row.path("connectionreferenceid").asText()));
    }
}
