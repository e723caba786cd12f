package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;
import io.powermigrate.canvas.reading.ControlTree;
import io.powermigrate.canvas.reading.Script;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the formulas of one control: rules, dynamic properties, tagged rules, and the copies of component definitions (wire/msapp.md,
 * section 2.4). They are held until the end of the outermost control, for a name may come last.
 */
final class ScriptsReader {

    private final ScriptTexts texts;
    private final List<ScriptsReader> controls;
    private final List<Draft> drafts;
    private String name = "";

    /** Of an outermost control. */
    ScriptsReader(ScriptTexts texts) {
        this(texts, new ArrayList<>(), new ArrayList<>());
    }

    private ScriptsReader(ScriptTexts texts, List<ScriptsReader> controls, List<Draft> drafts) {
        this.texts = texts;
        this.controls = controls;
        this.drafts = drafts;
        controls.add(this);
    }

    /** Of a control inside of this one. */
    ScriptsReader child() {
        return new ScriptsReader(texts, controls, drafts);
    }

    void name(String text) {
        name = text;
    }

    String name() {
        return name;
    }

    /** Takes a rule; returns how many parts of it conditional formatting made. */
    int rule(JsonCursor json) {
        return rule(json, Script.Kind.RULE);
    }

    /** Takes a dynamic property; returns how many rules it has. */
    int dynamicProperty(JsonCursor json) {
        return dynamicProperty(json, Script.Kind.DYNAMIC_PROPERTY);
    }

    private int dynamicProperty(JsonCursor json, Script.Kind kind) {
        int rules = 0;
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("Rule")) {
                rules++;
                rule(json, kind);
            }
        }
        return rules;
    }

    private int rule(JsonCursor json, Script.Kind kind) {
        Draft draft = new Draft(kind);
        drafts.add(draft);
        int tagged = 0;
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "Property" -> draft.property = json.textOrEmpty();
                case "InvariantScript" -> draft.text = texts.formula(json);
                case "TaggedRuleArray" -> {
                    json.enterArray();
                    for (; json.nextElement(); tagged++) {
                        rule(json, Script.Kind.TAGGED_RULE);
                    }
                }
                default -> {}
            }
        }
        return tagged;
    }

    /** Takes the copy of a component's definition: controls that are none of the document. */
    void copy(JsonCursor json) {
        child().copied(json);
    }

    private void copied(JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "Name" -> name = json.textOrEmpty();
                case "Rules" -> each(json, () -> rule(json, Script.Kind.COMPONENT_COPY));
                case "DynamicProperties" -> each(json, () -> dynamicProperty(json, Script.Kind.COMPONENT_COPY));
                case "Children" -> each(json, () -> copy(json));
                case "Template" -> template(json);
                default -> {}
            }
        }
    }

    private void template(JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("ComponentDefinitionInfo")) {
                copy(json);
            }
        }
    }

    private static void each(JsonCursor json, Runnable element) {
        json.enterArray();
        while (json.nextElement()) {
            element.run();
        }
    }

    /** All that was taken of the outermost control, which was read to its end. */
    ControlTree tree(String entry) {
        String screen = controls.get(0).name;
        return new ControlTree(
                entry,
                controls.stream().map(ScriptsReader::name).toList(),
                drafts.stream().map(draft -> draft.script(screen)).toList());
    }

    private final class Draft {
        private final Script.Kind kind;
        private String property = "";
        private String text = "";

        private Draft(Script.Kind kind) {
            this.kind = kind;
        }

        private Script script(String screen) {
            return new Script(kind, screen, name, property, text);
        }
    }
}
