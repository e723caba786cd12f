package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.json.Edits;
import io.powermigrate.canvas.json.JsonEditor;
import io.powermigrate.canvas.json.JsonLiteral;
import io.powermigrate.canvas.reading.WireNames;
import io.powermigrate.internal.secret.Secrets;
import java.util.function.UnaryOperator;

/** Changes bound places of one entry, and notes what was changed. For one thread. */
final class EntryEditor {

    private final String entry;
    private final ValueMapper destination;
    private final Substitution substitution;
    private final ChangeNotes notes;
    private final boolean dropsSecrets;

    EntryEditor(
            String entry, ValueMapper destination, Substitution substitution, ChangeNotes notes, boolean dropsSecrets) {
        this.entry = entry;
        this.destination = destination;
        this.substitution = substitution;
        this.notes = notes;
        this.dropsSecrets = dropsSecrets;
    }

    String entry() {
        return entry;
    }

    ValueMapper destination() {
        return destination;
    }

    /** The current string. */
    void value(JsonEditor json, OriginReference tie, UnaryOperator<String> becomes) {
        if (json.isString()) {
            literal(json, json.literal(), tie, becomes);
        }
    }

    /** The name of the current member. */
    void name(JsonEditor json, OriginReference tie, UnaryOperator<String> becomes) {
        JsonLiteral name = json.nameLiteral();
        String other = becomes.apply(name.value());
        if (!other.equals(name.value())) {
            json.rename(name, other);
            notes.changed(tie, entry, name.value(), other);
        }
    }

    /** A string or name that was passed already. */
    void literal(JsonEditor json, JsonLiteral literal, OriginReference tie, UnaryOperator<String> becomes) {
        String value = literal.value();
        String other = becomes.apply(value);
        if (!other.equals(value)) {
            json.replace(literal, other);
            notes.changed(tie, entry, value, other);
        }
    }

    /** Addresses and ids anywhere in the current value. */
    void metadata(JsonEditor json, OriginReference tie) {
        if (!substitution.isEmpty()) {
            Spelling.Context context =
                    tie == OriginReference.CONNECTOR_IN_WADL ? Spelling.Context.XML : Spelling.Context.JSON;
            json.substitute((text, start, end, edits) -> substitution.in(
                    new TextRegion(text, start, end),
                    context,
                    edits,
                    found -> notes.changed(tie, entry, found.from(), found.to())));
        }
    }

    /** The current member goes if it is a signed address; its value is never noted. */
    void dropIfSecret(JsonEditor json, String name) {
        if (dropsSecrets && (name.equals(WireNames.CALLBACK) || Secrets.isInDocument(json.text()))) {
            json.remove();
            notes.removed(OriginReference.FLOW_CALLBACK, entry);
        }
    }

    /** The current string becomes another, and neither is noted. */
    void secret(JsonEditor json, OriginReference tie, String other) {
        if (dropsSecrets && json.isString()) {
            JsonLiteral literal = json.literal();
            String value = literal.value();
            if (!value.isEmpty() && !value.equals(other)) {
                json.replace(literal, other);
                notes.removed(tie, entry);
            }
        }
    }

    /** A string that is a formula. */
    void formula(JsonEditor json, JsonLiteral literal, EditedFormula edited) {
        String formula = literal.value();
        json.edit(literal, FormulaEditor.bytes(formula, edited.renamed()));
        edited.renamed().edits().forEach(edit -> {
            String from = formula.substring(edit.offset(), edit.offset() + edit.length());
            notes.changed(edited.tie(edit), entry, from, edit.replacement());
        });
    }

    /** A YAML source: formulas that were changed, and lines that could not be. */
    void source(PaYaml yaml) {
        notes.sources(entry, yaml);
    }

    /** A part of a string, by offsets into what it says. */
    void part(JsonEditor json, JsonLiteral literal, Edits inside, String name) {
        json.edit(literal, inside);
        notes.changed(OriginReference.SERVICE_NAME, entry, name, destination.name(name));
    }
}
