package io.powermigrate.canvas;

/**
 * One line of the central directory. Sizes are what the archive claims; {@link EntryStream} counts.
 *
 * @param name the name as stored
 * @param key the name as compared, see {@link EntryName}
 * @param line where the line stands
 */
record ArchiveEntry(
        String name, EntryName key, int method, long crc, long compressed, long size, long offset, Line line) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    /** A line of the directory in the file. */
    record Line(long position, int length) {}

    boolean folder() {
        return key.path().endsWith("/");
    }
}
