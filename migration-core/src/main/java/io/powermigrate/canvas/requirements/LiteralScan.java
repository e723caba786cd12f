package io.powermigrate.canvas.requirements;

import io.powermigrate.canvas.formula.Formula;
import io.powermigrate.canvas.formula.Token;
import io.powermigrate.canvas.formula.TokenKind;
import io.powermigrate.canvas.usage.FormulaPlace;
import io.powermigrate.canvas.usage.FormulaSource;
import io.powermigrate.canvas.usage.Formulas;
import io.powermigrate.canvas.usage.PlacedFormula;
import io.powermigrate.internal.address.SiteAddress;
import io.powermigrate.internal.secret.Secrets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks through formulas for texts that belong to one environment (wire/msapp.md, section 3, row 30), and notes every name and text that
 * could be a column.
 */
public final class LiteralScan {

    /** A longer text is a picture or a page, not an address; the patterns have no choice to go back to. */
    private static final int LONGEST = 4096;

    /** Services whose addresses tell a site or an environment; the paths of others may be secrets. */
    private static final String SITE_HOST = "[a-z0-9-]++\\.(?:sharepoint|crm[0-9]*+|dynamics)\\.[a-z0-9.-]++";

    private static final String ENCODED = "%(?:25)*+";

    private static final List<Look> LOOKS = List.of(
            new Look(
                    Literal.Kind.ID, "(?:(?<=%7b)|\\b)(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32})\\b"),
            new Look(Literal.Kind.ADDRESS, "\\bhttps?://(?:" + SITE_HOST + "(?:/[^\\s?#\"'<>]*+)?+|[a-z0-9.-]++)"),
            new Look(
                    Literal.Kind.ADDRESS,
                    "\\bhttps?" + ENCODED + "3a" + ENCODED + "2f" + ENCODED + "2f(?:" + SITE_HOST + "(?:" + ENCODED
                            + "2f[^\\s?#&\"'<>]*+)?+|[a-z0-9.-]++)"),
            new Look(Literal.Kind.ADDRESS, "(?<![\\w@./:%-])(?://)?+" + SITE_HOST + "(?:/[^\\s?#\"'<>]*+)?+"),
            new Look(Literal.Kind.PATH, "(?<![\\w./:%-])/(?:sites|teams|personal)/[^\\s?#\"'<>]++"),
            new Look(
                    Literal.Kind.MAIL,
                    "(?<![a-z0-9_%+-]|[a-z0-9_%+-]\\.)\\b[a-z0-9._%+-]{1,64}+@[a-z0-9-]{1,63}+(?:\\.[a-z0-9-]{1,63}+)++"));

    /** What to look for; letter case does not count. */
    private record Look(Literal.Kind kind, Pattern pattern) {
        private Look(Literal.Kind kind, String regex) {
            this(kind, Pattern.compile(regex, Pattern.CASE_INSENSITIVE));
        }

        /** One text for all spellings: an address with its scheme, an id with dashes. */
        private String value(String spelled) {
            String text = spelled.toLowerCase(Locale.ROOT);
            return switch (kind) {
                case ID -> text.replaceFirst("^(.{8})([^-]{4})(.{4})(.{4})(.{12})$", "$1-$2-$3-$4-$5");
                case ADDRESS -> SiteAddress.canonical(withScheme(text));
                default -> text;
            };
        }

        private static String withScheme(String address) {
            return SiteAddress.isOne(address) ? address : "https://" + address.replaceFirst("^//", "");
        }
    }

    private final Formulas formulas;
    private final List<Literal> found = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final ColumnPlaces columns;

    public LiteralScan(Formulas formulas) {
        this(formulas, new ColumnPlaces(Set.of()));
    }

    LiteralScan(Formulas formulas, ColumnPlaces columns) {
        this.formulas = formulas;
        this.columns = columns;
    }

    /** In the document's order. */
    public List<Literal> found() {
        return List.copyOf(found);
    }

    /** Every name and text of the formulas. */
    Set<String> names() {
        return names;
    }

    public void look(PlacedFormula placed) {
        String text = placed.text();
        boolean known = !seen.add(text);
        if (known && text.indexOf('"') < 0) {
            return; // its names are noted, and it has no text
        }
        Formula formula = formulas.of(placed);
        for (Token token : formula.tokens()) {
            switch (token.kind()) {
                case IDENTIFIER -> {
                    names.add(token.value());
                    columns.named(placed.place(), formula, token);
                }
                case STRING, INTERPOLATION_TEXT -> {
                    text(placed.place(), token);
                    columns.named(placed.place(), formula, token);
                }
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
            LOOKS.forEach(look -> {
                for (Matcher matcher = look.pattern.matcher(token.value()); matcher.find(); ) {
                    found(look, matcher, place, token);
                }
            });
        }
    }

    private void found(Look look, Matcher matcher, FormulaPlace place, Token token) {
        boolean signed = look.kind == Literal.Kind.ADDRESS && isSigned(token.value(), matcher.end());
        formulas.checkPlaces(place, found.size() + 1L);
        found.add(new Literal(
                signed ? Literal.Kind.SIGNED_ADDRESS : look.kind,
                look.value(matcher.group()),
                FormulaPlaces.of(place, matcher.group(), token.offset(), token.length())));
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
