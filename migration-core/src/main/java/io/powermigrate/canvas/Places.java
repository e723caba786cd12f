package io.powermigrate.canvas;

import java.util.function.UnaryOperator;

/** Changes bound places of one entry, and notes what was changed. For one thread. */
final class Places {

    private final String entry;
    private final Destination destination;
    private final Substitution substitution;
    private final ChangeNotes notes;
    private final boolean dropsSecrets;

    Places(String entry, Destination destination, Substitution substitution, ChangeNotes notes, boolean dropsSecrets) {
        this.entry = entry;
        this.destination = destination;
        this.substitution = substitution;
        this.notes = notes;
        this.dropsSecrets = dropsSecrets;
    }

    Destination destination() {
        return destination;
    }

    /** The current string. */
    void value(JsonEditor json, Tie tie, UnaryOperator<String> becomes) {
        if (json.isString()) {
            literal(json, json.literal(), tie, becomes);
        }
    }

    /** The name of the current member. */
    void name(JsonEditor json, Tie tie, UnaryOperator<String> becomes) {
        literal(json, json.nameLiteral(), tie, becomes);
    }

    /** A string or name that was passed already. */
    void literal(JsonEditor json, JsonLiteral literal, Tie tie, UnaryOperator<String> becomes) {
        String value = literal.value();
        String other = becomes.apply(value);
        if (!other.equals(value)) {
            json.replace(literal, other);
            notes.changed(tie, entry, value, other);
        }
    }

    /** Addresses and ids anywhere in the current value. */
    void metadata(JsonEditor json, Tie tie) {
        if (!substitution.isEmpty()) {
            json.substitute(substitution, found -> notes.changed(tie, entry, found.from(), found.to()));
        }
    }

    /** The current member goes if it is a signed address; its value is never noted. */
    void dropIfSecret(JsonEditor json, String name) {
        if (dropsSecrets && (name.equals(ConnectionReferenceReader.CALLBACK) || Redaction.isSigned(json.text()))) {
            json.remove();
            notes.removed(Tie.FLOW_CALLBACK, entry);
        }
    }

    /** The current string becomes another, and neither is noted. */
    void secret(JsonEditor json, Tie tie, String other) {
        if (dropsSecrets && json.isString()) {
            JsonLiteral literal = json.literal();
            String value = literal.value();
            if (!value.isEmpty() && !value.equals(other)) {
                json.replace(literal, other);
                notes.removed(tie, entry);
            }
        }
    }

    /** As {@link #value}, for what is renamed in a text of its own syntax. */
    void edit(JsonEditor json, JsonLiteral literal, Edits inside, Tie tie) {
        json.edit(literal, inside);
        notes.changed(tie, entry, "", "");
    }
}
