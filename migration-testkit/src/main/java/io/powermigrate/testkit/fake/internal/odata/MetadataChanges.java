package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.odata.filter.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code RetrieveMetadataChanges(Query=@p1)}: many definitions in one request (wire/dataverse.md, section 3.4). */
final class MetadataChanges {
    private final Request request;
    private final JsonNode query;
    private final MetadataJson json;

    private MetadataChanges(Request request, JsonNode query) {
        this.request = request;
        this.query = query;
        this.json = new MetadataJson(request.organisation());
    }

    static Answer answer(Request request, ObjectNode parameters) {
        if (!(parameters.path("Query") instanceof ObjectNode query)) {
            throw Refused.argument("RetrieveMetadataChanges needs a Query of JSON.");
        }
        return new MetadataChanges(request, query).answered();
    }

    private Answer answered() {
        List<ObjectNode> found = new ArrayList<>();
        for (Table table : request.organisation().schema().tables()) {
            if (fits(table.header(), query.path("Criteria"))) {
                found.add(table(table));
            }
        }
        ObjectNode body = Json.object()
                .put("@odata.context", request.context("Microsoft.Dynamics.CRM.RetrieveMetadataChangesResponse"));
        body.set("EntityMetadata", Json.list(found));
        body.put(
                "ServerVersionStamp",
                request.organisation().version() + "!" + request.organisation().stamp());
        body.putObject("DeletedMetadata")
                .put("Count", 0)
                .put("IsReadOnly", false)
                .putArray("Keys");
        ((ObjectNode) body.path("DeletedMetadata")).putArray("Values");
        return Answer.ok(body);
    }

    private ObjectNode table(Table table) {
        ObjectNode whole = shown(json.table(table), query.path("Properties"));
        part(whole, table, "AttributeQuery", List.of("Attributes"));
        part(whole, table, "KeyQuery", List.of("Keys"));
        part(
                whole,
                table,
                "RelationshipQuery",
                List.of("OneToManyRelationships", "ManyToOneRelationships", "ManyToManyRelationships"));
        return whole.put("HasChanged", true);
    }

    /** A collection stands there only where its query and its property ask for it. */
    private void part(ObjectNode whole, Table table, String queryName, List<String> collections) {
        JsonNode inner = query.path(queryName);
        for (String name : collections) {
            if (inner.isObject() && asked(query.path("Properties"), name)) {
                List<ObjectNode> found = json.collection(table, name).stream()
                        .filter(each -> fits(each, inner.path("Criteria")))
                        .map(each -> shown(each, inner.path("Properties")).put("HasChanged", true))
                        .toList();
                whole.set(name, Json.list(found));
            }
        }
    }

    private static boolean asked(JsonNode properties, String name) {
        return properties.path("AllProperties").asBoolean() || names(properties).contains(name);
    }

    private static Set<String> names(JsonNode properties) {
        Set<String> names = new HashSet<>();
        properties.path("PropertyNames").forEach(each -> names.add(each.asText()));
        return names;
    }

    private static ObjectNode shown(ObjectNode whole, JsonNode properties) {
        if (properties.path("AllProperties").asBoolean()) {
            return whole.deepCopy();
        }
        Set<String> names = names(properties);
        ObjectNode less = Json.object();
        whole.properties().forEach(each -> {
            String name = each.getKey();
            if (names.contains(name)
                    || List.of("@odata.type", "MetadataId", "LogicalName", "SchemaName")
                            .contains(name)) {
                less.set(name, each.getValue());
            }
        });
        return less;
    }

    private static boolean fits(ObjectNode definition, JsonNode criteria) {
        if (!criteria.isObject()) {
            return true;
        }
        List<Boolean> results = new ArrayList<>();
        criteria.path("Conditions").forEach(each -> results.add(holds(definition, each)));
        criteria.path("Filters").forEach(each -> results.add(fits(definition, each)));
        boolean any = criteria.path("FilterOperator").asText("And").equals("Or");
        return results.isEmpty() || (any ? results.contains(true) : !results.contains(false));
    }

    private static boolean holds(ObjectNode definition, JsonNode condition) {
        JsonNode own = definition.path(condition.path("PropertyName").asText());
        JsonNode value = own.has("Value") ? own.path("Value") : own;
        JsonNode wanted = condition.path("Value").path("Value");
        String operator = condition.path("ConditionOperator").asText();
        return switch (operator) {
            case "Equals" -> same(value, wanted.asText());
            case "NotEquals" -> !same(value, wanted.asText());
            case "In" -> in(value, wanted);
            case "NotIn" -> !in(value, wanted);
            default -> throw Refused.argument("The condition operator '" + operator + "' is not supported.");
        };
    }

    private static boolean same(JsonNode value, String wanted) {
        return value.asText().equalsIgnoreCase(wanted);
    }

    private static boolean in(JsonNode value, JsonNode wanted) {
        JsonNode list = wanted.isTextual() ? Values.list(wanted.asText()) : wanted;
        for (JsonNode each : list) {
            if (same(value, each.asText())) {
                return true;
            }
        }
        return false;
    }
}
