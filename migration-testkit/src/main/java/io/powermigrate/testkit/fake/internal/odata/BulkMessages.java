package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.List;

/** Many rows in one request, all or none, and the count of all rows (wire/dataverse.md, sections 1.6, 1.9). */
final class BulkMessages {
    private static final String NAMESPACE = "#?Microsoft\\.Dynamics\\.CRM\\.";

    private BulkMessages() {}

    static List<Message> all() {
        return List.of(
                Message.action("CreateMultiple", FakeEffect.WRITE, BulkMessages::create),
                Message.action("UpdateMultiple", FakeEffect.WRITE, BulkMessages::update),
                Message.action("UpsertMultiple", FakeEffect.WRITE, BulkMessages::upsert),
                Message.function("RetrieveTotalRecordCount", BulkMessages::count));
    }

    private static Answer create(Request request, ObjectNode parameters) {
        ObjectNode body =
                BuiltInMessages.response(request, "CreateMultipleResponse").body();
        ArrayNode ids = body.putArray("Ids");
        for (JsonNode target : parameters.path("Targets")) {
            Rows rows = rows(request, target);
            Rights.check(request, "Create", rows.table());
            ObjectNode row = RowInput.of(request.organisation(), rows.table(), Json.copy(target), false);
            Keys.checkUnique(rows, "", row);
            ids.add(Creation.of(request, rows.table(), row));
        }
        return Answer.ok(body);
    }

    private static Answer update(Request request, ObjectNode parameters) {
        for (JsonNode target : parameters.path("Targets")) {
            Rows rows = rows(request, target);
            String id = target.path(rows.table().primaryId()).asText();
            if (!change(request, rows, target, id)) {
                throw Refused.noRow(rows.table().logicalName(), id);
            }
        }
        return Answer.empty(204);
    }

    private static Answer upsert(Request request, ObjectNode parameters) {
        for (JsonNode target : parameters.path("Targets")) {
            Rows rows = rows(request, target);
            String id = target.path(rows.table().primaryId()).asText();
            if (!change(request, rows, target, id)) {
                Rights.check(request, "Create", rows.table());
                ObjectNode row = RowInput.of(request.organisation(), rows.table(), Json.copy(target), false);
                Keys.checkUnique(rows, id, row);
                Creation.of(request, rows.table(), row);
            }
        }
        return Answer.empty(204);
    }

    private static boolean change(Request request, Rows rows, JsonNode target, String id) {
        Rights.check(request, "Write", rows.table());
        return rows.update(id, RowInput.of(request.organisation(), rows.table(), Json.copy(target), true));
    }

    /** Every target names its table. */
    private static Rows rows(Request request, JsonNode target) {
        String type = target.path("@odata.type").asText().replaceFirst(NAMESPACE, "");
        return request.organisation()
                .schema()
                .table(type)
                .map(table -> request.organisation().rowsOf(table.logicalName()))
                .orElseThrow(() -> Refused.argument("A target needs an @odata.type that names its table: " + type));
    }

    private static Answer count(Request request, ObjectNode parameters) {
        ObjectNode body = BuiltInMessages.response(request, "RetrieveTotalRecordCountResponse")
                .body();
        ObjectNode counts = body.putObject("EntityRecordCountCollection");
        ArrayNode names = counts.put("Count", parameters.path("EntityNames").size())
                .put("IsReadOnly", false)
                .putArray("Keys");
        ArrayNode values = counts.putArray("Values");
        for (JsonNode name : parameters.path("EntityNames")) {
            names.add(name);
            values.add(request.organisation().rowsOf(name.asText()).size());
        }
        return Answer.ok(body);
    }
}
