package io.powermigrate.canvas.formula;

import java.util.List;

/** Makes short pieces of a formula that may be shown: see {@link Formula#excerpt}. */
final class Excerpt {

    private static final int AROUND = 30;
    private static final int LONGEST = 60;

    private final String text;
    private final List<Token> tokens;

    Excerpt(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    String around(int from, int to) {
        int first = firstBehind(from);
        int last = first;
        for (int width = 0;
                first > 0 && width < AROUND;
                width += safe(tokens.get(first)).length()) {
            first--;
        }
        for (int width = 0; last < tokens.size() && (tokens.get(last).offset() < to || width < AROUND); last++) {
            width += tokens.get(last).offset() < to ? 0 : safe(tokens.get(last)).length();
        }
        return words(first, last, from, to);
    }

    private String words(int first, int last, int from, int to) {
        StringBuilder words = new StringBuilder();
        for (int i = first; i < last; i++) {
            Token token = tokens.get(i);
            boolean shown = token.offset() >= from && token.end() <= to;
            boolean apart = i > first && token.offset() > tokens.get(i - 1).end();
            words.append(apart ? " " : "").append(shown ? spelled(token) : safe(token));
        }
        return words.toString();
    }

    /** Index of the first token that ends behind this place, found by halving: a formula may have many tokens and many uses. */
    private int firstBehind(int place) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private String safe(Token token) {
        return switch (token.kind()) {
            case STRING -> "\"…\"";
            case COMMENT -> "/*…*/";
            case INTERPOLATION_TEXT, ERROR -> "…";
            default -> spelled(token);
        };
    }

    private String spelled(Token token) {
        String spelled = text.substring(token.offset(), token.end());
        return spelled.length() > LONGEST ? spelled.substring(0, LONGEST) + "…" : spelled;
    }
}
