package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.json.Edits;
import io.powermigrate.internal.address.SiteAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Texts and what they become, all at once: what was put in is not read again, and of two that begin alike the longer one counts. An
 * address counts only as a whole, in any spelling. Immutable.
 */
final class TextReplacements {

    private final Map<String, String> texts;
    private final Substitution substitution;

    private TextReplacements(Map<String, String> texts, Substitution substitution) {
        this.texts = texts;
        this.substitution = substitution;
    }

    /** For values of a document, such as names and addresses: letter case does not count. */
    static TextReplacements inValues(Map<String, String> texts) {
        return new TextReplacements(texts, Substitution.of(texts, false));
    }

    /** For texts of formulas: letter case counts, but not in addresses and GUIDs. */
    static TextReplacements inFormulas(Map<String, String> texts) {
        return new TextReplacements(texts, Substitution.of(texts, true));
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Whether one of them may stand there: a look at what nobody escapes. */
    boolean mayBeIn(String text) {
        return substitution.patterns().stream().anyMatch(TextPattern::escaped)
                || !texts.isEmpty() && anchors().stream().anyMatch(lower(text)::contains);
    }

    /** What of each text nobody escapes, in lower case. */
    List<String> anchors() {
        return substitution.patterns().stream().map(TextPattern::anchor).toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Where they stand, from left to right, by bytes of the text in UTF-8. */
    Edits places(String text) {
        Edits edits = new Edits();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TextRegion region = new TextRegion(bytes, 0, bytes.length);
        substitution.in(region, Spelling.Context.PLAIN, edits, found -> {});
        return edits;
    }

    String replace(String text) {
        if (texts.isEmpty()) {
            return text;
        }
        for (Map.Entry<String, String> whole : texts.entrySet()) {
            if (whole.getKey().equalsIgnoreCase(text) && !SiteAddress.isOne(text)) {
                return whole.getValue();
            }
        }
        Edits edits = places(text);
        return edits.isEmpty() ? text : edits.applied(text);
    }
}
