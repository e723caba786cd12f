package io.powermigrate.plan;

import java.util.HashSet;
import java.util.Set;

/** Keys of groups that no other group of the page has, and that are the same in every run. For one thread. */
final class GroupKeys {

    private final Set<String> used = new HashSet<>();

    /** The key where it is free; else with what tells it from the others. */
    String unique(String key, String words) {
        if (used.add(key)) {
            return key;
        }
        String own = key + ":" + Integer.toHexString(words.hashCode());
        String free = own;
        for (int number = 2; !used.add(free); number++) {
            free = own + ":" + number;
        }
        return free;
    }
}
