package io.powermigrate.plan;

import io.powermigrate.page.Gain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order decisions free the most: at each place the one with the largest gain once those above it are made, then the
 * one that most wait for, then as they came. So gains add up.
 */
final class Gains {

    private final Map<String, List<Set<String>>> waiting = new HashMap<>();
    private final Map<String, Long> single = new HashMap<>();
    private final Map<String, Long> held = new HashMap<>();
    private final Set<String> left;
    private final long readyBefore;

    /**
     * Decisions in natural order.
     *
     * @param ready how many need no decision
     * @param units what each of the others waits for, never empty
     */
    Gains(Collection<String> decisions, long ready, Collection<Set<String>> units) {
        this.left = new LinkedHashSet<>(decisions);
        this.readyBefore = ready;
        for (Set<String> causes : units) {
            Set<String> open = new HashSet<>(causes);
            open.forEach(cause -> {
                waiting.computeIfAbsent(cause, none -> new ArrayList<>()).add(open);
                held.merge(cause, 1L, Long::sum);
            });
            countSingle(open);
        }
    }

    private void countSingle(Set<String> open) {
        if (open.size() == 1) {
            single.merge(open.iterator().next(), 1L, Long::sum);
        }
    }

    /** The decisions in their order, each with what it frees. */
    Map<String, Gain> inOrder() {
        Map<String, Gain> order = new LinkedHashMap<>();
        long ready = readyBefore;
        while (!left.isEmpty()) {
            String next = best();
            left.remove(next);
            long now = single.getOrDefault(next, 0L);
            ready += now;
            order.put(next, new Gain(now, ready, held.getOrDefault(next, 0L)));
            waiting.getOrDefault(next, List.of()).forEach(open -> {
                open.remove(next);
                countSingle(open);
            });
        }
        return order;
    }

    private String best() {
        String best = left.iterator().next();
        for (String each : left) {
            long gain = single.getOrDefault(each, 0L) - single.getOrDefault(best, 0L);
            if (gain > 0 || (gain == 0 && held.getOrDefault(each, 0L) > held.getOrDefault(best, 0L))) {
                best = each;
            }
        }
        return best;
    }
}
