package io.powermigrate.testkit.fake.internal.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was changed by writes of metadata and is not published yet: an export leaves it out (wire/dataverse.md, section
 * 2.4). A table is marked by its logical name, a column by {@code table.column}, a global choice by {@code choice:name}; each with the
 * definition that is published. Thread-safe.
 */
public final class Unpublished {
    private final Map<String, Optional<ObjectNode>> marks = new LinkedHashMap<>();

    Unpublished() {}

    /** Something new, of which nothing is published. */
    public void mark(String component) {
        mark(component, Optional.empty());
    }

    /** Something that was changed; what was published before the first change stays published. */
    public void mark(String component, ObjectNode before) {
        mark(component, Optional.of(before));
    }

    private synchronized void mark(String component, Optional<ObjectNode> before) {
        marks.putIfAbsent(component.toLowerCase(Locale.ROOT), before);
    }

    public synchronized boolean has(String component) {
        return marks.containsKey(component.toLowerCase(Locale.ROOT));
    }

    public synchronized List<String> all() {
        return List.copyOf(marks.keySet());
    }

    /** The definition that is published; empty where none is. */
    public synchronized Optional<ObjectNode> published(String component, ObjectNode now) {
        return marks.getOrDefault(component.toLowerCase(Locale.ROOT), Optional.of(now));
    }

    /** A table as it is published; a new one is published with its making. */
    public synchronized Table published(Table table) {
        Map<String, ObjectNode> columns = new LinkedHashMap<>();
        table.columns().forEach((name, column) -> published(table.logicalName() + "." + name, column)
                .ifPresent(each -> columns.put(name, each)));
        return new Table(published(table.logicalName(), table.header()).orElse(table.header()), columns, table.keys());
    }

    /** Publishes a table with its columns. */
    public synchronized void publishTable(String table) {
        String name = table.toLowerCase(Locale.ROOT);
        marks.keySet().removeIf(mark -> mark.equals(name) || mark.startsWith(name + "."));
    }

    /** Publishes a global choice. */
    public synchronized void publishChoice(String choice) {
        marks.remove("choice:" + choice.toLowerCase(Locale.ROOT));
    }

    public synchronized void publishAll() {
        marks.clear();
    }

    synchronized Runnable kept() {
        Map<String, Optional<ObjectNode>> before = new LinkedHashMap<>(marks);
        return () -> {
            synchronized (this) {
                marks.clear();
                marks.putAll(before);
            }
        };
    }
}
