package io.powermigrate.rollout;

import io.powermigrate.report.Outcome;
import java.util.Locale;

/** The marks of a page: one shape for each state. Pure. */
final class Mark {

    static final String LEGEND = "● done, ◐ partly, ✕ failed, ○ not run";

    private Mark() {}

    static String of(CustomerOutcome.State state) {
        return switch (state) {
            case DONE -> "●";
            case PARTLY -> "◐";
            case FAILED -> "✕";
            case NOT_STARTED -> "○";
        };
    }

    static String of(Outcome.State state) {
        return switch (state) {
            case DONE -> "●";
            case UNVERIFIED -> "◐";
            case FAILED -> "✕";
            case NOT_RUN -> "○";
        };
    }

    static String words(Outcome.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
