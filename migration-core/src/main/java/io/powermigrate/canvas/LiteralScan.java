package io.powermigrate.canvas;

import io.powermigrate.canvas.check.Literal;
import io.powermigrate.canvas.formula.Formula;
import io.powermigrate.canvas.formula.Token;
import io.powermigrate.canvas.formula.TokenKind;
import io.powermigrate.internal.secret.Secrets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks through formulas for texts that belong to one environment (wire/msapp.md, section 3, row 30), and notes every name and text that
 * could be a column.
 */
final class LiteralScan {

    /** A longer text is a picture or a page, not an address; the patterns have no choice to go back to. */
    private static final int LONGEST = 4096;

    private static final Map<Literal.Kind, Pattern> PATTERNS = Map.of(
            Literal.Kind.ID, Pattern.compile("\\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\\b"),
            Literal.Kind.ADDRESS,
                    Pattern.compile(
                            "\\bhttps?://(?:[a-z0-9-]++\\.(?:sharepoint|crm[0-9]*+|dynamics)\\.[a-z0-9.-]++(?:/[^\\s?#\"'<>]*+)?+|[a-z0-9.-]++)",
                            Pattern.CASE_INSENSITIVE),
            Literal.Kind.MAIL,
                    Pattern.compile(
                            "(?<![A-Za-z0-9_%+-]|[A-Za-z0-9_%+-]\\.)\\b[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9-]{1,63}+(?:\\.[A-Za-z0-9-]{1,63}+)++"));

    private final Formulas formulas;
    private final List<Literal> found = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    LiteralScan(Formulas formulas) {
        this.formulas = formulas;
    }

    /** In the document's order. */
    List<Literal> found() {
        return List.copyOf(found);
    }

    /** Every name and text of the formulas. */
    Set<String> names() {
        return names;
    }

    void look(PlacedFormula placed) {
        String text = placed.text();
        boolean known = !seen.add(text);
        if (known && text.indexOf('"') < 0) {
            return; // its names are noted, and it has no text
        }
        Formula formula = formulas.of(placed);
        for (Token token : formula.tokens()) {
            switch (token.kind()) {
                case IDENTIFIER -> names.add(token.value());
                case STRING, INTERPOLATION_TEXT -> text(placed.place(), token);
                default -> {}
            }
        }
        formulas.checkNames(placed.place(), names.size());
    }

    private void text(FormulaPlace place, Token token) {
        if (token.value().length() > LONGEST) {
            return;
        }
        if (token.kind() == TokenKind.STRING) {
            names.add(token.value());
        }
        if (place.source() != FormulaSource.COMPONENT_COPY) {
            PATTERNS.forEach((kind, pattern) -> {
                for (Matcher matcher = pattern.matcher(token.value()); matcher.find(); ) {
                    String value = matcher.group();
                    boolean signed = kind == Literal.Kind.ADDRESS && isSigned(token.value(), matcher.end());
                    formulas.checkPlaces(place, found.size() + 1L);
                    found.add(new Literal(
                            signed ? Literal.Kind.SIGNED_ADDRESS : kind,
                            value.toLowerCase(Locale.ROOT),
                            CompileScan.place(place, value, token.offset(), token.length())));
                }
            });
        }
    }

    /** Whether an address goes on with a signature. */
    private static boolean isSigned(String text, int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return Secrets.isInDocument(text.substring(from, end));
    }
}
