package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.formula.Renamed;
import io.powermigrate.canvas.json.JsonEditor;
import io.powermigrate.canvas.json.JsonLiteral;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes formulas, names of data sources and ids of libraries anywhere in a control tree, in schemas and in copies of component
 * definitions (wire/msapp.md, sections 2.4 and 4.3): the members that hold them have no other meaning anywhere.
 */
final class ControlsRebinder {

    private final EntryEditor places;
    private final ValueMapper destination;
    private final FormulaEditor formulas;

    ControlsRebinder(EntryEditor places, FormulaEditor formulas) {
        this.places = places;
        this.destination = places.destination();
        this.formulas = formulas;
    }

    /** The current value with all that lies in it. */
    void value(JsonEditor json) {
        if (json.isObject()) {
            object(json);
        } else {
            json.elements(() -> value(json));
        }
    }

    private void object(JsonEditor json) {
        Rule rule = new Rule();
        json.members(member -> {
            switch (member) {
                case "InvariantScript" -> rule.script = formula(json);
                case "TaggedRuleArray" -> json.elements(() -> tagged(json, rule));
                default -> member(json, member);
            }
        });
        Renamed script = rule.script;
        if (script != null && script.changed() && !rule.tags.isEmpty()) {
            Moves moves = new Moves(script);
            rule.tags.forEach(tag -> move(json, tag, moves));
        }
    }

    /** The current member of any object. */
    void member(JsonEditor json, String member) {
        switch (member) {
            case "AutoRuleBindingString", "DefaultRule" -> formula(json);
            case "ProjectionInfoDataSources" ->
                json.elements(() -> places.value(json, OriginReference.NAME, destination::name));
            case "EntityInfoParentDSName", "OptionSetName" ->
                places.value(json, OriginReference.NAME, destination::name);
            case "SourceLibraryId", "SourceLibraryLogicalName" ->
                places.value(json, OriginReference.LIBRARY, destination::library);
            case "Type", "CustomProperties" -> {
                if (json.isString()) {
                    json.nested(member, this::value);
                } else {
                    value(json);
                }
            }
            default -> value(json);
        }
    }

    /** The current string is a formula. */
    @Nullable
    Renamed formula(JsonEditor json) {
        if (!json.isString()) {
            return null;
        }
        JsonLiteral literal = json.literal();
        EditedFormula edited = formulas.of(places.entry(), literal.value());
        if (edited.changed()) {
            places.formula(json, literal, edited);
        }
        return edited.renamed();
    }

    private void tagged(JsonEditor json, Rule rule) {
        json.members(member -> {
            switch (member) {
                case "Tag" -> {
                    if (json.isString()) {
                        rule.tags.add(json.literal());
                    }
                }
                case "InvariantScript" -> formula(json);
                default -> {}
            }
        });
    }

    /** A tag holds offsets into the formula of the rule that it belongs to. */
    private void move(JsonEditor json, JsonLiteral tag, Moves moves) {
        json.nested(
                tag,
                "Tag",
                inside -> inside.members(member -> {
                    if (member.equals("start") || member.equals("limit")) {
                        inside.replaceNumber(moves.of(inside.number()));
                    }
                }));
    }

    private static final class Rule {
        private @Nullable Renamed script;
        private final List<JsonLiteral> tags = new ArrayList<>();
    }
}
