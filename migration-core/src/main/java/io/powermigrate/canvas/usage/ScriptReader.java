package io.powermigrate.canvas.usage;

import io.powermigrate.canvas.json.JsonCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads every formula of a control tree: rules, dynamic properties, tagged rules, and the copies of component definitions
 * (wire/msapp.md, section 2.4). The formulas of one outermost control are held until its end, for a name may come last.
 */
final class ScriptReader {

    private final String entry;
    private final List<Script> scripts = new ArrayList<>();
    private final List<Control> controls = new ArrayList<>();

    ScriptReader(String entry) {
        this.entry = entry;
    }

    /** The whole entry. */
    static void readEntry(String entry, JsonCursor json, Consumer<ScriptReader> done) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("TopParent")) {
                ScriptReader reader = new ScriptReader(entry);
                reader.control(json, FormulaSource.RULE);
                done.accept(reader);
            }
        }
    }

    /** The first generation. What is no control has no member of a control but its name. */
    static void readEntities(String entry, JsonCursor json, Consumer<ScriptReader> done) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("Entities") || json.name().equals("Components")) {
                json.enterArray();
                while (json.nextElement()) {
                    ScriptReader reader = new ScriptReader(entry);
                    Control top = reader.control(json, FormulaSource.RULE);
                    if (top.type.equals("ControlInfo")) {
                        done.accept(reader);
                    }
                }
            }
        }
    }

    /** The formulas in the document's order. */
    List<PlacedFormula> formulas() {
        String screen = controls.get(0).name;
        return scripts.stream()
                .map(script -> new PlacedFormula(
                        new FormulaPlace(entry, screen, script.control.name, script.property, script.source),
                        script.text))
                .toList();
    }

    /** Names of all controls, with those in copies of components. */
    List<String> names() {
        return controls.stream().map(control -> control.name).toList();
    }

    private Control control(JsonCursor json, FormulaSource source) {
        Control control = new Control();
        controls.add(control);
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "Name" -> control.name = json.textOrEmpty();
                case "Type" -> control.type = json.textOrEmpty();
                case "Rules" -> each(json, () -> rule(json, control, source));
                case "DynamicProperties" -> each(json, () -> dynamic(json, control, source));
                case "Children" -> each(json, () -> control(json, source));
                case "Template" -> template(json);
                default -> {}
            }
        }
        return control;
    }

    private void template(JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("ComponentDefinitionInfo")) {
                control(json, FormulaSource.COMPONENT_COPY);
            }
        }
    }

    private void dynamic(JsonCursor json, Control control, FormulaSource source) {
        FormulaSource kind = source == FormulaSource.RULE ? FormulaSource.DYNAMIC_PROPERTY : source;
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("Rule")) {
                rule(json, control, kind);
            }
        }
    }

    private void rule(JsonCursor json, Control control, FormulaSource source) {
        Script script = new Script(control, source);
        scripts.add(script);
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "Property" -> script.property = json.textOrEmpty();
                case "InvariantScript" -> script.text = json.formula();
                case "TaggedRuleArray" -> each(json, () -> rule(json, control, FormulaSource.TAGGED_RULE));
                default -> {}
            }
        }
    }

    private static void each(JsonCursor json, Runnable element) {
        json.enterArray();
        while (json.nextElement()) {
            element.run();
        }
    }

    private static final class Control {
        private String name = "";
        private String type = "";
    }

    private static final class Script {
        private final Control control;
        private final FormulaSource source;
        private String property = "";
        private String text = "";

        Script(Control control, FormulaSource source) {
            this.control = control;
            this.source = source;
        }
    }
}
