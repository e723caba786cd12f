package io.powermigrate.internal.page.text;

import io.powermigrate.page.State;
import io.powermigrate.page.TextStyle;
import java.util.Map;

/** Shapes and colours of states: where a stream has no such signs, plain ones; colours only on a terminal, never alone. */
final class Glyphs {

    private static final String RESET = "\u001b[0m";
    private static final Map<String, String> PLAIN =
            Map.of("●", "x", "□", "[]", "◆", "*", "✕", "!", "◐", "~", "○", "-", "·", ".", "…", "...", "✓", "=");

    private final TextStyle style;

    Glyphs(TextStyle style) {
        this.style = style;
    }

    static String shape(State state) {
        return switch (state) {
            case READY, DONE -> "●";
            case THERE -> "✓";
            case WAITING -> "□";
            case BY_HAND -> "◆";
            case FAILED -> "✕";
            case UNVERIFIED, PARTLY -> "◐";
            case NOT_RUN -> "○";
        };
    }

    /** A state as its shape and word. */
    String state(State state) {
        String words = shape(state) + " " + state.words();
        return style.colour() ? colour(state) + words + RESET : words;
    }

    private static String colour(State state) {
        return switch (state) {
            case READY, DONE, THERE -> "\u001b[34m";
            case WAITING, UNVERIFIED, PARTLY, NOT_RUN -> "\u001b[33m";
            case BY_HAND -> "\u001b[35m";
            case FAILED -> "\u001b[31m";
        };
    }

    /** The text with signs that the stream has. */
    String shown(String text) {
        String shown = text;
        if (!style.unicode()) {
            for (Map.Entry<String, String> each : PLAIN.entrySet()) {
                shown = shown.replace(each.getKey(), each.getValue());
            }
        }
        return shown;
    }
}
