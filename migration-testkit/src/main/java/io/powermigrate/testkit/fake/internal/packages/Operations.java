package io.powermigrate.testkit.fake.internal.packages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Origin;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Jobs that are polled. They end after a number of polls, or never; nothing here knows real time. Thread-safe. */
public final class Operations {
    private static final String BASE = "/providers/Microsoft.BusinessAppPlatform/environments/";

    private final Map<String, Operation> all = new ConcurrentHashMap<>();

    /**
     * What a job answers while it runs, and in the end, with links for anyone who polls; {@code polls} below 0 is a job that
     * never ends, and none ends before it is over.
     */
    public record Outcome(ObjectNode running, Function<Origin, ObjectNode> ended, int polls, BooleanSupplier over) {
        public Outcome(ObjectNode running, Function<Origin, ObjectNode> ended, int polls) {
            this(running, ended, polls, () -> true);
        }
    }

    /** Starts a job and answers where it is polled, without host. */
    public String start(String environment, String kind, String name, Outcome outcome) {
        all.put(name, new Operation(environment, kind, outcome));
        return BASE + environment + "/" + kind + "/" + name + "?api-version=2016-11-01";
    }

    public Optional<ObjectNode> poll(Origin origin, String environment, String kind, String name) {
        return Optional.ofNullable(all.get(name))
                .filter(o -> o.environment.equalsIgnoreCase(environment) && o.kind.equals(kind))
                .map(o -> o.poll(origin, name));
    }

    private static final class Operation {
        private final String environment;
        private final String kind;
        private final Outcome outcome;
        private int left;

        Operation(String environment, String kind, Outcome outcome) {
            this.environment = environment;
            this.kind = kind;
            this.outcome = outcome;
            left = outcome.polls();
        }

        public synchronized ObjectNode poll(Origin origin, String name) {
            boolean running = left != 0 || !outcome.over().getAsBoolean();
            if (left > 0) {
                left--;
            }
            ObjectNode body = Json.object().put("id", BASE + environment + "/" + kind + "/" + name);
            body.put("type", "Microsoft.BusinessAppPlatform/environments/" + kind);
            body.put("environmentName", environment).put("name", name);
            body.set(
                    "properties", (running ? outcome.running() : outcome.ended().apply(origin)).deepCopy());
            return body;
        }
    }
}
