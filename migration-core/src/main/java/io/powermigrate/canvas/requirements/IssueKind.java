package io.powermigrate.canvas.requirements;

/** What a move to another environment can break in a document. */
public enum IssueKind {
    /** The connection is not there. */
    CONNECTION,
    /** The custom connector is not there. */
    CONNECTOR,
    /** The cloud flow is not there. */
    FLOW,
    /** The cloud flow is called in another way there. */
    FLOW_SIGNATURE,
    /** The list or table is not there. */
    TABLE,
    /** The table of Dataverse is not there. */
    DATAVERSE_TABLE,
    /** A column is not there, or has another type. */
    COLUMN,
    /** The environment variable is not there. */
    ENVIRONMENT_VARIABLE,
    /** The component library is not there. */
    LIBRARY,
    /** The code component is not there. */
    CODE_COMPONENT,
    /** The custom page is not there. */
    PAGE,
    /** A formula names something of the source. */
    LITERAL,
    /** A picture, sound or film lies in the source. */
    MEDIA,
    /** A table keeps its id while its dataset becomes another one. */
    LEFT_BEHIND,
    /** A formula holds a signed address. */
    SIGNED_ADDRESS;

    /** The issue that something which the document needs is not there. */
    static IssueKind absent(Requirement.Kind kind) {
        return valueOf(kind.name());
    }
}
