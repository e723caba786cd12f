package io.powermigrate.cds.solution.input;

/** The limits, each with the word that messages call it by and its default. */
public enum Limit {
    ARCHIVE("archive", 0xffffffffL),
    ENTRIES("entries", 65_000),
    ENTRY_NAME("entryName", 1_000),
    ENTRY("entry", 0xffffffffL),
    TOTAL("total", 0xffffffffL),
    XML("xml", 512L << 20),
    JSON("json", 16 << 20),
    DEPTH("depth", 200),
    ATTRIBUTES("attributes", 1_000),
    TEXT("text", 16 << 20),
    ELEMENTS("elements", 50_000_000),
    CHARACTERS("characters", 64 << 20);

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
