package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.formula.Edit;
import io.powermigrate.canvas.formula.Formula;
import io.powermigrate.canvas.formula.Renamed;
import io.powermigrate.canvas.formula.Renaming;
import io.powermigrate.canvas.formula.Symbols;
import io.powermigrate.canvas.formula.Token;
import io.powermigrate.canvas.formula.TokenKind;
import io.powermigrate.canvas.json.Edits;
import io.powermigrate.canvas.json.JsonLiteral;
import io.powermigrate.canvas.usage.Formulas;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Changes names of data sources, and texts, in the formulas of one document. Immutable. */
final class FormulaEditor {

    private static final int SHORTEST_WORD = 3;

    private final Formulas formulas;
    private final Renaming renaming;
    private final TextReplacements texts;
    private final List<String> spelled;
    private final List<byte[]> nameWords;
    private final List<byte[]> textWords;

    /**
     * @param names new names of data sources that the document has
     * @param texts what is replaced inside of strings
     */
    FormulaEditor(Formulas formulas, Symbols symbols, Map<String, String> names, Map<String, String> texts) {
        this.formulas = formulas;
        this.renaming = new Renaming(symbols, names);
        Map<String, String> quotedTexts = new LinkedHashMap<>();
        texts.forEach((from, to) -> quotedTexts.put(quoted(from), quoted(to)));
        this.texts = TextReplacements.inFormulas(quotedTexts);
        this.spelled =
                names.keySet().stream().map(name -> name.replace("'", "''")).toList();
        this.nameWords = names.keySet().stream().map(FormulaEditor::longestWord).toList();
        this.textWords =
                this.texts.anchors().stream().map(FormulaEditor::longestWord).toList();
    }

    boolean isEmpty() {
        return spelled.isEmpty() && texts.isEmpty();
    }

    /** Whether a text of any syntax can hold one of the names: a look at letters and digits, which nobody escapes. */
    boolean mayChange(byte[] text) {
        return mayHold(text, nameWords) || mayHold(text, textWords);
    }

    /** What {@link #mayChange} would change of it. */
    OriginReference tie(byte[] text) {
        return mayHold(text, nameWords) ? OriginReference.NAME : OriginReference.LITERAL;
    }

    private static boolean mayHold(byte[] text, List<byte[]> words) {
        return words.stream().anyMatch(word -> word.length < SHORTEST_WORD || contains(text, word));
    }

    private static boolean contains(byte[] text, byte[] word) {
        for (int at = 0; at <= text.length - word.length; at++) {
            int i = 0;
            while (i < word.length && TextRegion.fold(text[at + i]) == word[i]) {
                i++;
            }
            if (i == word.length) {
                return true;
            }
        }
        return false;
    }

    private static byte[] longestWord(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .max(Comparator.comparingInt(String::length))
                .orElse("")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The formula as it is afterwards; one that cannot be split into tokens stays. */
    EditedFormula of(String entry, String text) {
        if (spelled.stream().noneMatch(text::contains) && !texts.mayBeIn(text)) {
            return new EditedFormula(new Renamed(text, List.of(), List.of()), Set.of());
        }
        Formula formula = formulas.of(entry, text);
        Renamed renamed = renaming.of(formula);
        if (texts.isEmpty() || !renamed.errors().isEmpty()) {
            return new EditedFormula(renamed, Set.of());
        }
        List<Edit> literals = new ArrayList<>();
        formula.tokens().forEach(token -> texts(text, token, literals));
        List<Edit> edits = new ArrayList<>(renamed.edits());
        edits.addAll(literals);
        edits.sort(Comparator.comparingInt(Edit::offset));
        return new EditedFormula(new Renamed(Edit.applied(text, edits), edits, List.of()), Set.copyOf(literals));
    }

    private void texts(String text, Token token, List<Edit> edits) {
        if (token.kind() == TokenKind.STRING || token.kind() == TokenKind.INTERPOLATION_TEXT) {
            String inside = text.substring(token.offset(), token.end());
            byte[] bytes = inside.getBytes(StandardCharsets.UTF_8);
            int seen = 0;
            int at = token.offset();
            for (Edits.Edit place : texts.places(inside).inOrder()) {
                at += units(bytes, seen, place.start());
                int length = units(bytes, place.start(), place.end());
                edits.add(new Edit(at, length, new String(place.bytes(), StandardCharsets.UTF_8)));
                at += length;
                seen = place.end();
            }
        }
    }

    private static int units(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8).length();
    }

    private static String quoted(String text) {
        return text.replace("\"", "\"\"");
    }

    /** The edits of a formula as edits of its bytes. */
    static Edits bytes(String text, Renamed renamed) {
        Edits edits = new Edits();
        int unit = 0;
        int position = 0;
        for (Edit edit : renamed.edits()) {
            position += JsonLiteral.length(text, unit, edit.offset());
            int end = position + JsonLiteral.length(text, edit.offset(), edit.offset() + edit.length());
            edits.add(position, end, edit.replacement().getBytes(StandardCharsets.UTF_8));
            unit = edit.offset() + edit.length();
            position = end;
        }
        return edits;
    }
}
