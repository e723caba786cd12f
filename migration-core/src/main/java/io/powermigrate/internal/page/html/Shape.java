package io.powermigrate.internal.page.html;

import io.powermigrate.page.State;

/** The shape of a state: it tells the state where colours do not. */
final class Shape {

    private Shape() {}

    /** As a picture of its own. */
    static String of(State state) {
        return "<svg class=\"shape " + state + "\" viewBox=\"0 0 10 10\" aria-hidden=\"true\">" + path(state)
                + "</svg>";
    }

    /** What is drawn in a field of ten by ten. */
    static String path(State state) {
        return switch (state) {
            case READY, DONE, THERE -> "<circle cx=\"5\" cy=\"5\" r=\"4\"/>";
            case WAITING -> "<rect x=\"1.2\" y=\"1.2\" width=\"7.6\" height=\"7.6\"/>";
            case BY_HAND -> "<path d=\"M5 .4 9.6 5 5 9.6 .4 5z\"/>";
            case FAILED -> "<path d=\"M1.5 1.5 8.5 8.5M8.5 1.5 1.5 8.5\"/>";
            case UNVERIFIED, PARTLY -> "<path d=\"M5 1a4 4 0 0 1 0 8z\"/>";
            case NOT_RUN -> "<circle cx=\"5\" cy=\"5\" r=\"3.6\" stroke-dasharray=\"2 1.4\"/>";
            case NEW -> "<path d=\"M5 1V9M1 5H9\"/>";
            case GONE -> "<path d=\"M1 5H9\"/>";
            case CHANGED -> "<path d=\"M1 3.4H9M1 6.6H9M7.5 .8 2.5 9.2\"/>";
            case NOT_COMPARED -> "<path d=\"M1 9 9 1\"/>";
        };
    }
}
