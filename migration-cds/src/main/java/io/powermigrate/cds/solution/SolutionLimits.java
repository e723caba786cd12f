package io.powermigrate.cds.solution;

import io.powermigrate.cds.solution.input.Limit;
import io.powermigrate.cds.solution.input.LimitValues;
import io.powermigrate.internal.text.Shown;

/**
 * What a solution package may cost to read; one that is beyond is refused, never cut. Files that are neither XML nor JSON are only
 * copied, piece by piece, whatever their size. Immutable.
 */
public final class SolutionLimits {

    private static final SolutionLimits DEFAULTS = new SolutionLimits(LimitValues.STANDARD);

    private final LimitValues values;

    private SolutionLimits(LimitValues values) {
        this.values = values;
    }

    /** The limits that {@link SolutionPackage} uses when none are given. */
    public static SolutionLimits defaults() {
        return DEFAULTS;
    }

    /** At most so many bytes of the zip itself: 4 GiB less one, which is the most without zip64. */
    public long archive() {
        return values.of(Limit.ARCHIVE);
    }

    /** A copy with another {@link #archive()}. */
    public SolutionLimits withArchive(long most) {
        return with(Limit.ARCHIVE, most);
    }

    /** At most so many files: 65,000. */
    public int entries() {
        return (int) values.of(Limit.ENTRIES);
    }

    /** A copy with another {@link #entries()}. */
    public SolutionLimits withEntries(int most) {
        return with(Limit.ENTRIES, most);
    }

    /** At most so many characters in the path of one file: 1,000. */
    public int entryName() {
        return (int) values.of(Limit.ENTRY_NAME);
    }

    /** A copy with another {@link #entryName()}. */
    public SolutionLimits withEntryName(int most) {
        return with(Limit.ENTRY_NAME, most);
    }

    /** At most so many inflated bytes of one file: 4 GiB less one. */
    public long entry() {
        return values.of(Limit.ENTRY);
    }

    /** A copy with another {@link #entry()}. */
    public SolutionLimits withEntry(long most) {
        return with(Limit.ENTRY, most);
    }

    /** At most so many inflated bytes of all files that one reading opens: 4 GiB less one. */
    public long total() {
        return values.of(Limit.TOTAL);
    }

    /** A copy with another {@link #total()}. */
    public SolutionLimits withTotal(long most) {
        return with(Limit.TOTAL, most);
    }

    /** At most so many bytes of one XML file that is read: 512 MiB; real ones have 9 million. */
    public long xml() {
        return values.of(Limit.XML);
    }

    /** A copy with another {@link #xml()}. */
    public SolutionLimits withXml(long most) {
        return with(Limit.XML, most);
    }

    /** At most so many bytes of one JSON file that is read: 16 MiB; real ones have 100 thousand. */
    public long json() {
        return values.of(Limit.JSON);
    }

    /** A copy with another {@link #json()}. */
    public SolutionLimits withJson(long most) {
        return with(Limit.JSON, most);
    }

    /** At most so many elements inside each other: 200; real ones have 30. */
    public int depth() {
        return (int) values.of(Limit.DEPTH);
    }

    /** A copy with another {@link #depth()}. */
    public SolutionLimits withDepth(int most) {
        return with(Limit.DEPTH, most);
    }

    /** At most so many attributes of one element: 1,000; real ones have 14. */
    public int attributes() {
        return (int) values.of(Limit.ATTRIBUTES);
    }

    /** A copy with another {@link #attributes()}. */
    public SolutionLimits withAttributes(int most) {
        return with(Limit.ATTRIBUTES, most);
    }

    /** At most so many characters of one tag, text or comment of XML, which are held in memory: 16 Mi. */
    public int text() {
        return (int) values.of(Limit.TEXT);
    }

    /** A copy with another {@link #text()}. */
    public SolutionLimits withText(int most) {
        return with(Limit.TEXT, most);
    }

    /** At most so many XML elements that one reading passes: 50,000,000; real ones have 200 thousand. */
    public long elements() {
        return values.of(Limit.ELEMENTS);
    }

    /** A copy with another {@link #elements()}. */
    public SolutionLimits withElements(long most) {
        return with(Limit.ELEMENTS, most);
    }

    /** At most so many characters that one reading keeps as facts: 64 Mi. */
    public long characters() {
        return values.of(Limit.CHARACTERS);
    }

    /** A copy with another {@link #characters()}. */
    public SolutionLimits withCharacters(long most) {
        return with(Limit.CHARACTERS, most);
    }

    /** Which differ from the defaults. */
    @Override
    public String toString() {
        return "SolutionLimits" + values;
    }

    /** What the rooms of this library read. */
    LimitValues all() {
        return values;
    }

    private SolutionLimits with(Limit limit, long most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    Shown.message("The limit '" + limit.word() + "' is " + most + "; give at least 1."));
        }
        return new SolutionLimits(values.with(limit, most));
    }
}
