package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.odata.filter.Malformed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a row an answer holds: {@code $select} and {@code $expand}, checked before the first row is read. */
final class Projection {
    private final Organisation organisation;
    private final Table table;
    private final List<String> members;
    private final boolean all;
    private final Map<Navigation, Query> expanded = new LinkedHashMap<>();
    private final boolean annotated;

    private Projection(Organisation organisation, Table table, String select, boolean annotated) {
        this.organisation = organisation;
        this.table = table;
        this.annotated = annotated;
        this.all = select.isBlank() || select.trim().equals("*");
        this.members = all ? Columns.members(table) : selected(select);
    }

    static Projection of(Organisation organisation, Table table, Query.Options options, boolean annotated) {
        Projection projection =
                new Projection(organisation, table, options.text("$select").orElse(""), annotated);
        options.text("$expand").ifPresent(projection::expand);
        return projection;
    }

    private List<String> selected(String select) {
        List<String> selected = new ArrayList<>();
        for (String part : select.split(",")) {
            String name = part.trim();
            boolean lookup = table.column(name).filter(Columns::isLookup).isPresent();
            if (Navigation.of(organisation, table, name).isPresent() && !table.holds(name)) {
                continue;
            }
            if (!table.holds(name) && !lookup) {
                throw Malformed.noProperty(name, table.logicalName());
            }
            selected.add(lookup ? "_" + name + "_value" : name);
        }
        if (!selected.contains(table.primaryId())) {
            selected.add(table.primaryId());
        }
        return selected;
    }

    private void expand(String text) {
        for (String part : Segment.split(text, ',')) {
            String trimmed = part.trim();
            int open = trimmed.indexOf('(');
            String name = open < 0 ? trimmed : trimmed.substring(0, open);
            String inner = open < 0 ? "" : trimmed.substring(open + 1, trimmed.length() - 1);
            Navigation navigation = Navigation.of(organisation, table, name)
                    .orElseThrow(() -> Malformed.noProperty(name, table.logicalName()));
            Query.Options options = Query.Options.inner(inner);
            expanded.put(navigation, Query.of(organisation, navigation.target(), options, annotated));
        }
    }

    /** What stands behind the set in the context, e.g. {@code (name,accountid)}; empty for a full read. */
    String context() {
        List<String> parts = new ArrayList<>(all ? List.of() : members.subList(0, members.size()));
        expanded.forEach((navigation, query) ->
                parts.add(navigation.name() + query.projection().inner()));
        return parts.isEmpty() ? "" : "(" + String.join(",", parts) + ")";
    }

    private String inner() {
        return all ? "()" : context();
    }

    ObjectNode json(JsonNode row) {
        ObjectNode json = Json.object().put("@odata.etag", Etag.of(row));
        for (String member : members) {
            JsonNode value = row.path(member);
            if (annotated) {
                Annotations.into(json, organisation, table, member, value);
            }
            json.set(member, value.isMissingNode() ? json.nullNode() : value);
        }
        expanded.forEach((navigation, query) -> {
            List<ObjectNode> found = query.filtered(navigation.rows(organisation, table, row));
            if (navigation.single()) {
                json.set(
                        navigation.name(),
                        found.isEmpty() ? json.nullNode() : query.projection().json(found.get(0)));
            } else {
                json.set(
                        navigation.name(),
                        Json.list(query.page(found).stream()
                                .map(query.projection()::json)
                                .toList()));
            }
        });
        return json;
    }
}
