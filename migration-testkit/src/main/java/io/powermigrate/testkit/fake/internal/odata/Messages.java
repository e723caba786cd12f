package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions and actions that an organisation knows, by name. Immutable. */
final class Messages {
    private static final String NAMESPACE = "Microsoft.Dynamics.CRM.";

    private final Map<String, Message> byName = new LinkedHashMap<>();

    /** Where two have a name, the later one counts. */
    Messages(List<Message> messages) {
        messages.forEach(each -> byName.put(each.name(), each));
    }

    Optional<Message> of(String segment) {
        String name = segment.startsWith(NAMESPACE) ? segment.substring(NAMESPACE.length()) : segment;
        return Optional.ofNullable(byName.get(name));
    }

    Optional<Message> deleting(String entitySet) {
        return Optional.ofNullable(byName.get("DELETE " + entitySet));
    }

    Optional<Message> listing(String entitySet) {
        return Optional.ofNullable(byName.get("GET " + entitySet));
    }

    /** Functions are called by GET with parameters in parentheses, actions by POST with a body. */
    static Answer answer(Message message, Request request, Segment segment, String bound) {
        if (message.function() != request.method().equals("GET")) {
            throw Refused.noSegment(message.name());
        }
        ObjectNode parameters =
                switch (message.kind()) {
                    case FUNCTION -> Parameters.of(request, segment);
                    case ACTION -> request.json();
                    case RAW -> Json.object();
                };
        if (!bound.isEmpty()) {
            parameters.put("@bound", bound);
        }
        return message.handler().answer(request, parameters);
    }

    /** What a request may change. */
    FakeEffect effect(Ask ask) {
        if (ask.method().equals("GET")) {
            return FakeEffect.READ;
        }
        List<Segment> segments = Segment.of(ask.path());
        if (segments.isEmpty()) {
            return FakeEffect.WRITE;
        }
        Segment first = segments.get(0);
        if (first.name().equals("$batch")) {
            return Batch.parts(ask).stream()
                    .map(this::effect)
                    .max(FakeEffect::compareTo)
                    .orElse(FakeEffect.READ);
        }
        boolean delete = ask.method().equals("DELETE") && segments.size() == 1;
        Optional<Message> message = delete
                ? deleting(first.name())
                : of(segments.get(segments.size() - 1).name());
        return message.map(Message::effect).orElse(FakeEffect.WRITE);
    }
}
