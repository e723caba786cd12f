package io.powermigrate.testkit.fake.internal.odata.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a {@code $filter} into words, literals and signs. */
final class FilterLexer {
    private static final Pattern TOKEN = Pattern.compile("""
            (?x) \\s*+ (?:
              (?<enum>[A-Za-z_][A-Za-z0-9_.]*+'(?:[^']|'')*+') |
              (?<string>'(?:[^']|'')*+') |
              (?<guid>[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}) |
              (?<date>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]++(?:Z|[+-][0-9]{2}:[0-9]{2})?)?) |
              (?<number>-?[0-9]++(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?) |
              (?<word>@?[A-Za-z_$][A-Za-z0-9_.$]*+(?:/[A-Za-z_$][A-Za-z0-9_.$]*+)*+) |
              (?<sign>[(),:=\\[\\]]) )""");

    /** What a token is. */
    enum Kind {
        TEXT,
        GUID,
        DATE,
        NUMBER,
        WORD,
        SIGN,
        END
    }

    record Token(Kind kind, String text) {
        boolean is(String word) {
            return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(word);
        }
    }

    private FilterLexer() {}

    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.region(at, text.length()).lookingAt()) {
                if (text.substring(at).isBlank()) {
                    break;
                }
                throw Malformed.query("Syntax error at position " + at + " in '" + text + "'.");
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        tokens.add(new Token(Kind.END, ""));
        return tokens;
    }

    private static Token token(Matcher matcher) {
        for (String name : List.of("enum", "string", "guid", "date", "number", "word", "sign")) {
            String found = matcher.group(name);
            if (found != null) {
                return switch (name) {
                    case "enum" -> new Token(Kind.TEXT, unquoted(found.substring(found.indexOf('\''))));
                    case "string" -> new Token(Kind.TEXT, unquoted(found));
                    default -> new Token(Kind.valueOf(name.toUpperCase(Locale.ROOT)), found);
                };
            }
        }
        throw new IllegalStateException("A token of a filter matched no group. Add the group.");
    }

    static String unquoted(String literal) {
        return literal.substring(1, literal.length() - 1).replace("''", "'");
    }
}
