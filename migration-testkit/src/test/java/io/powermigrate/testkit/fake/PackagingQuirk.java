package io.powermigrate.testkit.fake;

/** The facts that the fake enforces, and what a client meets that does not know them: each is proven by a test. */
public enum PackagingQuirk {
    PAIR("Manifest key and folder have to be a pair that one export minted.", "500 InternalServerError", 2),
    PAIR_EXACT("Key and folder of two different exports are no pair.", "500 InternalServerError", 2),
    ADDED_CONNECTION("Connections added to an exported manifest make listImportParameters hang.", "hangs", 2),
    DANGLING_KEY("A dependency key that the manifest does not hold is refused.", "400 InvalidPackageDependencies", 2),
    STAGED_LINK("importPackage takes the link of listImportParameters only.", "400 PackageManifestNotFound", 3),
    ROOT_MANIFEST("A package needs manifest.json at its root.", "400 PackageManifestNotFound", 3),
    FLOW_MANIFEST("Flows in a package need their own manifest.", "400 MissingPackageManifest", 6),
    CHOICE("Every User resource needs a selectedCreationType.", "400 InvalidPackageResource", 3),
    EXISTING_FLOW("An existing flow's id has to be one of the destination.", "FlowNotFound", 3),
    EXISTING_CONNECTION("A connection's id has to be one of the destination.", "ConnectionNotFound", 3),
    DRAFT_AFTER_UPDATE("An import with Update lands as a draft.", "published unchanged", 3),
    DIRECT_POST("POST of /apps makes no canvas app.", "500 InternalServerError", 3),
    DIRECT_PATCH("PATCH of /apps makes no canvas app.", "500 InternalServerError", 3),
    NO_REFERENCES("The importer's draft carries no connection references.", "Failed", 4),
    PATCH_PUBLISHED("PATCH reaches the published definition only; publishing the draft loses it.", "lost", 4),
    LEASE_ACTIVE("An app that somebody edits is leased.", "409 AppLeaseActive", 4),
    LEASE_SAME_USER(
            "An app that is open in the caller's own Studio is leased, too.", "409 AppLeaseSameUserConflict", 4),
    FOUR_PARTS(
            "A client version of three parts is stored with revision -1 and breaks the runtime package.", "Failed", 4),
    NAME("A full PUT refuses some characters in display names.", "400 InvalidApplicationNameCharacters", 4),
    PUBLISH_VERSION("publish does not exist in 2016-11-01.", "400 InvalidApiVersionParameter", 5),
    PUBLISH_HOLDS("publish holds the lease for a moment.", "409 AppLeaseActive", 5),
    LAUNCH_TOKEN("launch needs a token for api.powerplatform.com.", "401 InvalidAuthenticationTokenAudience", 5),
    SOLUTION("An app that is in a solution is in no package.", "200 AppInSolution", 2),
    NOT_OWNER("Only owner and co-owner export an app.", "200 AppAccessDenied", 2),
    FLOW_AUTHENTICATION(
            "A flow whose action holds an authentication of its own is refused.",
            "WorkflowRunActionInputsInvalidProperty",
            6),
    APP_TOKEN("Packaging needs a signed-in user.", "403 Forbidden", 2);

    private final String fact;
    private final String met;
    private final int section;

    PackagingQuirk(String fact, String met, int section) {
        this.fact = fact;
        this.met = met;
        this.section = section;
    }

    /** The fact, as a sentence. */
    public String fact() {
        return fact;
    }

    /** What a client meets that does not know it. */
    public String met() {
        return met;
    }

    /** Where the fact is written down. */
    public String source() {
        return "wire/canvas-app-import.md, section " + section;
    }
}
