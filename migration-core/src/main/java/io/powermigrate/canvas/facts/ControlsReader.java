package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads control trees: {@code Controls\*.json}, {@code Components\*.json}, {@code AppTests\*.json}, and those among the entities of the
 * first generation. Counts only, so that a screen of thousands of controls costs nothing but its tokens.
 */
final class ControlsReader {

    private static final String COMPONENTS = "Components/";
    private static final String SHARE_POINT = "SharePointIntegration";
    private static final String HOST = "hostControl";

    private final TreeMap<String, Integer> perEntry = new TreeMap<>();
    private final TreeMap<String, List<String>> screens = new TreeMap<>();
    private final List<String> components = new ArrayList<>();
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
                readTop(entry, json);
            }
        }
    }

    /** A control that lies in no other. */
    void readTop(String entry, JsonCursor json) {
        Control top = new Control();
        json.enterObject();
        while (json.nextMember()) {
            member(json, top);
        }
        add(entry, top);
    }

    /** Takes the current member of a control. */
    void member(JsonCursor json, Control control) {
        switch (json.name()) {
            case "Name" -> control.name = json.textOrEmpty();
            case "Template" -> template(json, control);
            case "Rules" -> rules(json, control);
            case "DynamicProperties" -> dynamicProperties(json, control);
            case "Children" -> children(json, control);
            default -> {}
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
            screens.computeIfAbsent(entry, key -> new ArrayList<>()).add(top.name);
        }
        if (entry.startsWith(COMPONENTS)) {
            components.add(top.name);
        }
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

    private void children(JsonCursor json, Control parent) {
        json.enterArray();
        while (json.nextElement()) {
            Control child = new Control();
            json.enterObject();
            while (json.nextMember()) {
                member(json, child);
            }
            parent.take(child);
        }
    }

    private static void template(JsonCursor json, Control control) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("Name")) {
                control.template = json.textOrEmpty();
            } else {
                control.inTemplates += json.occurrences("InvariantScript");
            }
        }
    }

    private static void dynamicProperties(JsonCursor json, Control control) {
        json.enterArray();
        while (json.nextElement()) {
            json.enterObject();
            while (json.nextMember()) {
                control.dynamic += json.name().equals("Rule") ? 1 : 0;
            }
        }
    }

    private static void rules(JsonCursor json, Control control) {
        json.enterArray();
        while (json.nextElement()) {
            control.formulas++;
            json.enterObject();
            while (json.nextMember()) {
                if (json.name().equals("TaggedRuleArray")) {
                    control.tagged += json.size();
                }
            }
        }
    }

    /** One control with all that lies in it. */
    static final class Control {
        private String name = "";
        private String template = "";
        private int controls = 1;
        private int depth = 1;
        private int formulas;
        private int dynamic;
        private int inTemplates;
        private int tagged;
        private boolean form;

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
            return form || name.equals(SHARE_POINT) && template.equalsIgnoreCase(HOST);
        }
    }
}
