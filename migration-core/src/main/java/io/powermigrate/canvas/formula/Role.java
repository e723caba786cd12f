package io.powermigrate.canvas.formula;

/** What an identifier that is spelled like a name of the app is, at one place (wire/msapp.md, section 4.5). */
public enum Role {
    /** It means the name. */
    REFERENCE(true),
    /** A column of a row whose columns are not known could hide the name, but only a table or service makes sense at this place. */
    PRESUMED(true),
    /** A column or variable that is not known could hide the name; without the types of the columns it is not decided. */
    AMBIGUOUS(true),
    /** A column, a key of {@code With} or an alias hides the name here. */
    SHADOWED(false),
    /** It stands behind a dot and is a part of what stands before. */
    MEMBER(false),
    /** It names a field of a record that is written down. */
    FIELD(false),
    /** It names a column in an argument that takes columns. */
    COLUMN(false),
    /** It is called as a function. */
    FUNCTION(false),
    /** It is given to a row or record here, behind {@code As}. */
    ALIAS(false),
    /** A text that is equal to the name. */
    TEXT(false);

    private final boolean renamed;

    Role(boolean renamed) {
        this.renamed = renamed;
    }

    /** Whether it follows when the name changes. */
    public boolean followsRename() {
        return renamed;
    }
}
