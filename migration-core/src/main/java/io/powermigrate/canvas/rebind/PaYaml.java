package io.powermigrate.canvas.rebind;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Changes formulas in a {@code .pa.yaml} source where they stand. Studio writes them in two ways only (wire/msapp.md, section 2.5): plain
 * on the line of their key, or as a literal block below it. A plain one that would no longer be plain YAML becomes a block. What is
 * spelled in any other way stays, and its line is told.
 */
final class PaYaml {

    private static final List<String> BLOCKS = List.of("|", "|-", "|+");

    /** How YAML could spell a formula in other ways; where a block begins with blanks, it says how deep it is. */
    private static final List<String> STRANGE = List.of("\"=", "'=", ">", "|");

    private final String entry;
    private final String text;
    private final FormulaEditor formulas;
    private final String lineEnd;
    private final StringBuilder result = new StringBuilder();
    private final List<Strange> strange = new ArrayList<>();
    private final List<OriginReference> changed = new ArrayList<>();
    private int line;
    private int position;

    private PaYaml(String entry, String text, FormulaEditor formulas) {
        this.entry = entry;
        this.text = text;
        this.formulas = formulas;
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** The source after its formulas were changed. */
    static PaYaml of(String entry, byte[] source, FormulaEditor formulas) {
        PaYaml yaml = new PaYaml(entry, new String(source, StandardCharsets.UTF_8), formulas);
        while (yaml.position < yaml.text.length()) {
            yaml.line();
        }
        return yaml;
    }

    byte[] bytes() {
        return result.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What was changed, once for each formula. */
    List<OriginReference> changed() {
        return changed;
    }

    /** Lines that hold a formula that was not read, though it may hold a name or text. */
    List<Strange> strange() {
        return strange;
    }

    /**
     * A line with a formula that was not read.
     *
     * @param line its number
     * @param tie what it may hold
     */
    record Strange(int line, OriginReference tie) {}

    private void line() {
        int start = position;
        String current = next();
        int key = indentation(current);
        int value = value(current, key);
        String rest = value < 0 ? "" : current.substring(value).stripTrailing();
        if (rest.startsWith("=")) {
            plain(start, current, value, key);
        } else if (BLOCKS.contains(rest)) {
            result.append(text, start, position);
            block(key);
        } else {
            boolean strangely = STRANGE.stream().anyMatch(rest::startsWith);
            byte[] bytes = rest.getBytes(StandardCharsets.UTF_8);
            if (strangely && formulas.mayChange(bytes)) {
                strange.add(new Strange(line, formulas.tie(bytes)));
            }
            result.append(text, start, position);
        }
    }

    /** The next line without its end; the position is behind it. */
    private String next() {
        int end = text.indexOf('\n', position);
        int behind = end < 0 ? text.length() : end + 1;
        int content = end > position && text.charAt(end - 1) == '\r' ? end - 1 : end < 0 ? text.length() : end;
        String current = text.substring(position, content);
        position = behind;
        line++;
        return current;
    }

    /** Column of the first character that is no blank and no dash of a list. */
    private static int indentation(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '-' && line.startsWith("- ", at))) {
            at++;
        }
        return at;
    }

    /** Column of the value behind a key, or -1. A key in quotes may hold a colon. */
    private static int value(String line, int key) {
        if (key == line.length() || line.charAt(key) == '#') {
            return -1;
        }
        int from = key;
        char quote = line.charAt(key);
        if (quote == '"' || quote == '\'') {
            from = line.indexOf(quote, key + 1);
        }
        int colon = from < 0 ? -1 : line.indexOf(": ", from);
        if (colon < 0) {
            return -1;
        }
        int value = colon + 1;
        while (value < line.length() && line.charAt(value) == ' ') {
            value++;
        }
        return value;
    }

    private void plain(int start, String current, int value, int key) {
        String formula = current.substring(value + 1);
        EditedFormula edited = formulas.of(entry, formula);
        String end = text.substring(start + current.length(), position);
        result.append(current, 0, value);
        String after = edited.renamed().text();
        if (edited.changed() && !isPlain(after)) {
            String indent = lineEnd + " ".repeat(key + 2);
            result.append("|-").append(indent);
            after = after.replace("\n", indent);
        }
        result.append('=').append(after).append(end);
        changed.addAll(edited.ties());
    }

    private static boolean isPlain(String formula) {
        return formula.indexOf('\n') < 0
                && !formula.contains(": ")
                && !formula.contains(" #")
                && !formula.endsWith(":");
    }

    /** Lines that are deeper than the key, or blank; the first that is not blank says how deep. */
    private void block(int key) {
        List<Line> lines = new ArrayList<>();
        int depth = key + 1;
        boolean known = false;
        while (position < text.length()) {
            int start = position;
            String current = next();
            int blanks = current.length() - current.stripLeading().length();
            boolean blank = blanks == current.length();
            if (!blank && blanks < depth) {
                position = start;
                line--;
                break;
            }
            depth = known || blank ? depth : blanks;
            known |= !blank;
            lines.add(new Line(current, text.substring(start + current.length(), position)));
        }
        write(lines, depth);
    }

    private void write(List<Line> lines, int depth) {
        String content = lines.stream().map(line -> line.from(depth)).collect(Collectors.joining("\n"));
        EditedFormula edited = formulas.of(entry, content.startsWith("=") ? content.substring(1) : "");
        if (!edited.changed()) {
            lines.forEach(line -> result.append(line.text).append(line.end));
            return;
        }
        changed.addAll(edited.ties());
        String[] after = ("=" + edited.renamed().text()).split("\n", -1);
        for (int i = 0; i < after.length; i++) {
            String indent = i < lines.size() ? lines.get(i).indent(depth) : " ".repeat(depth);
            result.append(indent).append(after[i]).append(end(lines, i, i == after.length - 1));
        }
    }

    /** A text that was replaced may have had, or may have now, other lines than the one in its place. */
    private String end(List<Line> lines, int i, boolean last) {
        int known = lines.size() - 1;
        return last ? lines.get(known).end : i < known ? lines.get(i).end : lineEnd;
    }

    /** A line and its end. */
    private record Line(String text, String end) {
        private String indent(int depth) {
            return text.substring(0, Math.min(depth, text.length()));
        }

        private String from(int depth) {
            return text.length() > depth ? text.substring(depth) : "";
        }
    }
}
