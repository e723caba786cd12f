package io.powermigrate.cds.solution.schema;

import java.util.Arrays;
import java.util.Optional;

/** How far a privilege reaches: own rows, the business unit, that and those below, everything (wire/dataverse.md, section 4.1). */
public enum PrivilegeDepth {
    BASIC("Basic"),
    LOCAL("Local"),
    DEEP("Deep"),
    GLOBAL("Global"),
    RECORD_FILTER("RecordFilter");

    private final String word;

    PrivilegeDepth(String word) {
        this.word = word;
    }

    /** The word of packages and services. */
    public String word() {
        return word;
    }

    /** What a word means, whatever its case; empty for one that is not known. */
    public static Optional<PrivilegeDepth> of(String word) {
        return Arrays.stream(values())
                .filter(depth -> depth.word.equalsIgnoreCase(word))
                .findFirst();
    }
}
