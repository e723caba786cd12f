package io.powermigrate.internal.page.text;

import java.util.List;

/**
 * The lines of a group, shorter or longer.
 *
 * @param shortest what always stands
 * @param whole all of it
 * @param names what the whole is followed by, in as many lines as there is room for
 */
record Block(List<String> shortest, List<String> whole, List<String> names) {

    static Block of(List<String> shortest, List<String> whole) {
        return new Block(shortest, whole, List.of());
    }

    /** How many lines the whole takes. */
    int size(String indent, int width) {
        return whole.size()
                + (names.isEmpty()
                        ? 0
                        : Wrapped.names(indent, names, width, Integer.MAX_VALUE).size());
    }

    /** As much as fits. */
    List<String> within(int room, String indent, int width) {
        if (whole.size() > room) {
            return shortest;
        }
        if (names.isEmpty() || whole.size() == room) {
            return whole;
        }
        List<String> lines = new java.util.ArrayList<>(whole);
        lines.addAll(Wrapped.names(indent, names, width, room - whole.size()));
        return lines;
    }
}
