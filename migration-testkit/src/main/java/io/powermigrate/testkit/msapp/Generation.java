package io.powermigrate.testkit.msapp;

/**
 * The structure of a document, as {@code Header.json} states it (wire/msapp.md, section 1.2). Thread safe.
 */
public enum Generation {
    /**
     * JSON only, compact, without {@code Src\}. The document version is one of those that real files have without
     * {@code checksum.json}.
     */
    V2_0("2.0", "1.324", "1.324"),
    /** Indented JSON and its projection as {@code Src\*.pa.yaml}; never a {@code checksum.json}. */
    V2_4("2.4.0", "1.346", "1.331");

    private final String structure;
    private final String version;
    private final String minVersion;

    Generation(String structure, String version, String minVersion) {
        this.structure = structure;
        this.version = version;
        this.minVersion = minVersion;
    }

    /** {@code MSAppStructureVersion}, for example {@code 2.4.0}. */
    public String structureVersion() {
        return structure;
    }

    /** {@code DocVersion}, for example {@code 1.346}. */
    public String documentVersion() {
        return version;
    }

    String minVersionToLoad() {
        return minVersion;
    }

    boolean hasYaml() {
        return this == V2_4;
    }
}
