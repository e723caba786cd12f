package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** GETs of rows: sets, one row, a property, what a navigation property leads to (wire/dataverse.md, sections 1.6, 1.7). */
final class RowReads {
    /** The service counts no further. */
    private static final int COUNTED = 5000;

    private RowReads() {}

    static Answer answer(Request request, Rows rows, List<Segment> segments) {
        Rights.check(request, "Read", rows.table());
        Segment set = segments.get(0);
        if (!set.called()) {
            if (segments.size() == 2 && segments.get(1).name().equals("$count")) {
                return count(request, rows.table(), rows.all());
            }
            if (segments.size() > 1) {
                throw Refused.noSegment(segments.get(1).name());
            }
            return request.option("fetchxml")
                    .map(xml -> FetchXml.answer(request, rows, xml))
                    .orElseGet(() -> list(request, rows.table(), rows.all()));
        }
        ObjectNode row = Keys.required(request, rows, set);
        return segments.size() == 1 ? one(request, rows.table(), row) : part(request, rows.table(), row, segments);
    }

    private static Answer count(Request request, Table table, List<ObjectNode> rows) {
        Query query = query(request, table);
        int size = Math.min(COUNTED, query.filtered(rows).size());
        return Answer.bytes(200, "text/plain", Integer.toString(size).getBytes(StandardCharsets.UTF_8));
    }

    private static Query query(Request request, Table table) {
        return Query.of(
                request.organisation(), table, new Query.Options(request.options()), request.wantsAnnotations());
    }

    static Answer list(Request request, Table table, List<ObjectNode> rows) {
        Query query = query(request, table);
        List<ObjectNode> found = query.filtered(rows);
        Page page = Page.of(request);
        List<ObjectNode> shown =
                page.cut(request.preference("odata.maxpagesize").isPresent() ? found : query.page(found));
        ObjectNode body = Json.object()
                .put(
                        "@odata.context",
                        request.context(table.entitySet() + query.projection().context()));
        if (request.option("$count").filter("true"::equals).isPresent()) {
            body.put("@odata.count", Math.min(COUNTED, found.size()));
        }
        if (request.wantsAnnotations()) {
            body.put("@Microsoft.Dynamics.CRM.totalrecordcount", -1)
                    .put("@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded", false)
                    .put("@Microsoft.Dynamics.CRM.globalmetadataversion", "1");
        }
        body.set("value", Json.list(shown.stream().map(query.projection()::json).toList()));
        boolean limited = request.preference("odata.maxpagesize").isEmpty()
                && request.option("$top").isPresent();
        if (!limited && page.goesOn(found.size())) {
            body.put("@odata.nextLink", page.next());
        }
        return Answer.ok(body);
    }

    static Answer one(Request request, Table table, ObjectNode row) {
        boolean plain = request.option("$expand").isEmpty() && !request.wantsAnnotations();
        if (plain
                && request.header("if-none-match").filter(Etag.of(row)::equals).isPresent()) {
            return Answer.empty(304).header("ETag", Etag.of(row));
        }
        return Answer.ok(json(request, table, row)).header("ETag", Etag.of(row));
    }

    static ObjectNode json(Request request, Table table, ObjectNode row) {
        Projection projection = query(request, table).projection();
        ObjectNode body = Json.object()
                .put("@odata.context", request.context(table.entitySet() + projection.context() + "/$entity"));
        body.setAll(projection.json(row));
        return body;
    }

    private static Answer part(Request request, Table table, ObjectNode row, List<Segment> segments) {
        String name = segments.get(1).name();
        Optional<Navigation> navigation = Navigation.of(request.organisation(), table, name);
        if (navigation.isPresent()) {
            return navigated(request, table, row, navigation.get(), segments);
        }
        if (!table.holds(name)) {
            throw Refused.noSegment(name);
        }
        return property(request, table, row, segments);
    }

    private static Answer property(Request request, Table table, ObjectNode row, List<Segment> segments) {
        String name = segments.get(1).name();
        JsonNode value = row.path(name);
        if (value.isNull() || value.isMissingNode()) {
            return Answer.empty(204);
        }
        if (segments.size() > 2 && segments.get(2).name().equals("$value")) {
            return Answer.bytes(200, "text/plain", value.asText().getBytes(StandardCharsets.UTF_8));
        }
        String at = table.entitySet() + "(" + row.path(table.primaryId()).asText() + ")/" + name;
        ObjectNode body = Json.object().put("@odata.context", request.context(at));
        body.set("value", value);
        return Answer.ok(body);
    }

    private static Answer navigated(
            Request request, Table table, ObjectNode row, Navigation navigation, List<Segment> segments) {
        List<ObjectNode> rows = navigation.rows(request.organisation(), table, row);
        String then = segments.size() > 2 ? segments.get(2).name() : "";
        if (then.equals("$ref")) {
            return references(request, navigation, rows);
        }
        if (then.equals("$count")) {
            return count(request, navigation.target(), rows);
        }
        if (!navigation.single()) {
            return list(request, navigation.target(), rows);
        }
        return rows.isEmpty() ? Answer.empty(204) : one(request, navigation.target(), rows.get(0));
    }

    private static Answer references(Request request, Navigation navigation, List<ObjectNode> rows) {
        Table target = navigation.target();
        List<ObjectNode> links = rows.stream()
                .map(row -> Json.object()
                        .put(
                                "@odata.id",
                                request.base() + target.entitySet() + "("
                                        + row.path(target.primaryId()).asText() + ")"))
                .toList();
        ObjectNode body = Json.object();
        if (navigation.single()) {
            body.put("@odata.context", request.context("$ref"));
            links.forEach(body::setAll);
            return links.isEmpty() ? Answer.empty(204) : Answer.ok(body);
        }
        body.put("@odata.context", request.context("Collection($ref)")).set("value", Json.list(links));
        return Answer.ok(body);
    }
}
