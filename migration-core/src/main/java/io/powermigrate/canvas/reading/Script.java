package io.powermigrate.canvas.reading;

/**
 * A formula as it was passed in a tree of controls.
 *
 * @param screen outermost control
 * @param control control that has the property
 */
public record Script(Kind kind, String screen, String control, String property, String text) {

    /** The four kinds of places of wire/msapp.md, section 2.4. */
    public enum Kind {
        RULE,
        DYNAMIC_PROPERTY,
        TAGGED_RULE,
        COMPONENT_COPY
    }

    @Override
    public String toString() {
        return "Script[" + kind + ", " + text.length() + " characters]";
    }
}
