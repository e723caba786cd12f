package io.powermigrate.canvas.formula;

/** What a name of an app stands for. */
public enum SymbolKind {
    /** A table of Dataverse or of a connector. */
    TABLE(true),
    /** The operations of a connector. */
    SERVICE(true),
    /** A cloud flow that the app runs. */
    FLOW(true),
    /** A table in memory that formulas fill. */
    COLLECTION(true),
    /** A table whose rows lie in the document. */
    STATIC_TABLE(true),
    /** The values of a choice column. */
    OPTION_SET(true),
    /** The views of a Dataverse table. */
    VIEW(true),
    /** A screen, control or component. */
    CONTROL(false),
    /** Set by {@code Set}, known everywhere. */
    VARIABLE(false),
    /** Set by {@code UpdateContext} or {@code Navigate}, known on one screen, where it stands before all other names. */
    CONTEXT_VARIABLE(false),
    /** A formula with a name of its own. */
    NAMED_FORMULA(false),
    /** A name that {@code As} gives to a row or record. */
    ALIAS(false),
    /** A picture, sound or video of the document. */
    MEDIA(false),
    /** A page, form list or theme that the document names. */
    OTHER(false),
    /** What formulas use and the document does not define: enumerations, values of them, {@code ThisItem} and its like. */
    BUILT_IN(false);

    private final boolean dataSource;

    SymbolKind(boolean dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether it is one of the document's data sources. */
    public boolean isDataSource() {
        return dataSource;
    }
}
