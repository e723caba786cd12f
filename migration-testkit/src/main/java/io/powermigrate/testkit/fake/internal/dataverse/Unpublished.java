package io.powermigrate.testkit.fake.internal.dataverse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What was changed by writes of metadata and is not published yet: an export leaves it out (wire/dataverse.md, section
 * 2.4). A table is marked by its logical name, a column by {@code table.column}, a global choice by {@code choice:name}.
 * Thread-safe.
 */
public final class Unpublished {
    private final Set<String> marks = new LinkedHashSet<>();

    Unpublished() {}

    public synchronized void mark(String component) {
        marks.add(component.toLowerCase(Locale.ROOT));
    }

    public synchronized boolean has(String component) {
        return marks.contains(component.toLowerCase(Locale.ROOT));
    }

    public synchronized List<String> all() {
        return List.copyOf(marks);
    }

    /** Publishes a table with its columns. */
    public synchronized void publishTable(String table) {
        String name = table.toLowerCase(Locale.ROOT);
        marks.removeIf(mark -> mark.equals(name) || mark.startsWith(name + "."));
    }

    /** Publishes a global choice. */
    public synchronized void publishChoice(String choice) {
        marks.remove("choice:" + choice.toLowerCase(Locale.ROOT));
    }

    public synchronized void publishAll() {
        marks.clear();
    }

    synchronized Runnable kept() {
        List<String> before = List.copyOf(marks);
        return () -> {
            synchronized (this) {
                marks.clear();
                marks.addAll(before);
            }
        };
    }
}
