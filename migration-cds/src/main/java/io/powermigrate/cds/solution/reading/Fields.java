package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.input.XmlCursor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The texts of an element's children, by name; of two with one name the last one counts. */
final class Fields {

    private final Map<String, String> values = new HashMap<>();

    private Fields() {}

    /** Reads the children of the names; any other child is handed over. */
    static Fields read(XmlCursor xml, Set<String> names, Consumer<String> others) {
        Fields fields = new Fields();
        xml.children(name -> {
            if (names.contains(name)) {
                fields.values.put(name, xml.text());
            } else {
                others.accept(name);
            }
        });
        return fields;
    }

    static Fields read(XmlCursor xml, String... names) {
        return read(xml, Set.of(names), name -> {});
    }

    /** As it stands there, also empty; null where it does not stand there. */
    @Nullable
    String raw(String name) {
        return values.get(name);
    }

    /** Null where it is empty or does not stand there. */
    @Nullable
    String text(String name) {
        String value = values.getOrDefault(name, "").trim();
        return value.isEmpty() ? null : value;
    }

    String text(String name, String otherwise) {
        String value = text(name);
        return value == null ? otherwise : value;
    }

    boolean flag(String name) {
        String value = values.getOrDefault(name, "").trim();
        return value.equals("1") || value.equalsIgnoreCase("true");
    }

    /** Null where it is no whole number. */
    @Nullable
    Integer number(String name) {
        String value = values.getOrDefault(name, "").trim();
        try {
            return value.isEmpty() ? null : Integer.valueOf(value);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    int number(String name, int otherwise) {
        Integer value = number(name);
        return value == null ? otherwise : value;
    }

    /** An id without braces, in lower case. */
    static String id(String spelled) {
        return spelled.replace("{", "").replace("}", "").trim().toLowerCase(Locale.ROOT);
    }

    /** A logical name: names of tables and columns are spelled as schema names in some places, and differ in case only. */
    static String logical(String name) {
        return name.trim().toLowerCase(Locale.ROOT);
    }
}
