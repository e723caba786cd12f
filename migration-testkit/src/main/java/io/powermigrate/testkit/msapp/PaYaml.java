package io.powermigrate.testkit.msapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code Src\*.pa.yaml}: a projection of the JSON without the defaults, CRLF, formulas that begin with {@code =}
 * (wire/msapp.md, section 2.5).
 */
final class PaYaml {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_. ()-]*");

    private final List<String> lines = new ArrayList<>();

    private PaYaml() {
        lines.add("# ".concat("*".repeat(78)));
        lines.add("# For review only: the service reads the JSON entries of this document.");
        lines.add("# ".concat("*".repeat(78)));
    }

    static String app(ControlPart app) {
        PaYaml yaml = new PaYaml();
        yaml.line(0, "App:");
        Map<String, String> told = new TreeMap<>(app.formulas());
        told.putIfAbsent("Theme", "PowerAppsTheme");
        yaml.properties(1, told);
        return yaml.text();
    }

    static String screen(ControlPart screen) {
        PaYaml yaml = new PaYaml();
        yaml.line(0, "Screens:");
        boolean empty = screen.formulas().isEmpty() && screen.children().isEmpty();
        yaml.line(1, name(screen.name()) + (empty ? ": {}" : ":"));
        yaml.properties(2, screen.formulas());
        yaml.children(2, screen.children());
        return yaml.text();
    }

    static String component(ControlPart component) {
        PaYaml yaml = new PaYaml();
        yaml.line(0, "ComponentDefinitions:");
        yaml.line(1, name(component.name()) + ":");
        yaml.line(2, "DefinitionType: " + component.template().wire().yaml());
        yaml.properties(2, component.formulas());
        yaml.children(2, component.children());
        return yaml.text();
    }

    static String editorState(List<ControlPart> screens) {
        PaYaml yaml = new PaYaml();
        yaml.line(0, "EditorState:");
        yaml.line(1, "ScreensOrder:");
        screens.forEach(screen -> yaml.line(2, "- " + name(screen.name())));
        return yaml.text();
    }

    private void children(int depth, List<ControlPart> children) {
        List<ControlPart> told = children.stream()
                .filter(child -> child.template() != ControlTemplate.GALLERY_ROW)
                .toList();
        if (told.isEmpty()) {
            return;
        }
        line(depth, "Children:");
        told.forEach(child -> control(depth + 1, child));
    }

    private void control(int depth, ControlPart control) {
        ControlTemplate kind = control.template();
        line(depth, "- " + name(control.name()) + ":");
        String version = kind.isComponent() ? "" : "@" + kind.wire().version24();
        line(depth + 2, "Control: " + kind.wire().yaml() + version);
        control.component().ifPresent(component -> line(depth + 2, "ComponentName: " + name(component)));
        variant(depth + 2, kind);
        Map<String, String> told = new TreeMap<>(control.formulas());
        control.children().stream()
                .filter(child -> child.template() == ControlTemplate.GALLERY_ROW)
                .forEach(row -> told.putAll(row.formulas()));
        properties(depth + 2, told);
        children(depth + 2, control.children());
    }

    private void variant(int depth, ControlTemplate kind) {
        switch (kind.name()) {
            case "gallery" -> line(depth, "Variant: BrowseLayout_Vertical_OneTextVariant_ver4.0");
            case "groupContainer" -> line(depth, "Variant: ManualLayout");
            default -> {
                // the others have no variant
            }
        }
    }

    private void properties(int depth, Map<String, String> formulas) {
        if (formulas.isEmpty()) {
            return;
        }
        line(depth, "Properties:");
        new TreeMap<>(formulas).forEach((property, formula) -> property(depth + 1, property, "=" + formula));
    }

    private void property(int depth, String property, String value) {
        String text = value.replace("\r\n", "\n");
        if (isPlain(text)) {
            line(depth, name(property) + ": " + text);
            return;
        }
        boolean keepEnd = text.endsWith("\n");
        line(depth, name(property) + (keepEnd ? ": |+" : ": |-"));
        String body = keepEnd ? text.substring(0, text.length() - 1) : text;
        for (String part : body.split("\n", -1)) {
            line(part.isEmpty() ? 0 : depth + 1, part);
        }
    }

    /** Real documents write a formula with {@code ": "} or {@code " #"} as a block: a plain scalar would break on it. */
    private static boolean isPlain(String text) {
        return !text.contains(": ")
                && !text.contains(" #")
                && !text.endsWith(":")
                && !text.endsWith(" ")
                && text.chars().noneMatch(c -> c < ' ');
    }

    private static String name(String name) {
        boolean plain = PLAIN_NAME.matcher(name).matches() && !name.endsWith(" ");
        boolean word = List.of("true", "false", "null", "yes", "no", "on", "off", "y", "n")
                .contains(name.toLowerCase(Locale.ROOT));
        return plain && !word ? name : "'" + name.replace("'", "''") + "'";
    }

    private void line(int depth, String text) {
        lines.add("  ".repeat(depth) + text);
    }

    private String text() {
        return String.join("\r\n", lines) + "\r\n";
    }
}
