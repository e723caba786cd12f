package io.powermigrate.canvas;

import io.powermigrate.canvas.reading.Limit;
import io.powermigrate.canvas.reading.LimitValues;
import io.powermigrate.internal.text.Shown;

/**
 * What a canvas document may cost to read; one that is beyond is refused, never cut. The defaults are some ten times what real documents
 * need (wire/msapp.md, section 9, and those of the tests), and keep what one document takes below 256 MB of heap. Immutable.
 */
public final class Limits {

    private static final Limits DEFAULTS = new Limits(LimitValues.STANDARD);

    private final LimitValues values;

    private Limits(LimitValues values) {
        this.values = values;
    }

    /** The limits that {@link CanvasDocument} uses when none are given. */
    public static Limits defaults() {
        return DEFAULTS;
    }

    /** In one line: the limits of the archive; each of the others has a method. */
    @Override
    public String toString() {
        return "Limits[" + archive() + " bytes, " + entries() + " entries]";
    }

    /** At most so many bytes of the .msapp itself: 512 MiB; real ones have 4 million. */
    public long archive() {
        return of(Limit.ARCHIVE);
    }

    /** A copy with another {@link #archive()}. */
    public Limits withArchive(long most) {
        return with(Limit.ARCHIVE, most);
    }

    /** At most so many bytes of a .msapp that is read from a stream, which are held in memory: 64 Mi; real ones have 4 million. */
    public int stream() {
        return (int) of(Limit.STREAM);
    }

    /** A copy with another {@link #stream()}. */
    public Limits withStream(int most) {
        return with(Limit.STREAM, most);
    }

    /** At most so many entries: 10,000; real ones have 73. */
    public int entries() {
        return (int) of(Limit.ENTRIES);
    }

    /** A copy with another {@link #entries()}. */
    public Limits withEntries(int most) {
        return with(Limit.ENTRIES, most);
    }

    /** At most so many characters in the name of one entry: 1,000; real ones have 98. */
    public int entryName() {
        return (int) of(Limit.ENTRY_NAME);
    }

    /** A copy with another {@link #entryName()}. */
    public Limits withEntryName(int most) {
        return with(Limit.ENTRY_NAME, most);
    }

    /**
     * At most so many inflated bytes per compressed byte of an entry that is JSON or YAML, looked at above 1 MiB inflated: 200; real
     * ones have 47. Pictures and other files are judged by {@link #entry()} alone.
     */
    public int ratio() {
        return (int) of(Limit.RATIO);
    }

    /** A copy with another {@link #ratio()}. */
    public Limits withRatio(int most) {
        return with(Limit.RATIO, most);
    }

    /** At most so many inflated bytes of one entry: 256 MiB; real ones have 31 million. */
    public long entry() {
        return of(Limit.ENTRY);
    }

    /** A copy with another {@link #entry()}. */
    public Limits withEntry(long most) {
        return with(Limit.ENTRY, most);
    }

    /** At most so many inflated bytes of all entries: 1024 MiB; real ones have 70 million. */
    public long total() {
        return of(Limit.TOTAL);
    }

    /** A copy with another {@link #total()}. */
    public Limits withTotal(long most) {
        return with(Limit.TOTAL, most);
    }

    /** At most so many inflated bytes of one entry that a rebinding changes, which are held in memory: 72 Mi; real ones have 31 million. */
    public int changed() {
        return (int) of(Limit.CHANGED);
    }

    /** A copy with another {@link #changed()}. */
    public Limits withChanged(int most) {
        return with(Limit.CHANGED, most);
    }

    /** At most so many inflated bytes of one YAML source that a rebinding changes: 8 Mi; real ones have 88 thousand. */
    public int source() {
        return (int) of(Limit.SOURCE);
    }

    /** A copy with another {@link #source()}. */
    public Limits withSource(int most) {
        return with(Limit.SOURCE, most);
    }

    /** At most so many characters of one JSON string that is read, with those of the strings that it lies in: 16 Mi; real ones have 3.1 million. */
    public int text() {
        return (int) of(Limit.TEXT);
    }

    /** A copy with another {@link #text()}. */
    public Limits withText(int most) {
        return with(Limit.TEXT, most);
    }

    /** At most so many objects and arrays inside each other, counting on in JSON texts inside strings: 200; real ones have 29. */
    public int jsonDepth() {
        return (int) of(Limit.JSON_DEPTH);
    }

    /** A copy with another {@link #jsonDepth()}. */
    public Limits withJsonDepth(int most) {
        return with(Limit.JSON_DEPTH, most);
    }

    /** At most so many JSON texts inside strings of JSON texts: 4; real ones have 3. */
    public int stringNesting() {
        return (int) of(Limit.STRING_NESTING);
    }

    /** A copy with another {@link #stringNesting()}. */
    public Limits withStringNesting(int most) {
        return with(Limit.STRING_NESTING, most);
    }

    /** At most so many members of one JSON object and of those that it lies in: 50,000; real ones have 1,355. */
    public int members() {
        return (int) of(Limit.MEMBERS);
    }

    /** A copy with another {@link #members()}. */
    public Limits withMembers(int most) {
        return with(Limit.MEMBERS, most);
    }

    /** At most so many characters of all member names of one JSON text that are longer than 256 characters: 4 Mi; real ones have 0. */
    public int names() {
        return (int) of(Limit.NAMES);
    }

    /** A copy with another {@link #names()}. */
    public Limits withNames(int most) {
        return with(Limit.NAMES, most);
    }

    /** At most so many bytes of the strings and numbers of one JSON object and of those that it lies in, for the normal form: 32 Mi; real ones have 2.8 million. */
    public int held() {
        return (int) of(Limit.HELD);
    }

    /** A copy with another {@link #held()}. */
    public Limits withHeld(int most) {
        return with(Limit.HELD, most);
    }

    /** At most so many JSON tokens that one reading of the document passes: 20,000,000; real ones have 242 thousand. */
    public int tokens() {
        return (int) of(Limit.TOKENS);
    }

    /** A copy with another {@link #tokens()}. */
    public Limits withTokens(int most) {
        return with(Limit.TOKENS, most);
    }

    /** At most so many JSON objects, arrays and texts that one reading of the document takes facts from: 1,000,000; real ones have 40 thousand. */
    public int values() {
        return (int) of(Limit.VALUES);
    }

    /** A copy with another {@link #values()}. */
    public Limits withValues(int most) {
        return with(Limit.VALUES, most);
    }

    /** At most so many characters of the formulas and other texts that one reading of the document takes out of it: 32 Mi; real ones have 1.9 million. */
    public int characters() {
        return (int) of(Limit.CHARACTERS);
    }

    /** A copy with another {@link #characters()}. */
    public Limits withCharacters(int most) {
        return with(Limit.CHARACTERS, most);
    }

    /** At most so many characters of one formula: 16 Mi; real ones have 1.4 million. */
    public int formula() {
        return (int) of(Limit.FORMULA);
    }

    /** A copy with another {@link #formula()}. */
    public Limits withFormula(int most) {
        return with(Limit.FORMULA, most);
    }

    /** At most so many tokens of one formula; comments count: 500,000; real ones have 4,515. */
    public int formulaTokens() {
        return (int) of(Limit.FORMULA_TOKENS);
    }

    /** A copy with another {@link #formulaTokens()}. */
    public Limits withFormulaTokens(int most) {
        return with(Limit.FORMULA_TOKENS, most);
    }

    /** At most so many brackets inside each other in one formula: 250; real ones have 19. */
    public int formulaDepth() {
        return (int) of(Limit.FORMULA_DEPTH);
    }

    /** A copy with another {@link #formulaDepth()}. */
    public Limits withFormulaDepth(int most) {
        return with(Limit.FORMULA_DEPTH, most);
    }

    /** At most so many different names that formulas use or define, with those of controls and data sources; also different texts in formulas: 100,000; real ones have 1,053. */
    public int formulaNames() {
        return (int) of(Limit.FORMULA_NAMES);
    }

    /** A copy with another {@link #formulaNames()}. */
    public Limits withFormulaNames(int most) {
        return with(Limit.FORMULA_NAMES, most);
    }

    /** At most so many pieces of one entry that a rebinding replaces: 1,000,000; real ones have 233. */
    public int edits() {
        return (int) of(Limit.EDITS);
    }

    /** A copy with another {@link #edits()}. */
    public Limits withEdits(int most) {
        return with(Limit.EDITS, most);
    }

    /** At most so many places of formulas that are told: uses of data sources, columns in texts, ids and addresses, errors: 100,000; real ones have 389. */
    public int places() {
        return (int) of(Limit.PLACES);
    }

    /** A copy with another {@link #places()}. */
    public Limits withPlaces(int most) {
        return with(Limit.PLACES, most);
    }

    /** What the rooms of this library read. */
    LimitValues all() {
        return values;
    }

    private long of(Limit limit) {
        return values.of(limit);
    }

    private Limits with(Limit limit, long most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    Shown.message("The limit '" + limit.word() + "' is " + most + "; give at least 1."));
        }
        return new Limits(values.with(limit, most));
    }
}
