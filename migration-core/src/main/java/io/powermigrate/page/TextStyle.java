package io.powermigrate.page;

import io.powermigrate.internal.text.Shown;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a page becomes text: at most 120 lines of 120 columns, unless said otherwise. What is cut says how much is missing.
 *
 * <pre>{@code
 * System.out.println(plan.toText(TextStyle.terminal()));   // with colours, where the terminal shows them
 * System.out.println(plan.toText(TextStyle.everything())); // every name, id and place
 * }</pre>
 *
 * @param width how many columns lines are wrapped at, from 60 to 160; a line to paste may be longer, up to 160
 * @param lines how many lines there are at most; what is necessary stays, even if it is more
 * @param full whether every name, id and place is told, however long that becomes
 * @param colour whether states have colours, never without their words or shapes
 * @param unicode whether shapes such as ● may be used; else {@code x}
 */
public record TextStyle(int width, int lines, boolean full, boolean colour, boolean unicode) {

    /** @throws IllegalArgumentException when the width is not from 60 to 160 */
    public TextStyle {
        if (width < 60 || width > 160) {
            throw new IllegalArgumentException(Shown.message(
                    "Text has 60 to 160 columns, but " + width + " were asked for. Ask for a width in between."));
        }
    }

    /** At most 120 lines of 120 columns, no colours. */
    public static TextStyle brief() {
        return new TextStyle(120, 120, false, false, true);
    }

    /** Everything, however long; no colours. */
    public static TextStyle everything() {
        return new TextStyle(120, Integer.MAX_VALUE, true, false, true);
    }

    /**
     * As {@link #brief}, as the process's terminal shows it: in colour where there is one and the variable {@code NO_COLOR} is
     * not set, with shapes where its character set has them.
     */
    public static TextStyle terminal() {
        boolean colour = System.console() != null && System.getenv("NO_COLOR") == null;
        return new TextStyle(120, 120, false, colour, Charset.defaultCharset().equals(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
