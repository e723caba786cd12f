package io.powermigrate.internal.plan;

import io.powermigrate.model.Resource;
import io.powermigrate.model.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the service and installed products supplied to the source, and the scope therefore passes over: told in one line. */
final class Supplied {

    private Supplied() {}

    /** How many of each type; empty where there are none. */
    static Optional<String> of(Reading reading, Scope scope) {
        Map<String, Long> counts = reading.source().all().stream()
                .filter(scope::passesOver)
                .map(Resource::key)
                .filter(key -> !reading.considered().contains(key))
                .collect(Collectors.groupingBy(key -> key.type(), TreeMap::new, Collectors.counting()));
        return counts.isEmpty() ? Optional.empty() : Optional.of(told(counts));
    }

    private static String told(Map<String, Long> counts) {
        return counts.entrySet().stream()
                        .map(each -> each.getValue() + " of the type " + each.getKey())
                        .collect(Collectors.joining(", "))
                + ": supplied by the service or by an installed product, and planned only where something needs them; "
                + "give a name to the scope to plan one by itself";
    }
}
