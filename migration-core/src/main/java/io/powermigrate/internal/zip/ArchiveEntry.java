package io.powermigrate.internal.zip;

import java.util.List;

/**
 * One line of the central directory. Sizes are what the archive claims; {@link EntryStream} counts.
 *
 * @param name the name as stored
 * @param key the name as compared, see {@link EntryName}
 * @param line where the line stands
 */
public record ArchiveEntry(
        String name, EntryName key, int method, long crc, long compressed, long size, long offset, Line line) {

    private static final List<String> TEXTS = List.of(".json", ".sarif", ".yaml");

    static final int STORED = 0;
    static final int DEFLATED = 8;

    /** A line of the directory in the file. */
    public record Line(long position, int length) {}

    /** Whether it is text that is taken apart; all else is passed through, whatever it inflates to. */
    public boolean isText() {
        return TEXTS.stream().anyMatch(key.folded()::endsWith);
    }

    public boolean folder() {
        return key.path().endsWith("/");
    }
}
