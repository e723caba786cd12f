package io.powermigrate.testkit.fake.wire;

import java.util.List;

/**
 * What the fake knows of the service, one row for each fact: whether it enforces it, tolerates every known form, or
 * answers in one of several forms. The source is a section of the project's wire notes.
 */
public enum Dialect {
    // reading: canvas-app-import.md, section 1, power-platform.md, sections 0 and 2
    BLOB_WITHOUT_BEARER(
            enforced("a pre-signed address is refused with a bearer token"), "canvas-app-import.md, section 1"),
    BLOB_SIGNATURE(enforced("a pre-signed address needs its signature, and ends"), "power-platform.md, section 0.1"),
    DRAFT_ONLY_FROM_2017_05(
            enforced("the draft comes only from api-version 2017-05-01 on"), "canvas-app-import.md, section 1"),
    DOCUMENT_ENCODING(varied("content encoding of a blob", "identity", "gzip"), "canvas-app-import.md, section 1"),
    TOKEN_AUDIENCE(enforced("each host takes the audiences of the table only"), "power-platform.md, section 0.1"),
    AUDIENCE_SLASH(tolerated("an audience with or without the slash at its end"), "power-platform.md, section 0.1"),
    ADMIN_REGISTRATION(
            enforced("an application must be registered for admin routes"), "power-platform.md, section 0.1"),
    PACKAGING_NEEDS_USER(
            enforced("packaging and maker routes refuse an application's token"), "power-platform.md, section 0.1"),
    NOT_FOUND_AS_FORBIDDEN(enforced("an environment of another tenant answers 403"), "power-platform.md, section 0.4"),
    NEXT_LINK(enforced("the last page has no nextLink at all"), "power-platform.md, section 0.3"),
    CUSTOM_CONNECTOR_NEXT_LINK(
            varied("host in the next link of custom connectors", "management.azure.com", "same host"),
            "power-platform.md, section 0.3"),
    CONNECTION_ENVIRONMENT_NAME(
            varied("environment of a connection", "id and name", "id only"), "power-platform.md, section 5.2"),
    APP_REFERENCES_WHERE_NONE(
            varied("connection references of an app without any", "empty object", "absent"),
            "power-platform.md, section 2.3"),

    DRAFT_WHERE_PUBLISHED(
            varied("the draft of an app that nobody changed since its publication", "present", "absent"),
            "power-platform.md, section 2.2"),
    ADMIN_FLOW_DEFINITION(
            varied("definition in the administrators' get of a flow", "absent", "present"),
            "power-platform.md, section 4.1"),

    MAKERS_FLOWS(
            enforced(
                    "a maker's list of flows holds those that the caller created; shared ones come with search('team')"),
            "power-platform.md, section 14"),
    SOLUTION_FLOWS(
            enforced("a maker's list has flows of solutions only with include=includeSolutionCloudFlows"),
            "power-platform.md, section 4.1"),
    DELETED_FLOWS(
            enforced("a deleted flow is for administrators only, who can restore it; deleting none answers 204"),
            "power-platform.md, section 4.3"),
    OWNER_IS_NOT_SHARED(
            enforced("modifyPermissions gives nobody the ownership of an app, and a whole tenant CanView only"),
            "power-platform.md, section 8.2"),

    // package pair: canvas-app-import.md, section 2
    PACKAGE_PAIR(
            enforced("resource key and folder id must be a pair that an export minted"),
            "canvas-app-import.md, section 2"),
    PACKAGE_PAIR_SURVIVES(enforced("a pair lives on when its app is deleted"), "canvas-app-import.md, section 2"),
    FOREIGN_PACKAGE_PAIR(
            varied("a pair of another environment, used again", "ANY_MINTED", "SAME_ENVIRONMENT"),
            "canvas-app-import.md, sections 2 and 7"),
    EXPORT_NEEDS_OWNER(enforced("an export needs an owner or co-owner"), "canvas-app-import.md, section 2"),
    EXPORT_NOT_FROM_SOLUTION(
            enforced("an app in a solution cannot be exported as a package"), "canvas-app-import.md, section 2"),
    EDITED_MANIFEST(
            varied("import of a manifest with added connections", "400 dangling keys", "hangs"),
            "canvas-app-import.md, section 2"),
    DATAVERSE_APP_IN_PACKAGE(
            varied("export of an app with Dataverse sources", "accepted", "refused"),
            "canvas-app-import.md, section 7"),

    // import: canvas-app-import.md, section 3
    IMPORT_NEEDS_RESTAGED_LINK(
            enforced("importPackage with the upload's link answers PackageManifestNotFound"),
            "canvas-app-import.md, section 3"),
    IMPORT_NEEDS_MANIFEST(enforced("a package needs a manifest.json at its root"), "power-platform.md, section 0.4"),
    IMPORT_NEEDS_APP_SELECTION(
            enforced("the app resource needs a selectedCreationType, and an id for Update"),
            "canvas-app-import.md, section 3"),
    UPDATE_LANDS_AS_DRAFT(
            enforced("an import with Update is a draft until published"), "canvas-app-import.md, section 3"),
    NEW_IS_PUBLISHED(enforced("an import with New is published as it is"), "canvas-app-import.md, section 3"),
    POST_APPS(
            enforced("POST and PATCH of /apps for a canvas app answer 500"), "canvas-app-import.md, sections 3 and 7"),
    VALIDATE_IMPORT(tolerated("import works without validateImportPackage"), "canvas-app-import.md, section 7"),
    IMPORT_BODY(tolerated("three or four fields in importPackage, more are kept"), "canvas-app-import.md, section 7"),
    APIS_SELECTION(tolerated("selectedCreationType on apis, or not"), "canvas-app-import.md, section 7"),
    IDENTITY_FILE(tolerated("an identity file in the package, or none"), "canvas-app-import.md, section 7"),
    EXPORTED_IDENTITY_FILE(
            varied("identity file in an exported package", "absent", "present"), "canvas-app-import.md, section 7"),
    PACKAGE_NAMES(
            tolerated("any names in the package, if documentUri names an entry"), "canvas-app-import.md, section 7"),
    REFERENCES_AFTER_IMPORT(
            varied("connection references of the draft after an import", "none", "kept"),
            "canvas-app-import.md, section 7"),
    REFUSED_IMPORT_ERROR(
            varied("where the error of a failed poll stands", "resources", "errors"),
            "canvas-app-import.md, section 7"),
    RETRY_AFTER(varied("form of Retry-After", "seconds", "ISO 8601 duration"), "canvas-app-import.md, section 3"),
    REMADE_DOCUMENT(
            varied("document after an import", "as sent", "serialised again"), "canvas-app-import.md, section 6"),
    POLL_STATUS(tolerated("polls say Running until the end"), "canvas-app-import.md, section 7"),
    IMPORT_SHOWS(
            varied(
                    "when an accepted import shows in lists and gets",
                    "at once",
                    "later, Running until then",
                    "later, a new app after Succeeded"),
            "canvas-app-import.md, section 3 [?]"),
    NEW_APP_IN_LISTS(
            varied("a new app in lists", "as soon as its get", "later than its get"),
            "power-platform.md, section 2.1 [?]"),

    // draft: canvas-app-import.md, section 4
    FOUR_PART_VERSION(
            enforced("a client version of three parts breaks the runtime package"), "canvas-app-import.md, section 4"),
    DISPLAY_NAME_CHARACTERS(
            enforced("a PUT refuses a display name with one of . \\ / : * ? \" < > |"),
            "canvas-app-import.md, section 4"),
    LEASE_CONFLICT(enforced("a lease held by somebody answers 409"), "canvas-app-import.md, section 4"),
    LEASE_CALLS(
            tolerated("forceLeaseAcquisition=false or not, a slash at the end or not"),
            "canvas-app-import.md, section 7"),
    DRAFT_PUT_WITHOUT_LEASE(
            varied("a PUT of the draft without a lease", "409", "accepted"), "canvas-app-import.md, section 7"),
    PATCH_REACHES_PUBLISHED_ONLY(
            enforced("PATCH changes the published definition only"), "canvas-app-import.md, section 4"),

    // publish: canvas-app-import.md, section 5
    PUBLISH_VERSION(
            enforced("publish with an api-version before 2017-05-01 is refused"), "canvas-app-import.md, section 5"),
    PUBLISH_STATUS(varied("status of publish", "200", "204"), "canvas-app-import.md, section 7"),
    PUBLISH_REFUSAL(varied("status of a refused publish", "400", "404"), "canvas-app-import.md, section 7"),
    PUBLISH_KEEPS_REFERENCES(
            enforced("publish promotes the references of the draft"), "canvas-app-import.md, section 5"),
    PUBLISH_HOLDS_LEASE(
            varied("PATCH right after publish", "accepted", "409 AppLeaseActive"), "canvas-app-import.md, section 5"),
    LAUNCH_PROVES_PACKAGE(enforced("only launch shows a broken runtime package"), "canvas-app-import.md, section 5"),
    LAUNCH_FIRST_STATUS(varied("first status of launch", "InProgress", "Ready"), "canvas-app-import.md, section 7"),
    LAUNCH_CACHE(tolerated("launch with or without bypass-cache=true"), "canvas-app-import.md, section 7"),

    // Dataverse: dataverse.md, sections 1, 3 and 4
    ORGANISATION_AUDIENCE(
            enforced("the Web API of an organisation takes tokens for its own address only"),
            "dataverse.md, section 1.1"),
    WEB_API_VERSION(tolerated("any v9.x in the path, for any message"), "dataverse.md, section 1.1"),
    ORGANISATION_MEMBER(
            enforced("who is no user of the organisation gets 403 0x80072560"), "dataverse.md, section 1.2"),
    BATCH_STATUS(
            varied("status of a batch that stopped at a failure", "200", "that of the failure"),
            "dataverse.md, section 1.8"),
    QUERY_SKIP(
            enforced("a query has no $skip, and definitions have neither pages nor an order"),
            "dataverse.md, section 1.6"),
    WEB_API_NEXT_LINK(
            enforced("a next link begins as the client's own addresses do, and the last page has none"),
            "dataverse.md, section 1.6"),
    ROW_VERSIONS(
            enforced("If-Match, If-None-Match and alternate keys answer 404, 412 and 304 as noted"),
            "dataverse.md, section 1.7"),
    GUID_LITERALS(tolerated("ids in filters and keys bare or quoted"), "clients.md, point 12"),
    FUNCTION_PARENTHESES(tolerated("functions with and without empty parentheses"), "clients.md, Dataverse point 5"),
    NAVIGATION_CASE(enforced("names of navigation properties are compared with case"), "dataverse.md, section 1.1"),
    DEFINITIONS_BY_PUT(enforced("definitions are replaced by PUT, and PATCH answers 405"), "dataverse.md, section 3.3"),
    ROLE_BASELINE(enforced("every role has nine privileges, which it keeps"), "dataverse.md, section 4.1"),
    PRIVILEGE_DEPTH(enforced("a privilege is granted only at a depth that its flags allow"), "dataverse-facts.md, A7"),
    SECURED_COLUMN(enforced("a field permission needs a column that is secured"), "dataverse.md, section 4.2"),
    ADMINISTRATOR_PROFILE(
            enforced("nobody changes the field security profile of administrators"), "dataverse.md, section 4.2"),
    ONE_VALUE_OF_A_VARIABLE(enforced("an environment variable has one value row"), "dataverse-facts.md, A8"),
    FLOW_ACTIVATION(
            enforced("a flow is switched on only while its references have connections that the caller may use"),
            "dataverse-situations.md, S43 and S44"),
    CHILD_FLOW_OFF(
            varied("a flow that is switched on before a flow that it calls", "refused", "accepted"),
            "dataverse-situations.md, S46"),

    // solutions: dataverse.md, sections 2, 6 and 7, dataverse-facts.md, A and C
    SOLUTION_LOCK(
            varied("a second solution operation while one runs", "job fails", "request refused", "job waits"),
            "dataverse-facts.md, A5"),
    SOLUTION_JOB_TYPE(varied("operation type of a solution job", "54", "dedicated"), "dataverse.md, section 2.7"),
    OWN_IMPORT_JOB_ID(
            varied(
                    "an import job id of the client's own in the asynchronous messages",
                    "honoured",
                    "ignored",
                    "refused"),
            "dataverse-facts.md, A1"),
    IMPORT_JOB_DATA(
            varied("the data of an import job", "root says succeeded", "manifests only"), "dataverse-facts.md, B7"),
    STAGED_STATUS(
            varied("the status of a package that passed staging", "Passed", "Completed"), "dataverse-facts.md, A2"),
    STAGED_MISSING_DEPENDENCIES(
            varied("where staging names missing dependencies", "both", "validation result only", "list only"),
            "dataverse-facts.md, A6"),
    ROLE_UPDATE(varied("privileges that an imported role lacks", "replaced", "merged"), "dataverse-facts.md, B2"),
    ROLE_WITH_UNKNOWN_PRIVILEGE(
            varied("a role with a privilege of a table that is absent", "dropped", "refused"),
            "dataverse-facts.md, A7"),
    LOWER_SOLUTION_VERSION(
            varied("an import of a version lower than the installed one", "accepted", "refused"),
            "dataverse-facts.md, B4"),
    DEPENDENCY_TYPE_IN_TEXT(
            varied("DependencyType in the text of a blocked removal", "present", "absent"), "dataverse-facts.md, A6"),
    SOLUTION_REFUSALS(
            enforced(
                    "types, modes, publishers, servers, sizes, languages, dependencies and privileges are checked before"
                            + " an import, which then comes whole or not at all"),
            "dataverse.md, section 7"),
    UNMANAGED_ON_TOP(
            enforced("an unmanaged edit hides a managed change unless the import overwrites"),
            "dataverse.md, section 7"),
    MANAGED_OVER_UNMANAGED(
            enforced("a managed package does not take the place of an unmanaged canvas app"),
            "dataverse-situations.md, S25"),
    COMPONENT_TWICE(
            varied("adding a component that the solution holds already", "accepted", "refused"),
            "dataverse.md, section 2.3"),
    DEPENDENCY_BASE(varied("the base solution of a required component", "present", "absent"), "dataverse-facts.md, D1"),
    DEFINITIONS_AS_PUBLISHED(
            enforced("a definition is told as it is published and as it would be"), "dataverse-facts.md, D2"),
    UPGRADE_REMOVES(
            enforced("an update keeps what the package lacks, an upgrade removes it unless something needs it"),
            "dataverse.md, section 7");

    /** How the fake treats a fact. */
    public enum Kind {
        /** Breaking it fails as the service fails. */
        ENFORCED,
        /** Sources differ, and each known form is taken. */
        TOLERATED,
        /** The fake answers in one of the known forms. */
        VARIED
    }

    private record Fact(Kind kind, String words, List<String> variants) {}

    private final Fact fact;
    private final String source;

    Dialect(Fact fact, String source) {
        this.fact = fact;
        this.source = source;
    }

    private static Fact enforced(String words) {
        return new Fact(Kind.ENFORCED, words, List.of());
    }

    private static Fact tolerated(String words) {
        return new Fact(Kind.TOLERATED, words, List.of());
    }

    private static Fact varied(String words, String... variants) {
        return new Fact(Kind.VARIED, words, List.of(variants));
    }

    /** The fact in words. */
    public String words() {
        return fact.words();
    }

    /** How the fake treats it. */
    public Kind kind() {
        return fact.kind();
    }

    /** File and section of the wire notes. */
    public String source() {
        return "wire/" + source;
    }

    /** The known forms of a VARIED fact, the default first; empty for the others. */
    public List<String> variants() {
        return fact.variants();
    }

    /**
     * The form in which the fake answers without a choice.
     *
     * @throws IllegalStateException for a fact that does not vary
     */
    public String standard() {
        if (kind() != Kind.VARIED) {
            throw new IllegalStateException(
                    "The fact " + name() + " does not vary, so it has no variants. Choose a fact of kind VARIED.");
        }
        return variants().get(0);
    }
}
