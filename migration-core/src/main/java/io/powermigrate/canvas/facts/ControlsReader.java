package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;
import io.powermigrate.canvas.reading.ControlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads control trees: {@code Controls\*.json}, {@code Components\*.json}, {@code AppTests\*.json}, and those among the entities of the
 * first generation. Counts controls, and takes their formulas along, for whatever asks for these later.
 */
final class ControlsReader {

    private static final String COMPONENTS = "Components/";
    private static final String SHARE_POINT = "SharePointIntegration";
    private static final String HOST = "hostControl";
    private static final String SCRIPT = "InvariantScript";

    private final TreeMap<String, Integer> perEntry = new TreeMap<>();
    private final TreeMap<String, List<String>> screens = new TreeMap<>();
    private final List<String> components = new ArrayList<>();
    private final List<ControlTree> trees = new ArrayList<>();
    private final ScriptTexts texts = new ScriptTexts();
    private int count;
    private int maxDepth;
    private int formulas;
    private int dynamicFormulas;
    private int templateFormulas;
    private int taggedRules;
    private boolean sharePointForm;

    /** The whole entry. */
    void readEntry(String entry, JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("TopParent")) {
                Control top = top();
                readInto(json, top);
                add(entry, top);
            }
        }
    }

    /** A control that lies in no other. */
    Control top() {
        return new Control(new ScriptsReader(texts));
    }

    private void readInto(JsonCursor json, Control control) {
        json.enterObject();
        while (json.nextMember()) {
            member(json, control);
        }
    }

    /** Takes the current member of a control. */
    void member(JsonCursor json, Control control) {
        switch (json.name()) {
            case "Name" -> control.scripts.name(json.textOrEmpty());
            case "Template" -> template(json, control);
            case "Rules" -> {
                json.enterArray();
                while (json.nextElement()) {
                    control.formulas++;
                    control.tagged += control.scripts.rule(json);
                }
            }
            case "DynamicProperties" -> {
                json.enterArray();
                while (json.nextElement()) {
                    control.dynamic += control.scripts.dynamicProperty(json);
                }
            }
            case "Children" -> {
                json.enterArray();
                while (json.nextElement()) {
                    Control child = new Control(control.scripts.child());
                    readInto(json, child);
                    control.take(child);
                }
            }
            default -> {}
        }
    }

    private static void template(JsonCursor json, Control control) {
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "Name" -> control.template = json.textOrEmpty();
                case "ComponentDefinitionInfo" ->
                    control.inTemplates += json.occurrences(SCRIPT, () -> control.scripts.copy(json));
                default -> control.inTemplates += json.occurrences(SCRIPT);
            }
        }
    }

    /** A top control was read to its end. */
    void add(String entry, Control top) {
        count += top.controls;
        perEntry.merge(entry, top.controls, Integer::sum);
        maxDepth = Math.max(maxDepth, top.depth);
        formulas += top.formulas;
        dynamicFormulas += top.dynamic;
        templateFormulas += top.inTemplates;
        taggedRules += top.tagged;
        sharePointForm |= top.holdsForm();
        if (top.template.equals("screen")) {
            screens.computeIfAbsent(entry, key -> new ArrayList<>()).add(top.name());
        }
        if (entry.startsWith(COMPONENTS)) {
            components.add(top.name());
        }
        trees.add(top.scripts.tree(entry));
    }

    ControlFacts facts() {
        return new ControlFacts(
                count,
                perEntry,
                maxDepth,
                formulas,
                dynamicFormulas,
                templateFormulas,
                taggedRules,
                screens.values().stream().flatMap(List::stream).toList(),
                components.stream().sorted().toList(),
                sharePointForm);
    }

    /** In the document's order. */
    List<ControlTree> trees() {
        return trees;
    }

    /** One control with all that lies in it. */
    static final class Control {
        private final ScriptsReader scripts;
        private String template = "";
        private int controls = 1;
        private int depth = 1;
        private int formulas;
        private int dynamic;
        private int inTemplates;
        private int tagged;
        private boolean form;

        private Control(ScriptsReader scripts) {
            this.scripts = scripts;
        }

        private String name() {
            return scripts.name();
        }

        private void take(Control child) {
            controls += child.controls;
            depth = Math.max(depth, child.depth + 1);
            formulas += child.formulas;
            dynamic += child.dynamic;
            inTemplates += child.inTemplates;
            tagged += child.tagged;
            form |= child.holdsForm();
        }

        private boolean holdsForm() {
            return form || name().equals(SHARE_POINT) && template.equalsIgnoreCase(HOST);
        }
    }
}
