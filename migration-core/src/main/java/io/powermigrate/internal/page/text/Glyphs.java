package io.powermigrate.internal.page.text;

import io.powermigrate.page.State;
import io.powermigrate.page.TextStyle;
import java.util.Map;
import java.util.TreeMap;

/** Shapes and colours of states: where a stream has no such signs, plain ones; colours only on a terminal, never alone. */
final class Glyphs {

    private static final String RESET = "\u001b[0m";
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("●", "x"),
            Map.entry("□", "[]"),
            Map.entry("◆", "*"),
            Map.entry("✕", "!"),
            Map.entry("◐", "~"),
            Map.entry("○", "-"),
            Map.entry("·", "."),
            Map.entry("…", "..."),
            Map.entry("✓", "="),
            Map.entry("⊕", "+"),
            Map.entry("⊖", "-"),
            Map.entry("≠", "/"),
            Map.entry("⊘", "?"));

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
            case NEW -> "⊕";
            case GONE -> "⊖";
            case CHANGED -> "≠";
            case NOT_COMPARED -> "⊘";
        };
    }

    private static String colour(State state) {
        return switch (state) {
            case READY, DONE, THERE, NEW -> "\u001b[34m";
            case WAITING, UNVERIFIED, PARTLY, NOT_RUN, CHANGED, NOT_COMPARED -> "\u001b[33m";
            case BY_HAND -> "\u001b[35m";
            case FAILED, GONE -> "\u001b[31m";
        };
    }

    /** The text with signs that the stream has, the shapes in the colours of their states where a terminal shows them. */
    String shown(String text) {
        String shown = style.colour() ? coloured(text) : text;
        if (!style.unicode()) {
            for (Map.Entry<String, String> each : PLAIN.entrySet()) {
                shown = shown.replace(each.getKey(), each.getValue());
            }
        }
        return shown;
    }

    /** Each shape once: states that share one have the same colour. */
    private static String coloured(String text) {
        Map<String, String> colours = new TreeMap<>();
        for (State state : State.values()) {
            colours.putIfAbsent(shape(state), colour(state));
        }
        String shown = text;
        for (Map.Entry<String, String> each : colours.entrySet()) {
            shown = shown.replace(each.getKey(), each.getValue() + each.getKey() + RESET);
        }
        return shown;
    }
}
