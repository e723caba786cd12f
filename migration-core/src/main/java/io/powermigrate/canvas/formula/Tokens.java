package io.powermigrate.canvas.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens that matter, comments left out, with questions about neighbours. Beyond either end there is none. */
record Tokens(List<Token> list) {

    static Tokens of(List<Token> tokens) {
        return new Tokens(tokens.stream()
                .filter(token -> token.kind() != TokenKind.COMMENT)
                .toList());
    }

    boolean is(int index, char punctuation) {
        return exists(index) && list.get(index).is(punctuation);
    }

    boolean is(int index, TokenKind kind, String value) {
        return exists(index) && list.get(index).is(kind, value);
    }

    boolean identifier(int index) {
        return exists(index) && list.get(index).kind() == TokenKind.IDENTIFIER;
    }

    /** Whether something ends there that a value can be taken from: {@code x!y}, but not {@code = !y}. */
    boolean endsOperand(int index) {
        if (!exists(index)) {
            return false;
        }
        Token token = list.get(index);
        return switch (token.kind()) {
            case IDENTIFIER, NUMBER, STRING, INTERPOLATION_END -> true;
            case KEYWORD ->
                switch (token.value()) {
                    case "Self", "Parent", "true", "false" -> true;
                    default -> false;
                };
            case PUNCTUATION -> token.is(')') || token.is(']') || token.is('}');
            default -> false;
        };
    }

    /** Whether what stands there is a part of what stands before. */
    boolean member(int index) {
        return is(index - 1, '.') || is(index - 1, '!') && endsOperand(index - 2);
    }

    /** What is taken from the name that stands there: {@code Name} of {@code Orders.Name}; null if it stands alone. */
    @Nullable
    String memberOf(int index) {
        return is(index + 1, '.') && identifier(index + 2) ? list.get(index + 2).value() : null;
    }

    private boolean exists(int index) {
        return index >= 0 && index < list.size();
    }
}
