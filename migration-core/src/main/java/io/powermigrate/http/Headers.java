package io.powermigrate.http;

import io.powermigrate.internal.text.Shown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Header fields; names without regard to case. Immutable; values show in no text. */
public final class Headers {

    private static final Headers NONE = new Headers(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));

    private final Map<String, List<String>> fields;

    private Headers(TreeMap<String, List<String>> fields) {
        this.fields = Collections.unmodifiableMap(fields);
    }

    /** No fields. */
    public static Headers none() {
        return NONE;
    }

    /** The first value of a field. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Every value of a field, in their order. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** These fields with one set to one value. */
    public Headers with(String name, String value) {
        TreeMap<String, List<String>> copy = copy();
        copy.put(name, List.of(value));
        return new Headers(copy);
    }

    /** These fields with one more value. */
    Headers and(String name, String value) {
        TreeMap<String, List<String>> copy = copy();
        List<String> values = new ArrayList<>(all(name));
        values.add(value);
        copy.put(name, List.copyOf(values));
        return new Headers(copy);
    }

    /** All fields; a map without regard to case that cannot be changed. */
    public Map<String, List<String>> asMap() {
        return fields;
    }

    void forEach(BiConsumer<String, String> visitor) {
        fields.forEach((name, values) -> values.forEach(value -> visitor.accept(name, value)));
    }

    private TreeMap<String, List<String>> copy() {
        TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(fields);
        return copy;
    }

    /** The names only. */
    @Override
    public String toString() {
        return Shown.message("Headers" + fields.keySet());
    }
}
