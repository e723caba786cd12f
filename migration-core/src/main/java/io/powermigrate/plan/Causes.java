package io.powermigrate.plan;

import io.powermigrate.model.ResourceKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which decisions each resource waits for: its own, and those of what it waits for. */
final class Causes {

    private final PageNames names;
    private final Map<ResourceKey, Set<String>> own = new HashMap<>();
    private final Map<ResourceKey, Set<String>> known = new HashMap<>();
    private final Set<ResourceKey> asked = new HashSet<>();

    Causes(PageNames names, Collection<Undecided> all) {
        this.names = names;
        all.forEach(each -> each.settles().forEach(key -> own.computeIfAbsent(key, none -> new TreeSet<>())
                .add(each.key())));
    }

    /** The keys of the decisions, sorted; empty for what is ready or there. */
    Set<String> of(ResourceKey key) {
        Set<String> found = known.get(key);
        if (found != null) {
            return found;
        }
        if (!asked.add(key)) { // a circle: told as what blocks it
            return Set.of();
        }
        Set<String> causes = new TreeSet<>(own.getOrDefault(key, Set.of()));
        Step step = names.step(key);
        List<ResourceKey> waits = step == null || step.changes() ? List.of() : step.waitsFor();
        waits.forEach(to -> causes.addAll(of(to)));
        asked.remove(key);
        known.put(key, causes);
        return causes;
    }
}
