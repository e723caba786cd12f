package io.powermigrate.internal.text;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Writes a page for people. Only this makes line breaks: whatever a line is given stays one line. For one thread.
 */
public final class Lines {

    private final StringBuilder page = new StringBuilder();

    /** A line: its words as they are shown. */
    public Lines line(String words) {
        page.append(Shown.message(words)).append('\n');
        return this;
    }

    /** A line that lists things, each shown as a name is, all of them. */
    public Lines list(String before, Collection<?> things) {
        page.append(things.stream()
                        .map(thing -> Shown.message(String.valueOf(thing)))
                        .collect(Collectors.joining(", ", Shown.message(before), "")))
                .append('\n');
        return this;
    }

    /** The title of a section, below an empty line. */
    public Lines title(String words) {
        page.append('\n');
        return line(words);
    }

    /** The page so far. */
    @Override
    public String toString() {
        return page.toString();
    }
}
