package io.powermigrate.canvas;

import io.powermigrate.internal.text.Shown;

/**
 * What a canvas document may cost to read. The defaults are several times what real documents need
 * (wire/msapp.md, section 9: ratio 47, entry 31 MB, total 70 MB, 73 entries, depth 27); a document beyond them is refused, never cut.
 * Immutable.
 *
 * @param archive bytes of the .msapp itself
 * @param entries number of entries
 * @param ratio inflated bytes per compressed byte of one entry, looked at above 1 MiB inflated
 * @param entry inflated bytes of one entry
 * @param total inflated bytes of all entries
 * @param text characters of one JSON string that is read
 * @param jsonDepth objects and arrays inside each other in one JSON text
 * @param stringNesting JSON texts inside strings of JSON texts
 */
public record Limits(
        long archive, int entries, int ratio, long entry, long total, int text, int jsonDepth, int stringNesting) {

    private static final long MIB = 1L << 20;
    private static final Limits DEFAULTS = new Limits(512 * MIB, 10_000, 200, 256 * MIB, 1024 * MIB, 32 << 20, 200, 4);

    /** Refuses limits that no document can meet. */
    public Limits {
        positive("archive", archive);
        positive("entries", entries);
        positive("ratio", ratio);
        positive("entry", entry);
        positive("total", total);
        positive("text", text);
        positive("jsonDepth", jsonDepth);
        positive("stringNesting", stringNesting);
    }

    /** The limits that {@link CanvasDocument} uses when none are given. */
    public static Limits defaults() {
        return DEFAULTS;
    }

    /** A copy with another limit for the bytes of the .msapp itself. */
    public Limits withArchive(long bytes) {
        return new Limits(bytes, entries, ratio, entry, total, text, jsonDepth, stringNesting);
    }

    /** A copy with another limit for the number of entries. */
    public Limits withEntries(int count) {
        return new Limits(archive, count, ratio, entry, total, text, jsonDepth, stringNesting);
    }

    /** A copy with another limit for inflated bytes per compressed byte. */
    public Limits withRatio(int inflatedPerCompressed) {
        return new Limits(archive, entries, inflatedPerCompressed, entry, total, text, jsonDepth, stringNesting);
    }

    /** A copy with another limit for the inflated bytes of one entry. */
    public Limits withEntry(long bytes) {
        return new Limits(archive, entries, ratio, bytes, total, text, jsonDepth, stringNesting);
    }

    /** A copy with another limit for the inflated bytes of all entries. */
    public Limits withTotal(long bytes) {
        return new Limits(archive, entries, ratio, entry, bytes, text, jsonDepth, stringNesting);
    }

    /** A copy with another limit for the characters of one JSON string. */
    public Limits withText(int characters) {
        return new Limits(archive, entries, ratio, entry, total, characters, jsonDepth, stringNesting);
    }

    /** A copy with another limit for objects and arrays inside each other. */
    public Limits withJsonDepth(int depth) {
        return new Limits(archive, entries, ratio, entry, total, text, depth, stringNesting);
    }

    /** A copy with another limit for JSON texts inside strings. */
    public Limits withStringNesting(int levels) {
        return new Limits(archive, entries, ratio, entry, total, text, jsonDepth, levels);
    }

    private static void positive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    Shown.message("The limit '" + name + "' is " + value + "; give at least 1."));
        }
    }
}
