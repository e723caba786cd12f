package io.powermigrate.canvas.reading;

/** The limits, each with the word that messages call it by and its default. */
public enum Limit {
    ARCHIVE("archive", 512L << 20),
    STREAM("stream", 64 << 20),
    ENTRIES("entries", 10_000),
    ENTRY_NAME("entryName", 1_000),
    RATIO("ratio", 200),
    ENTRY("entry", 256L << 20),
    TOTAL("total", 1024L << 20),
    CHANGED("changed", 72 << 20),
    SOURCE("source", 8 << 20),
    TEXT("text", 16 << 20),
    JSON_DEPTH("jsonDepth", 200),
    STRING_NESTING("stringNesting", 4),
    MEMBERS("members", 50_000),
    NAMES("names", 4 << 20),
    HELD("held", 32 << 20),
    TOKENS("tokens", 20_000_000),
    VALUES("values", 1_000_000),
    CHARACTERS("characters", 32 << 20),
    FORMULA("formula", 16 << 20),
    FORMULA_TOKENS("formulaTokens", 500_000),
    FORMULA_DEPTH("formulaDepth", 250),
    FORMULA_NAMES("formulaNames", 100_000),
    EDITS("edits", 1_000_000),
    PLACES("places", 100_000);

    private final String word;
    private final long standard;

    Limit(String word, long standard) {
        this.word = word;
        this.standard = standard;
    }

    public String word() {
        return word;
    }

    long standard() {
        return standard;
    }
}
