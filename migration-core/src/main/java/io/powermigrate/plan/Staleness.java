package io.powermigrate.plan;

import io.powermigrate.model.ResourceKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a step that was approved is still the step that would be planned now. */
final class Staleness {

    private Staleness() {}

    /** What has changed between two plans, in words. */
    static List<String> between(Map<ResourceKey, Step> approved, Map<ResourceKey, Step> now) {
        Set<ResourceKey> keys = new LinkedHashSet<>(approved.keySet());
        keys.addAll(now.keySet());
        return keys.stream()
                .flatMap(key ->
                        between(key, Optional.ofNullable(approved.get(key)), Optional.ofNullable(now.get(key)))
                                .stream())
                .toList();
    }

    private static Optional<String> between(ResourceKey key, Optional<Step> approved, Optional<Step> now) {
        if (approved.filter(Step::changes).isEmpty()
                && now.filter(Step::changes).isEmpty()) {
            return Optional.empty();
        }
        if (approved.isEmpty() || now.isEmpty()) {
            return Optional.of(key + (approved.isEmpty() ? " is new" : " is gone"));
        }
        return between(key, approved.get(), now.get());
    }

    private static Optional<String> between(ResourceKey key, Step approved, Step now) {
        if (approved.action() != now.action()) {
            return Optional.of(key + " would now be " + now.action() + ", not " + approved.action());
        }
        if (!approved.originId().equals(now.originId())
                || !approved.fingerprint().equals(now.fingerprint())) {
            return Optional.of(key + " has changed in the source");
        }
        if (!held(approved).equals(held(now))) {
            return Optional.of(key + " has changed in the destination");
        }
        return approved.bindings().equals(now.bindings())
                ? Optional.empty()
                : Optional.of(key + " would be bound to other values");
    }

    private static String held(Step step) {
        return step.counterpart()
                .map(held -> held.id() + " " + held.fingerprint())
                .orElse("");
    }
}
