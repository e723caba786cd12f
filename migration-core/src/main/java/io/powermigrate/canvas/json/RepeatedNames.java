package io.powermigrate.canvas.json;

import io.powermigrate.canvas.reading.Limit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the objects that hold a member name twice, in one pass: objects of one depth never overlap, so per depth it is enough to
 * remember the last object in which a name occurred.
 */
final class RepeatedNames {

    /** Of a larger object the names are forgotten at its end, so that not all names of a text are remembered. */
    private static final int MANY = 1_024;

    /** Shorter names are so short that the tokenizer may remember tens of thousands of them. */
    private static final int LONG = 256;

    private final JsonRefusal refusal;
    private final int mostMembers;
    private final int mostNames;
    private final List<Level> levels = new ArrayList<>();
    private int depth;
    private int open;
    private int objects;
    private int repeated;
    private long longNames;

    RepeatedNames(JsonRefusal refusal) {
        this.refusal = refusal;
        this.mostMembers = refusal.reading().limit(Limit.MEMBERS);
        this.mostNames = refusal.reading().limit(Limit.NAMES);
    }

    /** Into an object or array; returns the new depth. */
    int enter() {
        if (levels.size() == depth) {
            levels.add(new Level());
        }
        levels.get(depth).object = ++objects;
        return ++depth;
    }

    void leave() {
        Level level = levels.get(--depth);
        open -= level.members;
        level.members = 0;
        if (level.seen.size() > MANY) {
            level.seen = new HashMap<>();
        }
    }

    /** Objects and arrays that are open. */
    int depth() {
        return depth;
    }

    /** A member of the current object; refuses one that is too many. */
    void member(String name) {
        checkLimits(name);
        Level level = levels.get(depth - 1);
        level.members++;
        int[] last = level.seen.get(name);
        if (last == null) {
            level.seen.put(name, new int[] {level.object});
            return;
        }
        if (last[0] == level.object && level.counted != level.object) {
            level.counted = level.object;
            repeated++;
        }
        last[0] = level.object;
    }

    private void checkLimits(String name) {
        if (++open > mostMembers) {
            throw refusal.beyond("has an object of more members", Limit.MEMBERS);
        }
        longNames += name.length() > LONG ? name.length() : 0;
        if (longNames > mostNames) {
            throw refusal.beyond("has more characters in long member names", Limit.NAMES);
        }
    }

    /** Objects that hold a name twice. */
    int objects() {
        return repeated;
    }

    private static final class Level {
        private Map<String, int[]> seen = new HashMap<>();
        private int members;
        private int object;
        private int counted;
    }
}
