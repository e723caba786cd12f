package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.facts.Connectors;
import io.powermigrate.internal.address.SiteAddress;
import java.util.ArrayList;
import java.util.List;

/** Collects what is looked for in texts, and what comes in its place. For one thread. */
final class Patterns {

    private static final int SHORTEST = 2;
    private static final int SHORTEST_ID = 16;

    private final List<TextPattern> patterns = new ArrayList<>();

    List<TextPattern> all() {
        return patterns;
    }

    /** Whether nothing else is spelled like it by chance. */
    static boolean isLong(String id) {
        return id.length() >= SHORTEST_ID;
    }

    /**
     * An address, a GUID or any other text.
     *
     * @param exact whether letter case counts; never in addresses and GUIDs
     */
    void text(String from, String to, boolean exact) {
        if (SiteAddress.isOne(from)) {
            add(from, Connectors.withoutSlash(to), Bounds.ADDRESS);
        } else if (ValueKey.guid(from)) {
            id(from, to);
        } else {
            TextPattern.of(from, to, Bounds.NONE, exact).forEach(this::add);
        }
    }

    /** An id, a GUID also without its dashes; one that is short is left out. */
    void id(String from, String to) {
        if (isLong(from)) {
            add(from, to, Bounds.ID);
            if (ValueKey.guid(from) && ValueKey.guid(to)) {
                add(from.replace("-", ""), to.replace("-", ""), Bounds.ID);
            }
        }
    }

    void add(String from, String to, Bounds bounds) {
        TextPattern.of(from, to, bounds, false).forEach(this::add);
    }

    private void add(TextPattern pattern) {
        if (pattern.anchor().length() >= SHORTEST && !pattern.from().equals(pattern.to())) {
            patterns.add(pattern);
        }
    }
}
