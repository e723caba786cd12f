package io.powermigrate.testkit.fake.internal.http;

import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One method and path template of one service, e.g. {@code GET /providers/Microsoft.PowerApps/apps/{app}}. */
public record Route(
        Service service, String method, String template, FakeEffect effect, Access access, Handler handler) {

    /** What a route does. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(Call call);

        /** What this call may change, where that depends on more than the path. */
        default FakeEffect effect(Call call, FakeEffect declared) {
            return declared;
        }
    }

    public static Route get(Service service, String template, Access access, Handler handler) {
        return new Route(service, "GET", template, FakeEffect.READ, access, handler);
    }

    public static Route post(Service service, String template, FakeEffect effect, Access access, Handler handler) {
        return new Route(service, "POST", template, effect, access, handler);
    }

    /** What a call of this route may change. */
    public FakeEffect effect(Call call) {
        return handler.effect(call, effect);
    }

    /** The variables of the path if it fits; names of literals are compared without case, as the service does. */
    Optional<Map<String, String>> match(List<String> path) {
        List<String> parts = segments(template);
        boolean open = template.endsWith("/**");
        if (open ? path.size() < parts.size() : path.size() != parts.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (part.equals("**")) {
                variables.put("rest", String.join("/", path.subList(i, path.size())));
            } else if (part.startsWith("{")) {
                variables.put(part.substring(1, part.length() - 1), path.get(i));
            } else if (!part.equalsIgnoreCase(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    public String describe() {
        return method + " " + service.name() + " " + template;
    }

    public static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return List.copyOf(segments);
    }
}
