package io.powermigrate.canvas.formula;

/**
 * How many brackets are open, at most: a closing one that fits to none that is open does not count, as {@link Brackets} passes it over.
 */
final class Depth {

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final int most;
    private final int[] open = new int[OPENING.length()];
    private int depth;

    Depth(int most) {
        this.most = most;
    }

    /** A sign of the formula. */
    void sign(char c, int offset) {
        switch (c) {
            case '(', '[', '{' -> {
                open[OPENING.indexOf(c)]++;
                if (++depth > most) {
                    throw new FormulaLimitException(FormulaLimitException.Exceeded.DEPTH, most, offset);
                }
            }
            case ')', ']', '}' -> {
                int kind = CLOSING.indexOf(c);
                depth -= open[kind] > 0 ? 1 : 0;
                open[kind] -= open[kind] > 0 ? 1 : 0;
            }
            default -> {}
        }
    }
}
