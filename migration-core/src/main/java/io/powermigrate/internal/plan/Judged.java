package io.powermigrate.internal.plan;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Finding;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that is known before it is decided what happens.
 *
 * @param judgements of each resource
 * @param links who needs whom, and who travels in what
 * @param waves the order
 */
record Judged(Map<ResourceKey, Evaluation> judgements, DependencyGraph links, Waves waves) {

    /** What travels in a resource. */
    List<Evaluation> contentsOf(ResourceKey carrier) {
        return links.contentsOf(carrier).stream()
                .map(judgements::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The circle that a resource is part of; where it leads through a package, with the way out. */
    Finding circle(ResourceKey key) {
        List<ResourceKey> path = waves.circles().getOrDefault(key, List.of());
        for (int i = 0; i + 1 < path.size(); i++) {
            ResourceKey content = path.get(i);
            if (links.carrierOf(content).filter(path.get(i + 1)::equals).isPresent()) {
                ResourceKey by = path.get(i == 0 ? path.size() - 2 : i - 1);
                return EngineFindings.circleOfPackage(key, path, content, by);
            }
        }
        return EngineFindings.circle(key, path);
    }
}
