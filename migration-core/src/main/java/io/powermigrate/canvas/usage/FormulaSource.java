package io.powermigrate.canvas.usage;

/** What holds a formula: the four kinds of places of wire/msapp.md, section 2.4. */
public enum FormulaSource {
    /** A property of a control. */
    RULE,
    /** A property that a control has only because of its data or custom control. */
    DYNAMIC_PROPERTY,
    /** A part of a rule that conditional formatting made. */
    TAGGED_RULE,
    /** The copy of a component's definition that each instance of it carries. */
    COMPONENT_COPY
}
