package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A navigation property of a table.
 *
 * @param relationship the metadata of its relationship
 * @param side which end it starts at
 * @param target the table it leads to
 */
record Navigation(String name, ObjectNode relationship, Side side, Table target) {

    enum Side {
        /** From a lookup to the one row. */
        REFERENCING("ReferencingEntity", "ReferencingEntityNavigationPropertyName", "ReferencedEntity"),
        /** From the one row to those that refer to it. */
        REFERENCED("ReferencedEntity", "ReferencedEntityNavigationPropertyName", "ReferencingEntity"),
        FIRST("Entity1LogicalName", "Entity1NavigationPropertyName", "Entity2LogicalName"),
        SECOND("Entity2LogicalName", "Entity2NavigationPropertyName", "Entity1LogicalName");

        private final String from;
        private final String property;
        private final String to;

        Side(String from, String property, String to) {
            this.from = from;
            this.property = property;
            this.to = to;
        }
    }

    boolean single() {
        return side == Side.REFERENCING;
    }

    /** The member of a row that holds the lookup. */
    String member() {
        return "_" + text("ReferencingAttribute") + "_value";
    }

    String text(String member) {
        return relationship.path(member).asText();
    }

    static Optional<Navigation> of(Organisation organisation, Table table, String name) {
        return all(organisation, table).stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    static List<Navigation> all(Organisation organisation, Table table) {
        List<Navigation> found = new ArrayList<>();
        for (ObjectNode each : organisation.schema().relationships()) {
            for (Side side : Side.values()) {
                add(found, organisation, table, end(each, side));
            }
        }
        return found;
    }

    private record End(ObjectNode relationship, String from, String name, String to, Side side) {}

    private static End end(ObjectNode relationship, Side side) {
        Function<String, String> text = member -> relationship.path(member).asText("");
        return new End(relationship, text.apply(side.from), text.apply(side.property), text.apply(side.to), side);
    }

    private static void add(List<Navigation> found, Organisation organisation, Table table, End end) {
        if (end.from().equals(table.logicalName())) {
            organisation
                    .schema()
                    .table(end.to())
                    .ifPresent(target -> found.add(new Navigation(end.name(), end.relationship(), end.side(), target)));
        }
    }

    /** The rows that a row leads to: at most one where it is single. */
    List<ObjectNode> rows(Organisation organisation, Table from, JsonNode row) {
        var targets = organisation.rowsOf(target.logicalName());
        String id = row.path(from.primaryId()).asText();
        return switch (side) {
            case REFERENCING ->
                targets.find(row.path(member()).asText("")).map(List::of).orElse(List.of());
            case REFERENCED -> targets.where(member(), id);
            case FIRST -> found(targets::find, organisation.links().ofFirst(text("SchemaName"), id));
            case SECOND -> found(targets::find, organisation.links().ofSecond(text("SchemaName"), id));
        };
    }

    private static List<ObjectNode> found(Function<String, Optional<ObjectNode>> find, List<String> ids) {
        return ids.stream().map(find).flatMap(Optional::stream).toList();
    }
}
