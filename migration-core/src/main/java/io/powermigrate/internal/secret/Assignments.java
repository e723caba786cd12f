package io.powermigrate.internal.secret;

import org.jspecify.annotations.Nullable;

/** Finds what is assigned to the name of a secret: {@code pwd=…}, {@code X-Token: …}, {@code "apiKey":"…"}, {@code ?code=…}. For one text. */
final class Assignments {

    private static final int LONGEST_NAME = 64;
    private static final int MOST_SIGNS = 24;
    private static final int LEAST = 8;

    private final String text;
    private final boolean document;

    Assignments(String text, boolean document) {
        this.text = text;
        this.document = document;
    }

    /** The name in front of a place, whether it is quoted, and whether it is a part of a query. */
    private record Name(String word, boolean quoted, boolean queried) {}

    /** What is assigned by a sign, which may be encoded. */
    @Nullable
    Span at(int sign, int after, boolean encoded) {
        Name name = before(sign);
        if (name.word().isEmpty()) {
            return null;
        }
        if (document) {
            return inDocument(after, name);
        }
        return isKeyOfQuery(name) || SecretNames.isAssigned(name.word())
                ? value(after, name, encoded ? "&%" : "&")
                : null;
    }

    private @Nullable Span inDocument(int after, Name name) {
        boolean signature = name.word().equalsIgnoreCase("sig");
        if (!signature && !isKeyOfQuery(name) && !SecretNames.isUnmistakable(name.word())) {
            return null;
        }
        int end = run(after);
        return signature || end - after >= LEAST ? new Span(after, end) : null;
    }

    /** What is assigned by the colon of a header or of a member. */
    @Nullable
    Span member(int colon) {
        if (document) {
            return null;
        }
        Name name = before(colon);
        boolean isSecret = name.quoted() ? SecretNames.isAssigned(name.word()) : isHeader(name.word());
        return isSecret ? value(colon + 1, name, "") : null;
    }

    /** A signature needs no colon, and a word of prose that ends a sentence is no header. */
    private static boolean isHeader(String word) {
        return SecretNames.isOfSecret(word)
                || SecretNames.isAlwaysSecret(word) && !word.equalsIgnoreCase("authentication");
    }

    private static boolean isKeyOfQuery(Name name) {
        return name.queried()
                && (name.word().equalsIgnoreCase("code") || name.word().equalsIgnoreCase("key"));
    }

    private Name before(int place) {
        int end = place;
        boolean quoted = false;
        for (int signs = 0; signs < MOST_SIGNS && end > 0 && " \t\"'\\]".indexOf(text.charAt(end - 1)) >= 0; signs++) {
            end--;
            quoted |= text.charAt(end) == '"' || text.charAt(end) == '\'';
        }
        int from = end;
        while (from > 0 && end - from < LONGEST_NAME && isOfName(text.charAt(from - 1))) {
            from--;
        }
        String word = text.substring(from, end);
        char first = from > 0 ? text.charAt(from - 1) : ' ';
        if (first == '%') {
            return new Name(Encoded.name(word), quoted, true);
        }
        if (first == '\\') {
            return escaped(word, quoted);
        }
        return new Name(word, quoted, "?&;".indexOf(first) >= 0);
    }

    /** Behind an escape of JSON, such as {@code \\n} or that of an ampersand. */
    private static Name escaped(String word, boolean quoted) {
        boolean unit = word.startsWith("u00") && word.length() > 5;
        return new Name(word.substring(Math.min(unit ? 5 : 1, word.length())), quoted, unit);
    }

    private Span value(int after, Name name, String ends) {
        int from = after;
        while (from < text.length() && from < after + LEAST && isBlank(text.charAt(from))) {
            from++;
        }
        int quote = from;
        while (quote < text.length() && quote < from + MOST_SIGNS && text.charAt(quote) == '\\') {
            quote++;
        }
        if (quote < text.length() && (text.charAt(quote) == '"' || text.charAt(quote) == '\'')) {
            return new Span(quote + 1, closing(quote, quote - from));
        }
        int to = from;
        boolean line = SecretNames.takesTheLine(name.word());
        while (to < text.length() && !ends(to, ends, line)) {
            to++;
        }
        return new Span(from, to);
    }

    /** The quote that closes a text, with the backslashes that opened it; the end where none does. */
    private int closing(int quote, int backslashes) {
        char sign = text.charAt(quote);
        int seen = 0;
        for (int at = quote + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == sign && (backslashes == 0 ? seen % 2 == 0 : seen <= backslashes)) {
                return at - (backslashes == 0 ? 0 : seen);
            }
            seen = c == '\\' ? seen + 1 : 0;
        }
        return text.length();
    }

    private boolean ends(int at, String ends, boolean line) {
        char c = text.charAt(at);
        if (c == '\n' || c == '\r' || "\"'<>".indexOf(c) >= 0) {
            return true;
        }
        if (c == '\\') {
            return at + 1 < text.length() && (text.charAt(at + 1) == '"' || text.charAt(at + 1) == '\\');
        }
        if (c == '%') {
            return ends.contains("%") && Encoded.isAnd(text, at);
        }
        return !line && (c == ';' || isBlank(c) || ends.indexOf(c) >= 0);
    }

    /** What a key or a signature may be made of: base64, also encoded. */
    private int run(int from) {
        int at = from;
        while (at < text.length()
                && text.charAt(at) < 128
                && (Character.isLetterOrDigit(text.charAt(at)) || "%+/=-_.~".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private static boolean isOfName(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.');
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00A0';
    }
}
