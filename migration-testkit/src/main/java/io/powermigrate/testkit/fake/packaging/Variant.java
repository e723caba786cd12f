package io.powermigrate.testkit.fake.packaging;

/**
 * Where sources differ or are silent, the other known way of the service (wire/canvas-app-import.md, section 7, the VARIED
 * rows). Nothing switched on is the default.
 */
public enum Variant {
    /** The imported document is written anew: layout, dates, counters, addresses. Default: byte for byte. */
    DOCUMENT_RESERIALISED("document after import", "section 6"),
    /** A pair of another environment is taken only in its own genuine package, for its own app. Default: any minted pair. */
    SAME_ENVIRONMENT_PAIRS("reused foreign package pair", "section 2"),
    /** An import keeps the package's connection references. Default: the draft carries none. */
    REFERENCES_KEPT("references after import", "section 4"),
    /** Exports carry an identity file. Default: none. */
    IDENTITY_FILE("identity file", "section 3"),
    /** A draft is taken without a lease. Default: 409. */
    DRAFT_WITHOUT_LEASE("draft PUT without a lease", "section 7"),
    /** A failed poll holds its error in {@code errors[0]}. Default: {@code resources[*].error}. */
    ERRORS_ON_TOP("where error stands in a failed poll", "section 7"),
    /** Connections added to an exported manifest are refused by importPackage. Default: listImportParameters hangs. */
    EDITED_MANIFEST_REFUSED("import of a manifest with added connections", "section 2"),
    /** {@code Retry-After} is an ISO 8601 duration. Default: seconds. */
    RETRY_AFTER_DURATION("form of Retry-After", "section 3"),
    /** A refused publish answers 404. Default: 400. */
    PUBLISH_REFUSED_404("publish version", "section 7"),
    /** Publish answers 204. Default: 200. */
    PUBLISH_WITHOUT_BODY("publish version", "section 7"),
    /** After publish the lease is free at once. Default: the next PATCH meets 409 once. */
    PUBLISH_FREES_LEASE("lease after publish", "section 5"),
    /** An app with Dataverse sources is refused by the package export. Default: accepted. */
    TABLES_REFUSED("app with Dataverse sources in a package", "section 7"),
    /** The first launch answers its outcome. Default: {@code InProgress} first. */
    LAUNCH_AT_ONCE("launch", "section 7");

    private final String point;
    private final String source;

    Variant(String point, String source) {
        this.point = point;
        this.source = "wire/canvas-app-import.md, " + source;
    }

    /** The point that varies, as the table of facts calls it. */
    public String point() {
        return point;
    }

    /** Where the variation is written down. */
    public String source() {
        return source;
    }
}
