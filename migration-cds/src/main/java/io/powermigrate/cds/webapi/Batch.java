package io.powermigrate.cds.webapi;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.http.Body;
import io.powermigrate.http.Call;
import io.powermigrate.http.Reply;
import io.powermigrate.http.ServiceException;
import io.powermigrate.http.UriText;
import io.powermigrate.model.Document;
import io.powermigrate.time.Time;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many GETs in one request (wire/dataverse.md, section 1.8). For one thread. */
final class Batch {

    private static final int MOST = 1000;
    private static final int VALUES = 100;
    private static final int LONGEST_ADDRESS = 4000;
    private static final int LONGEST_INNER_ADDRESS = 64_000;
    private static final int ROUNDS = 6;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final String BOUNDARY = "batch_powermigrate";

    private final Wire wire;
    private final Time time;

    Batch(Wire wire, Time time) {
        this.wire = wire;
        this.time = time;
    }

    /** Whether a query is too long for the address of a request of its own. */
    static boolean isNeeded(Query query) {
        return query.address().length() > LONGEST_ADDRESS;
    }

    /** A query for every hundred values. */
    static List<Query> divided(Query query, String column, Collection<String> values) {
        List<String> each = values.stream().distinct().toList();
        return IntStream.iterate(0, from -> from < each.size(), from -> from + VALUES)
                .mapToObj(from -> each.subList(from, Math.min(from + VALUES, each.size())))
                .map(part -> query.filter(
                        part.stream().allMatch(Names::isGuid) ? Filter.inIds(column, part) : Filter.in(column, part)))
                .toList();
    }

    List<Answer> answers(List<Query> queries) {
        List<Answer> answers = new ArrayList<>();
        for (int from = 0; from < queries.size(); from += MOST) {
            answers.addAll(inOne(queries.subList(from, Math.min(from + MOST, queries.size()))));
        }
        return Collections.unmodifiableList(answers);
    }

    /** What was throttled, and what the service left out, is asked again: some of it at each round, or it ends. */
    private List<Answer> inOne(List<Query> queries) {
        List<Answer> answers = new ArrayList<>(Collections.nCopies(queries.size(), null));
        List<Integer> open = IntStream.range(0, queries.size()).boxed().toList();
        for (int round = 1; !open.isEmpty(); round++) {
            List<BatchPart> parts = sent(open.stream().map(queries::get).toList());
            List<Integer> again = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                BatchPart part = i < parts.size() ? parts.get(i) : BatchPart.LEFT_OUT;
                if (part.isPassing() && round < ROUNDS) {
                    again.add(open.get(i));
                }
                answers.set(open.get(i), answer(queries.get(open.get(i)), part));
            }
            open = again;
            pause(open, parts);
        }
        return answers;
    }

    private void pause(List<Integer> open, List<BatchPart> parts) {
        boolean throttled = parts.stream().anyMatch(part -> part.isPassing());
        if (!open.isEmpty() && throttled) {
            time.sleep(parts.stream()
                    .map(BatchPart::pause)
                    .flatMap(Optional::stream)
                    .max(Duration::compareTo)
                    .orElse(PAUSE));
        }
    }

    private List<BatchPart> sent(List<Query> queries) {
        Call call = wire.call(Effect.READ, "POST", "$batch")
                .withHeader("Prefer", "odata.continue-on-error")
                .withBody(Body.bytes(
                        text(queries).getBytes(StandardCharsets.UTF_8),
                        "multipart/mixed; boundary=\"" + BOUNDARY + "\""))
                .repeatable();
        Reply reply = wire.answer(call);
        Optional<List<BatchPart>> parts = BatchPart.in(reply);
        if (parts.isEmpty() && !reply.isSuccess()) {
            throw DataverseException.refused(call, reply);
        }
        return parts.filter(list -> !list.isEmpty())
                .orElseThrow(() -> ServiceException.unexpected(call, reply, "the parts of a batch"));
    }

    private String text(List<Query> queries) {
        StringBuilder text = new StringBuilder();
        for (Query query : queries) {
            text.append("--").append(BOUNDARY).append("\r\nContent-Type: application/http\r\n");
            text.append("Content-Transfer-Encoding: binary\r\n\r\n");
            text.append("GET ").append(inner(query)).append(" HTTP/1.1\r\nAccept: application/json\r\n");
            headers(query)
                    .forEach((name, value) ->
                            text.append(name).append(": ").append(value).append("\r\n"));
            text.append("\r\n\r\n");
        }
        return text.append("--").append(BOUNDARY).append("--\r\n").toString();
    }

    private static Map<String, String> headers(Query query) {
        return query.headers();
    }

    private String inner(Query query) {
        URI uri = wire.uri(query.address());
        String address = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        if (address.length() > LONGEST_INNER_ADDRESS) {
            throw new io.powermigrate.error.MigrationException(
                    "Dataverse was not asked because the query has " + address.length() + " characters, and "
                            + LONGEST_INNER_ADDRESS + " is the limit",
                    "Divide it, or ask by Dataverse.rowsWhere");
        }
        return address;
    }

    private Answer answer(Query query, BatchPart part) {
        String asked = "GET " + query.address().split("\\?", 2)[0] + " in a batch";
        if (part.isLeftOut()) {
            return new Answer(0, Document.missing(), DataverseException.leftOut(asked));
        }
        if (part.status() >= 200 && part.status() < 300) {
            return new Answer(part.status(), whole(query, part.json()), null);
        }
        DataverseError error = ErrorBody.in(part.json(), part.text()).orElse(DataverseError.NONE);
        return new Answer(
                part.status(),
                Document.missing(),
                DataverseException.of(asked, part.status(), error, part.requestId()));
    }

    /** A list with the elements of all its pages. */
    private Document whole(Query query, Document page) {
        Optional<String> next = page.text("@odata.nextLink");
        if (next.isEmpty()) {
            return page;
        }
        Call following = Wire.headed(wire.headed(Call.get(UriText.parse(next.get()))), query.headers());
        try (Stream<Document> rest = wire.items(following)) {
            return page.with(
                            "value",
                            Stream.concat(page.at("value").items().stream(), rest)
                                    .toList())
                    .without("@odata.nextLink");
        }
    }
}
