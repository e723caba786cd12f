package io.powermigrate.testkit.fake.internal.odata;

import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import java.util.List;
import java.util.Optional;

/** Answers one request of the Web API, by what its path names first. Stateless. */
final class WebApi {
    private static final String REFERENCE = "$ref";

    private final Messages messages;

    WebApi(Messages messages) {
        this.messages = messages;
    }

    /** The answer, a refusal too; what a refused request changed is undone. */
    Answer answer(Request request) {
        request.organisation().settle();
        try {
            Answer answer = request.method().equals("GET")
                    ? request.organisation().exclusively(() -> routed(request))
                    : request.organisation().atomically(() -> routed(request));
            return decorated(request, answer);
        } catch (Refusal refusal) {
            return decorated(request, refusal.answer());
        }
    }

    private static Answer decorated(Request request, Answer answer) {
        Answer more = answer.header("OData-Version", "4.0")
                .header("x-ms-service-request-id", request.organisation().nextId("request"));
        return answer.json() == null || !request.wantsAnnotations()
                ? more
                : more.header("Preference-Applied", "odata.include-annotations=\"*\"");
    }

    private Answer routed(Request request) {
        List<Segment> segments = request.segments();
        if (segments.isEmpty()) {
            return Csdl.service(request);
        }
        Segment first = segments.get(0);
        return switch (first.name()) {
            case "$metadata" -> Csdl.answer(request);
            case "$batch" -> Batch.answer(this, request);
            case "EntityDefinitions", "RelationshipDefinitions", "GlobalOptionSetDefinitions" ->
                request.method().equals("GET")
                        ? MetadataReads.answer(request, segments)
                        : MetadataWrites.answer(request, segments);
            default ->
                messages.of(first.name())
                        .map(message -> Messages.answer(message, request, first, ""))
                        .orElseGet(() -> rows(request, segments));
        };
    }

    private Answer rows(Request request, List<Segment> segments) {
        Table table = request.organisation()
                .schema()
                .ofSet(segments.get(0).name())
                .orElseThrow(() -> Refused.noSegment(segments.get(0).name()));
        Rows rows = request.organisation().rows(table.entitySet());
        Optional<Message> bound =
                segments.size() == 2 ? messages.of(segments.get(1).name()) : Optional.empty();
        if (bound.isPresent()) {
            String id = segments.get(0).called()
                    ? Keys.required(request, rows, segments.get(0))
                            .path(table.primaryId())
                            .asText()
                    : "";
            return Messages.answer(bound.get(), request, segments.get(1), id);
        }
        return request.method().equals("GET") ? read(request, rows, segments) : write(request, rows, segments);
    }

    private Answer read(Request request, Rows rows, List<Segment> segments) {
        Optional<Message> virtual = segments.size() == 1 && !segments.get(0).called()
                ? messages.listing(segments.get(0).name())
                : Optional.empty();
        if (virtual.isEmpty()) {
            return RowReads.answer(request, rows, segments);
        }
        Rights.check(request, "Read", rows.table());
        return virtual.get().handler().answer(request, Rows.row());
    }

    private Answer write(Request request, Rows rows, List<Segment> segments) {
        boolean reference = segments.get(segments.size() - 1).name().equals(REFERENCE);
        if (reference && segments.size() == 3) {
            return NavigationWrites.answer(request, rows, segments);
        }
        String shape = request.method() + " " + segments.size();
        boolean called = segments.get(0).called();
        if (called && shape.equals("PATCH 1")) {
            return RowWrites.patch(request, rows, segments.get(0));
        }
        if (called && shape.equals("DELETE 1")) {
            return delete(request, rows, segments.get(0));
        }
        if (called && (shape.equals("PUT 2") || shape.equals("DELETE 2"))) {
            return RowWrites.property(request, rows, segments);
        }
        if (!called && shape.equals("POST 1")) {
            return RowWrites.create(request, rows);
        }
        throw Refusal.of(
                405, "0x80060888", "The requested resource does not support http method '" + request.method() + "'.");
    }

    private Answer delete(Request request, Rows rows, Segment segment) {
        Optional<Message> instead = messages.deleting(segment.name());
        if (instead.isEmpty()) {
            return RowWrites.delete(request, rows, segment);
        }
        String id = Keys.required(request, rows, segment)
                .path(rows.table().primaryId())
                .asText();
        return instead.get().handler().answer(request, Rows.row().put("@bound", id));
    }
}
