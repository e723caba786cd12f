package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.odata.filter.Malformed;
import io.powermigrate.testkit.fake.internal.odata.filter.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the row that the parentheses behind an entity set name (wire/dataverse.md, section 1.7). */
final class Keys {

    private Keys() {}

    /** The row, if there is one; a key that the table does not have is refused. */
    static Optional<ObjectNode> find(Request request, Rows rows, Segment segment) {
        Optional<String> id = primary(rows.table(), segment);
        if (id.isPresent()) {
            return rows.find(id.get());
        }
        ObjectNode values = values(request, segment);
        check(rows.table(), values);
        return rows.where(row -> matches(row, values)).stream().findFirst();
    }

    static ObjectNode required(Request request, Rows rows, Segment segment) {
        return find(request, rows, segment).orElseThrow(() -> primary(rows.table(), segment)
                .map(id -> Refused.noRow(rows.table().logicalName(), id))
                .orElseGet(() -> Refused.noRowByKey(rows.table().logicalName(), segment.key())));
    }

    /** The primary id, bare or as {@code accountid=…}. */
    static Optional<String> primary(Table table, Segment segment) {
        String prefix = table.primaryId() + "=";
        return segment.key().startsWith(prefix)
                ? new Segment("", segment.key().substring(prefix.length()), true).id()
                : segment.id();
    }

    /** The values of an alternate key, as a row has them. */
    static ObjectNode values(Request request, Segment segment) {
        ObjectNode values = Json.object();
        for (String part : Segment.split(segment.key(), ',')) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw Malformed.query("Bad Request - Error in query syntax: '" + segment.key() + "' is no key.");
            }
            values.set(
                    part.substring(0, equals).trim(),
                    Parameters.value(request, part.substring(equals + 1).trim()));
        }
        return values;
    }

    private static void check(Table table, ObjectNode values) {
        Set<String> asked = new TreeSet<>();
        values.fieldNames().forEachRemaining(name -> asked.add(Columns.column(name)));
        boolean known =
                table.keys().values().stream().anyMatch(key -> columns(key).equals(asked));
        if (!known) {
            throw Malformed.query("The specified key properties " + asked + " do not form a key of the entity "
                    + table.logicalName() + ".");
        }
    }

    private static Set<String> columns(ObjectNode key) {
        Set<String> columns = new TreeSet<>();
        key.path("KeyAttributes").forEach(each -> columns.add(each.asText()));
        return columns;
    }

    private static boolean matches(ObjectNode row, ObjectNode values) {
        return values.properties().stream()
                .allMatch(each -> Values.compares("eq", row.path(each.getKey()), each.getValue()));
    }

    /** Refuses a row that has the values of an alternate key of another row. */
    static void checkUnique(Rows rows, String id, JsonNode row) {
        for (ObjectNode key : rows.table().keys().values()) {
            List<String> members = new ArrayList<>();
            columns(key)
                    .forEach(name -> members.add(
                            rows.table().column(name).map(Columns::member).orElse(name)));
            boolean whole = members.stream()
                    .noneMatch(each -> row.path(each).isNull() || row.path(each).isMissingNode());
            boolean taken = whole
                    && rows.all().stream()
                            .filter(each -> !each.path(rows.table().primaryId())
                                    .asText()
                                    .equals(id))
                            .anyMatch(each -> members.stream()
                                    .allMatch(member -> Values.compares("eq", each.path(member), row.path(member))));
            if (taken) {
                throw Refused.duplicateKey(key.path("LogicalName").asText());
            }
        }
    }
}
