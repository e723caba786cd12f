package io.powermigrate.internal.secret;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a text once and finds the secrets in it. What is looked at around a place is bounded, and what was found is passed over,
 * so that no text takes longer than in proportion to its length. For one text.
 */
final class SecretScan {

    private static final int LONGEST_USER = 300;
    private static final int LEAST = 8;
    private static final int LONGEST_VERSION = 30;
    private static final String[] SCHEMES = {
        "bearer", "basic", "negotiate", "ntlm", "sharedaccesssignature", "sharedkey"
    };
    private static final String KEY = "-----BEGIN ";

    /** How much a text gives away for safety. */
    enum Kind {
        /** For people: in doubt it goes. */
        MESSAGE,
        /** Code: only what cannot be anything else. */
        DOCUMENT
    }

    private final String text;
    private final boolean document;
    private final Assignments assignments;

    SecretScan(String text, Kind kind) {
        this.text = text;
        this.document = kind == Kind.DOCUMENT;
        this.assignments = new Assignments(text, document);
    }

    List<Span> spans() {
        List<Span> spans = new ArrayList<>(0);
        for (int at = 0; at < text.length(); at++) {
            Span span = at(at);
            if (span != null && span.to() > span.from()) {
                spans.add(span);
                at = span.to() - 1;
            }
        }
        return spans;
    }

    private @Nullable Span at(int at) {
        switch (text.charAt(at)) {
            case '=':
                return assignments.at(at, at + 1, false);
            case '%':
                int end = Encoded.end(text, at, 'D');
                return end < 0 ? null : assignments.at(at, end, true);
            case ':':
                return text.startsWith("//", at + 1) ? user(at + 3) : assignments.member(at);
            case '-':
                return text.startsWith(KEY, at) ? privateKey(at) : null;
            case '0', '1':
                return text.startsWith(".A", at + 1) && beginsWord(at) ? grant(at) : null;
            case 'e':
                return text.startsWith("eyJ", at) && beginsWord(at) ? token(at) : null;
            case 'b', 'B', 'n', 'N', 's', 'S':
                return beginsWord(at) ? scheme(at) : null;
            default:
                return null;
        }
    }

    /** A name and a password, or a token, in front of the host of an address. */
    private @Nullable Span user(int from) {
        int limit = Math.min(text.length(), from + LONGEST_USER);
        boolean password = false;
        for (int at = from; at < limit; at++) {
            char c = text.charAt(at);
            if (c == '@') {
                return password ? new Span(from, at) : null;
            }
            if ("/?#\"'<>\\".indexOf(c) >= 0 || Character.isWhitespace(c)) {
                return null;
            }
            password |= c == ':';
        }
        return null;
    }

    /** Two or three parts in base64, the first of which is JSON; at the end of a text that was cut, also the first alone. */
    private @Nullable Span token(int from) {
        int end = run(from, "_-");
        boolean goesOn = end < text.length() && text.charAt(end) == '.';
        if (!goesOn) {
            return !document && end == text.length() && end - from > LEAST ? new Span(from, end) : null;
        }
        int all = run(end + 1, "_-.");
        return all - end > LEAST || !document && end - from > 3 ? new Span(from, all) : null;
    }

    /** An authorization code or a refresh token, also where nothing says so; no number and no version is as long. */
    private @Nullable Span grant(int from) {
        int end = run(from, "_-.");
        return !document && end - from > LONGEST_VERSION ? new Span(from, end) : null;
    }

    private @Nullable Span scheme(int at) {
        for (String name : SCHEMES) {
            int from = at + name.length();
            if (text.regionMatches(true, at, name, 0, name.length()) && from < text.length() && isBlank(from)) {
                int begin = afterBlanks(from);
                int end = run(begin, "._~+/=-");
                return isRandom(begin, end) ? new Span(begin, end) : null;
            }
        }
        return null;
    }

    /** Whether it is no word: it has digits, signs or capitals inside. */
    private boolean isRandom(int from, int end) {
        boolean assigns = end < text.length() && text.charAt(end) == '"' && text.charAt(end - 1) == '=';
        if (assigns || end - from < (document ? 20 : 6)) {
            return false;
        }
        for (int at = from + 1; at < end - 1; at++) {
            if (!Character.isLowerCase(text.charAt(at)) && text.charAt(at) != '-') {
                return true;
            }
        }
        return false;
    }

    private @Nullable Span privateKey(int at) {
        int head = text.indexOf("-----", at + KEY.length());
        if (head < 0 || head - at > 60 || !text.substring(at, head).endsWith("PRIVATE KEY")) {
            return null;
        }
        int end = text.indexOf("-----END", head);
        return new Span(head + 5, end < 0 ? text.length() : end);
    }

    private boolean beginsWord(int at) {
        return at == 0
                || !isWord(text.charAt(at - 1))
                || at > 2 && text.charAt(at - 3) == '%' // encoded for an address
                || at > 1 && text.charAt(at - 2) == '\\'; // escaped in JSON
    }

    private int run(int from, String signs) {
        int at = from;
        while (at < text.length() && isPart(text.charAt(at), signs)) {
            at++;
        }
        return at;
    }

    private static boolean isPart(char c, String signs) {
        return c < 128 && (Character.isLetterOrDigit(c) || signs.indexOf(c) >= 0);
    }

    private static boolean isWord(char c) {
        return isPart(c, "_-");
    }

    private boolean isBlank(int at) {
        return Character.isWhitespace(text.charAt(at)) || text.startsWith("%20", at) || text.charAt(at) == '+';
    }

    private int afterBlanks(int from) {
        int at = from;
        while (at < text.length() && at < from + 12 && isBlank(at)) {
            at += text.charAt(at) == '%' ? 3 : 1;
        }
        return at;
    }
}
