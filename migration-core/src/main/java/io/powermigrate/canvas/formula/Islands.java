package io.powermigrate.canvas.formula;

import java.util.Arrays;

/** The islands inside texts that are open, each with its own braces that are: the lexer's stack. */
final class Islands {

    private int[] braces = new int[8];
    private int count;

    void open() {
        if (count == braces.length) {
            braces = Arrays.copyOf(braces, 2 * count);
        }
        braces[count++] = 0;
    }

    /** A closing brace: whether it ends the innermost island, which is left then. */
    boolean endsHere() {
        if (count == 0 || braces[count - 1] > 0) {
            return false;
        }
        count--;
        return true;
    }

    /** A brace that is one of the formula's own. */
    void brace(char sign) {
        if (count > 0) {
            braces[count - 1] += sign == '{' ? 1 : sign == '}' ? -1 : 0;
        }
    }

    boolean any() {
        return count > 0;
    }
}
