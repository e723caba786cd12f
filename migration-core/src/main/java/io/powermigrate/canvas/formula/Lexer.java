package io.powermigrate.canvas.formula;

import static io.powermigrate.canvas.formula.TokenKind.COMMENT;
import static io.powermigrate.canvas.formula.TokenKind.ERROR;
import static io.powermigrate.canvas.formula.TokenKind.IDENTIFIER;
import static io.powermigrate.canvas.formula.TokenKind.INTERPOLATION_END;
import static io.powermigrate.canvas.formula.TokenKind.INTERPOLATION_START;
import static io.powermigrate.canvas.formula.TokenKind.INTERPOLATION_TEXT;
import static io.powermigrate.canvas.formula.TokenKind.ISLAND_END;
import static io.powermigrate.canvas.formula.TokenKind.ISLAND_START;
import static io.powermigrate.canvas.formula.TokenKind.KEYWORD;
import static io.powermigrate.canvas.formula.TokenKind.NUMBER;
import static io.powermigrate.canvas.formula.TokenKind.PUNCTUATION;
import static io.powermigrate.canvas.formula.TokenKind.STRING;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a formula into tokens: the invariant spelling of documents, wire/msapp.md, section 4.4. Looks at no character more than a few
 * times and calls itself never, so that neither a formula of a megabyte nor one of nested brackets costs more than its length.
 */
final class Lexer {

    private static final String SIGNS = "!+-*/^()=<>.:{}[]&%@,;";
    private static final String[] SINGLE =
            SIGNS.chars().mapToObj(sign -> String.valueOf((char) sign)).toArray(String[]::new);
    private static final List<String> PAIRS = List.of("||", "&&", "<=", ">=", "<>", "=>", ":=");

    private static final String SECOND = "|&=>";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<LexicalError> errors = new ArrayList<>();
    private final Islands islands = new Islands();
    private final FormulaLimits limits;
    private final Depth depth;
    private boolean inText;
    private int at;

    Lexer(String text, FormulaLimits limits) {
        this.text = text;
        this.limits = limits;
        this.depth = new Depth(limits.depth());
    }

    List<Token> tokens() {
        return tokens;
    }

    List<LexicalError> errors() {
        return errors;
    }

    Lexer run() {
        while (at < text.length()) {
            if (inText) {
                interpolated();
            } else {
                code();
            }
        }
        if (inText || islands.any()) {
            problem("a text that begins with $\" has no end", at, 0);
        }
        return this;
    }

    private void code() {
        char c = text.charAt(at);
        if (Characters.space(c)) {
            at++;
        } else if (Characters.digit(c) || c == '.' && digitAt(at + 1)) {
            number();
        } else if (Characters.startsName(c)) {
            name();
        } else if (c == '\'') {
            quotedName();
        } else if (c == '"') {
            string();
        } else if (follows("$\"")) {
            add(INTERPOLATION_START, at + 2);
            inText = true;
        } else if (follows("//") || follows("/*")) {
            comment();
        } else {
            sign(c);
        }
    }

    private void number() {
        int end = at;
        boolean point = false;
        while (digitAt(end) || !point && charAt(end) == '.') {
            point |= charAt(end) == '.';
            end++;
        }
        if (charAt(end) == 'e' || charAt(end) == 'E') {
            int digits = charAt(end + 1) == '+' || charAt(end + 1) == '-' ? end + 2 : end + 1;
            if (digitAt(digits)) {
                end = digits;
                while (digitAt(end)) {
                    end++;
                }
            }
        }
        add(NUMBER, end);
    }

    private void name() {
        int end = at + 1;
        while (end < text.length() && Characters.continuesName(text.charAt(end))) {
            end++;
        }
        String word = text.substring(at, end);
        boolean operator = word.equals("And") || word.equals("Or") || word.equals("Not");
        boolean keyword = Identifier.keyword(word) && !(operator && charAt(end) == '(');
        add(keyword ? KEYWORD : IDENTIFIER, end, word);
    }

    private void quotedName() {
        int end = behindApostrophe();
        if (end < 0) {
            error("a name has no closing apostrophe", recovery());
        } else if (end == at + 2) {
            error("a name between apostrophes is empty", end);
        } else {
            add(IDENTIFIER, end, text.substring(at + 1, end - 1).replace("''", "'"));
        }
    }

    /** Behind the apostrophe that ends the name, two of them being one character of it; -1 if the line ends before. */
    private int behindApostrophe() {
        for (int end = at + 1; end < text.length() && text.charAt(end) != '\n'; end++) {
            if (text.charAt(end) == '\'') {
                if (charAt(end + 1) != '\'') {
                    return end + 1;
                }
                end++;
            }
        }
        return -1;
    }

    /** Where to go on after a name without end: at the end of the line or at the first semicolon. */
    private int recovery() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != ';') {
            end++;
        }
        return end;
    }

    private void string() {
        int end = behindQuote();
        if (end < 0) {
            error("a text has no closing quote", text.length());
        } else {
            add(STRING, end, text.substring(at + 1, end - 1).replace("\"\"", "\""));
        }
    }

    /** Behind the quote that ends the text, two of them being one character of it; -1 if there is none. */
    private int behindQuote() {
        for (int end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 2)) {
            if (charAt(end + 1) != '"') {
                return end + 1;
            }
        }
        return -1;
    }

    private void comment() {
        String last = follows("//") ? "\n" : "*/";
        int end = text.indexOf(last, at + 2);
        add(COMMENT, end < 0 ? text.length() : end + last.length());
    }

    private void sign(char c) {
        String pair = pair(c);
        if (pair != null) {
            add(PUNCTUATION, at + 2, pair);
        } else if (c == '}' && islands.endsHere()) {
            depth.sign(c, at);
            add(ISLAND_END, at + 1);
            inText = true;
        } else if (SIGNS.indexOf(c) >= 0) {
            islands.brace(c);
            depth.sign(c, at);
            add(PUNCTUATION, at + 1, SINGLE[SIGNS.indexOf(c)]);
        } else {
            error(
                    "a character has no meaning outside of texts and quoted names",
                    at + Character.charCount(text.codePointAt(at)));
        }
    }

    private @Nullable String pair(char first) {
        char second = charAt(at + 1);
        if (SECOND.indexOf(second) < 0) {
            return null;
        }
        for (String pair : PAIRS) {
            if (pair.charAt(0) == first && pair.charAt(1) == second) {
                return pair;
            }
        }
        return null;
    }

    private void interpolated() {
        char c = text.charAt(at);
        boolean twice = charAt(at + 1) == c;
        if (c == '"' && !twice) {
            add(INTERPOLATION_END, at + 1);
            inText = false;
        } else if (c == '{' && !twice) {
            depth.sign(c, at);
            add(ISLAND_START, at + 1);
            islands.open();
            inText = false;
        } else {
            piece();
        }
    }

    private void piece() {
        StringBuilder value = new StringBuilder();
        int end = at;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean special = c == '"' || c == '{' || c == '}';
            boolean twice = special && charAt(end + 1) == c;
            if (special && !twice && c != '}') {
                break;
            }
            if (special && !twice) {
                problem("a closing brace stands single in a text that begins with $\"", end, 1);
            }
            value.append(c);
            end += twice ? 2 : 1;
        }
        add(INTERPOLATION_TEXT, end, value.toString());
    }

    private void error(String problem, int end) {
        problem(problem, at, end - at);
        add(ERROR, end);
    }

    private void problem(String problem, int offset, int length) {
        checkCount();
        errors.add(new LexicalError(problem, offset, length));
    }

    private void checkCount() {
        if (tokens.size() + errors.size() >= limits.tokens()) {
            throw new FormulaLimitException(FormulaLimitException.Exceeded.TOKENS, limits.tokens(), at);
        }
    }

    private void add(TokenKind kind, int end) {
        add(kind, end, text.substring(at, end));
    }

    private void add(TokenKind kind, int end, String value) {
        checkCount();
        tokens.add(new Token(kind, at, end - at, value));
        at = end;
    }

    private boolean follows(String sign) {
        return text.startsWith(sign, at);
    }

    private boolean digitAt(int index) {
        return index < text.length() && Characters.digit(text.charAt(index));
    }

    /** The character there, or one that is none in a formula. */
    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\uffff';
    }
}
