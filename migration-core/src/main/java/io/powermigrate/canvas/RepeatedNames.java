package io.powermigrate.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the objects that hold a member name twice, in one pass: objects of one depth never overlap, so per depth it is enough to
 * remember the last object in which a name occurred.
 */
final class RepeatedNames {

    private final List<Level> levels = new ArrayList<>();
    private int depth;
    private int objects;
    private int repeated;

    /** Into an object or array; returns the new depth. */
    int enter() {
        if (levels.size() == depth) {
            levels.add(new Level());
        }
        levels.get(depth).object = ++objects;
        return ++depth;
    }

    void leave() {
        depth--;
    }

    void member(String name) {
        Level level = levels.get(depth - 1);
        int[] last = level.seen.computeIfAbsent(name, unseen -> new int[1]);
        if (last[0] == level.object && level.counted != level.object) {
            level.counted = level.object;
            repeated++;
        }
        last[0] = level.object;
    }

    /** Objects that hold a name twice. */
    int objects() {
        return repeated;
    }

    private static final class Level {
        private final Map<String, int[]> seen = new HashMap<>();
        private int object;
        private int counted;
    }
}
