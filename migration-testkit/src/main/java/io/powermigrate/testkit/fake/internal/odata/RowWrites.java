package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.util.List;
import java.util.Optional;

/** Creates, changes and deletes rows (wire/dataverse.md, sections 1.1, 1.7). */
final class RowWrites {

    private RowWrites() {}

    static Answer create(Request request, Rows rows) {
        Table table = rows.table();
        Rights.check(request, "Create", table);
        ObjectNode row = RowInput.of(request.organisation(), table, request.json(), false);
        return created(request, rows, row, 204);
    }

    private static Answer created(Request request, Rows rows, ObjectNode row, int withoutBody) {
        Table table = rows.table();
        String id = row.path(table.primaryId()).asText("");
        if (rows.find(id).isPresent()) {
            throw Refused.duplicate();
        }
        Keys.checkUnique(rows, id, row);
        if (table.has("ownerid") && !row.has("_ownerid_value")) {
            row.put("_ownerid_value", request.userId());
        }
        String made = Creation.of(request, table, row);
        return written(request, rows, made, request.wantsBody() ? 201 : withoutBody);
    }

    /** 204 with the address of the row, or the row itself where it was asked for. */
    private static Answer written(Request request, Rows rows, String id, int status) {
        String address = request.base() + rows.table().entitySet() + "(" + id + ")";
        if (!request.wantsBody()) {
            return Answer.empty(status).header("OData-EntityId", address).header("Location", address);
        }
        ObjectNode row = rows.find(id).orElseGet(Json::object);
        return Answer.json(status, RowReads.json(request, rows.table(), row))
                .header("Preference-Applied", "return=representation")
                .header("OData-EntityId", address)
                .header("Location", address);
    }

    /** Updates with {@code If-Match}, creates with {@code If-None-Match: *}, else does either. */
    static Answer patch(Request request, Rows rows, Segment segment) {
        Optional<ObjectNode> known = Keys.find(request, rows, segment);
        boolean createOnly = request.header("if-none-match").filter("*"::equals).isPresent();
        if (known.isPresent()) {
            if (createOnly) {
                throw Refused.duplicate();
            }
            return update(request, rows, known.get());
        }
        if (request.header("if-match").isPresent()) {
            Keys.required(request, rows, segment);
        }
        Rights.check(request, "Create", rows.table());
        ObjectNode row = RowInput.of(request.organisation(), rows.table(), request.json(), false);
        Optional<String> id = Keys.primary(rows.table(), segment);
        if (id.isPresent()) {
            row.put(rows.table().primaryId(), id.get());
        } else {
            row.setAll(Keys.values(request, segment));
        }
        return created(request, rows, row, 204);
    }

    private static Answer update(Request request, Rows rows, ObjectNode known) {
        Rights.check(request, "Write", rows.table());
        checkVersion(request, known);
        Protection.check(request.organisation(), rows.table(), known);
        ObjectNode changes = RowInput.of(request.organisation(), rows.table(), request.json(), true);
        String id = known.path(rows.table().primaryId()).asText();
        ObjectNode whole = known.deepCopy();
        whole.setAll(changes);
        Keys.checkUnique(rows, id, whole);
        Activation.check(request, rows.table(), known, whole);
        rows.update(id, changes);
        return written(request, rows, id, request.wantsBody() ? 200 : 204);
    }

    private static void checkVersion(Request request, ObjectNode row) {
        request.header("if-match")
                .filter(each -> !each.equals("*") && !each.equals(Etag.of(row)))
                .ifPresent(each -> {
                    throw Refused.oldVersion();
                });
    }

    static Answer delete(Request request, Rows rows, Segment segment) {
        Rights.check(request, "Delete", rows.table());
        ObjectNode row = Keys.required(request, rows, segment);
        checkVersion(request, row);
        Protection.check(request.organisation(), rows.table(), row);
        rows.remove(row.path(rows.table().primaryId()).asText());
        return Answer.empty(204);
    }

    /** PUT or DELETE of one property. */
    static Answer property(Request request, Rows rows, List<Segment> segments) {
        Rights.check(request, "Write", rows.table());
        ObjectNode row = Keys.required(request, rows, segments.get(0));
        checkVersion(request, row);
        String name = segments.get(1).name();
        if (!rows.table().has(name)) {
            throw Refused.noSegment(name);
        }
        ObjectNode body = Json.object();
        body.set(name, request.method().equals("PUT") ? request.json().path("value") : body.nullNode());
        ObjectNode changes = RowInput.of(request.organisation(), rows.table(), body, true);
        rows.update(row.path(rows.table().primaryId()).asText(), changes);
        return Answer.empty(204);
    }
}
