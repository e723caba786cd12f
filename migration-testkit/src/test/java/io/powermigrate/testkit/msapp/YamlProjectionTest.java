package io.powermigrate.testkit.msapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code Src\*.pa.yaml} says nothing that the JSON does not say (wire/msapp.md, section 2.5). */
class YamlProjectionTest {
    private static final Pattern CONTROL = Pattern.compile("( *)- ([^:]+):");
    private static final Pattern PROPERTY = Pattern.compile("( +)(\\w+): (=.*|\\|[-+])");

    @Test
    void each_formula_of_the_yaml_is_a_rule_of_the_json() {
        int seen = 0;
        for (Msapp document : Documents.all(Generation.V2_4)) {
            Map<String, String> rules = rules(document);
            for (Map.Entry<String, String> formula : formulas(document).entrySet()) {
                assertThat(rules).containsEntry(formula.getKey(), formula.getValue());
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(20);
    }

    @Test
    void each_formula_that_was_told_stands_in_the_yaml() {
        Map<String, String> formulas =
                formulas(Msapp.of(Documents.everything(Generation.V2_4).toBytes()));
        assertThat(formulas)
                .containsEntry("App.OnStart", "Set(x, {a: 1});\nSet(y, 2)")
                .containsEntry("App.Theme", "PowerAppsTheme")
                .containsEntry("Home.OnVisible", "Refresh(Expenses)")
                .containsEntry("Rows.OnSelect", "Set(z, ThisItem)")
                .containsEntry("Row.Text", "ThisItem.Title & \" # \"")
                .containsEntry("Send.OnSelect", "ApproveExpense.Run(Note.Text)")
                .doesNotContainKey("Inner.Icon");
    }

    @Test
    void a_formula_that_would_break_a_plain_scalar_becomes_a_block() {
        String yaml = Msapp.of(Documents.everything(Generation.V2_4).toBytes()).text("Src\\Home.pa.yaml");
        assertThat(yaml).contains("Text: |-\r\n").contains("OnVisible: =Refresh(Expenses)\r\n");
        assertThat(yaml).contains("Control: Gallery@2.15.0\r\n").endsWith("\r\n");
    }

    @Test
    void the_screens_keep_their_order_and_an_empty_one_is_an_empty_map() {
        Msapp document = Msapp.of(Documents.everything(Generation.V2_4).toBytes());
        assertThat(document.text("Src\\_EditorState.pa.yaml"))
                .endsWith("EditorState:\r\n  ScreensOrder:\r\n    - Home\r\n    - Second one\r\n    - Empty\r\n");
        assertThat(document.text("Src\\Empty.pa.yaml")).endsWith("Screens:\r\n  Empty: {}\r\n");
    }

    @Test
    void a_name_that_is_no_plain_scalar_is_quoted() {
        Msapp document = Msapp.of(AppDocument.named("x")
                .screen("Ünï", s -> s.control("it's", "label").control("No", "label"))
                .toBytes());
        assertThat(document.text("Src\\%C3%9Cn%C3%AF.pa.yaml"))
                .contains("  'Ünï':\r\n", "- 'it''s':\r\n", "- 'No':\r\n");
    }

    private static Map<String, String> rules(Msapp document) {
        Map<String, String> rules = new TreeMap<>();
        document.entries().keySet().stream()
                .filter(entry -> entry.startsWith("Controls\\") || entry.matches("Components\\\\.*"))
                .forEach(entry -> collect(document.json(entry).path("TopParent"), rules));
        return rules;
    }

    /** The rules of a gallery's row count as the gallery's, as in the YAML. */
    private static void collect(JsonNode control, Map<String, String> rules) {
        boolean row = control.path("Template").path("Name").asText().equals("galleryTemplate");
        String owner = control.path(row ? "Parent" : "Name").asText();
        control.path("Rules")
                .forEach(rule -> rules.put(
                        owner + "." + rule.path("Property").asText(),
                        rule.path("InvariantScript").asText()));
        control.path("Children").forEach(child -> collect(child, rules));
    }

    /** Reads the part of YAML that the builder writes. */
    private static Map<String, String> formulas(Msapp document) {
        Map<String, String> formulas = new TreeMap<>();
        for (String entry : document.entries().keySet()) {
            if (entry.endsWith(".pa.yaml") && !entry.contains("_EditorState")) {
                List<String> lines = List.of(document.text(entry).split("\r\n"));
                String owner = entry.substring(4, entry.length() - 8);
                for (int i = 0; i < lines.size(); i++) {
                    Matcher control = CONTROL.matcher(lines.get(i));
                    owner = control.matches() ? control.group(2) : owner;
                    Matcher property = PROPERTY.matcher(lines.get(i));
                    if (property.matches()) {
                        formulas.put(
                                owner + "." + property.group(2),
                                value(lines, i, property).substring(1));
                    }
                }
            }
        }
        return formulas;
    }

    private static String value(List<String> lines, int at, Matcher property) {
        if (property.group(3).startsWith("=")) {
            return property.group(3);
        }
        String indent = property.group(1) + "  ";
        List<String> block = new ArrayList<>();
        for (int i = at + 1;
                i < lines.size()
                        && (lines.get(i).startsWith(indent) || lines.get(i).isEmpty());
                i++) {
            block.add(lines.get(i).isEmpty() ? "" : lines.get(i).substring(indent.length()));
        }
        return String.join("\n", block);
    }
}
