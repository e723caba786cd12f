package io.powermigrate.canvas.formula;

import java.util.HashSet;
import java.util.Set;

/** A bracket that is open, with what was met in it so far. */
final class Frame {

    /** The bracket of the formula itself. */
    static final char NONE = ' ';

    final char bracket;

    /** The function whose arguments stand in it; empty if it is no call. */
    final String function;

    /** Names that it gives to its value: the fields of a record, the columns that a function adds. */
    private Set<String> names = Set.of();

    /** Columns that a function takes away. */
    private Set<String> away = Set.of();

    /** Which argument it is now, from 0. */
    int argument;

    /** The name that the first argument has by {@code As}. */
    String alias = "";

    /** The argument so far. */
    Shape value = Shape.NOTHING;

    /** The first argument, as soon as it is complete. */
    Shape first = Shape.NOTHING;

    /** Whether the first argument hides names in the others. */
    boolean scoped;

    /** Whether the fields of this record become variables. */
    boolean variables;

    /** Whether it is {@code [@…]}. */
    boolean global;

    private Frame(char bracket, String function) {
        this.bracket = bracket;
        this.function = function;
    }

    static Frame of(char bracket) {
        return new Frame(bracket, "");
    }

    /** The arguments of a function, or just a bracket if its name is empty. */
    static Frame call(String function) {
        return new Frame('(', function);
    }

    /** The current argument goes on with something of this shape; two things in a row make something else. */
    void operand(Shape shape) {
        value = value == Shape.NOTHING ? shape : Shape.UNKNOWN;
    }

    /** Whether the fields of a record that stands here become variables. */
    boolean takesVariables() {
        return function.equals("UpdateContext") && argument == 0 || function.equals("Navigate") && argument == 2;
    }

    /** An argument names a column. */
    void column(Functions.Column kind, String name) {
        if (kind == Functions.Column.NEW || kind == Functions.Column.OLD && function.equals("ShowColumns")) {
            field(name);
        } else if (kind == Functions.Column.OLD && Functions.takesColumnsAway(function)) {
            away = away.isEmpty() ? new HashSet<>() : away;
            away.add(name);
        }
    }

    /** A name that it gives to its value. */
    void field(String name) {
        names = names.isEmpty() ? new HashSet<>() : names;
        names.add(name);
    }

    /** What this bracket, complete now, is for the one around it. */
    Shape result(Frame around) {
        return switch (bracket) {
            case '[' -> global ? value : Shape.UNKNOWN;
            case '{' -> around.function.equals("With") && around.argument == 0 ? Shape.of(names) : Shape.UNKNOWN;
            default -> called();
        };
    }

    private Shape called() {
        if (function.isEmpty()) {
            return argument == 0 ? value : Shape.UNKNOWN;
        }
        if (function.equals("ShowColumns")) {
            return Shape.of(names);
        }
        return Functions.keepsColumns(function) ? first.changed(away, names) : Shape.UNKNOWN;
    }
}
