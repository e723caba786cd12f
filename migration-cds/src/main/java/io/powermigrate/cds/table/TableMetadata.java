package io.powermigrate.cds.table;

import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.Parameters;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.model.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The metadata of some tables in one request, whatever their number (wire/dataverse.md, section 3.4). */
final class TableMetadata {

    /** The address of a query within a batch may have 64 kB; a name takes about 150 bytes of it. */
    private static final int AT_ONCE = 250;

    private static final List<String> OF_TABLE = List.of(
            "LogicalName",
            "SchemaName",
            "EntitySetName",
            "PrimaryIdAttribute",
            "PrimaryNameAttribute",
            "IsCustomEntity",
            "OwnershipType",
            "Privileges",
            "Attributes",
            "Keys",
            "ManyToOneRelationships",
            "ManyToManyRelationships");

    private TableMetadata() {}

    /** Rows as {@code EntityDefinitions} tells them, with columns, keys and relationships, by logical name. */
    static Map<String, Document> of(Dataverse dataverse, List<String> logicalNames) {
        List<Query> queries = new ArrayList<>();
        for (int from = 0; from < logicalNames.size(); from += AT_ONCE) {
            queries.add(query(logicalNames.subList(from, Math.min(logicalNames.size(), from + AT_ONCE))));
        }
        Map<String, Document> found = new HashMap<>();
        dataverse.batch(queries).forEach(answer -> {
            if (answer.error() != null) {
                throw answer.error();
            }
            answer.json().at("EntityMetadata").items().forEach(table -> table.text("LogicalName")
                    .ifPresent(name -> found.put(name, table)));
        });
        return found;
    }

    private static Query query(List<String> names) {
        Map<String, Object> all = Map.of("AllProperties", true);
        Map<String, Object> query = Map.of(
                "Properties", Map.of("AllProperties", false, "PropertyNames", OF_TABLE),
                "Criteria",
                        Map.of(
                                "FilterOperator",
                                "Or",
                                "Conditions",
                                names.stream().map(TableMetadata::condition).toList()),
                "AttributeQuery", Map.of("Properties", all),
                "KeyQuery", Map.of("Properties", all),
                "RelationshipQuery", Map.of("Properties", all));
        return Query.function("RetrieveMetadataChanges", Parameters.none().andJson("Query", Document.of(query)));
    }

    private static Map<String, Object> condition(String name) {
        return Map.of(
                "PropertyName", "LogicalName",
                "ConditionOperator", "Equals",
                "Value", Map.of("Type", "System.String", "Value", name));
    }
}
