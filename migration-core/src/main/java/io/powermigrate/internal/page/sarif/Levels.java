package io.powermigrate.internal.page.sarif;

import io.powermigrate.page.Section;
import io.powermigrate.page.State;

/** How bad something is, in the words of SARIF. */
final class Levels {

    private static final String ERROR = "error";
    private static final String WARNING = "warning";
    private static final String NOTE = "note";

    /** The level of what is as it should be. */
    static final String NONE = "none";

    private Levels() {}

    /** What failed is an error, what somebody has to decide, to check or to repeat a warning, what is planned a note. */
    static String of(Section.Key section, State state) {
        return switch (state) {
            case FAILED -> ERROR;
            case UNVERIFIED, PARTLY, NOT_RUN, NOT_COMPARED -> WARNING;
            case DONE, THERE -> section == Section.Key.RISKS ? WARNING : NONE;
            case NEW, GONE, CHANGED -> NOTE;
            case READY, WAITING, BY_HAND ->
                section == Section.Key.DECISIONS || section == Section.Key.RISKS || section == Section.Key.NEEDS_YOU
                        ? WARNING
                        : NOTE;
        };
    }

    /** A result that has no level has passed. */
    static String kind(String level) {
        return level.equals(NONE) ? "pass" : "fail";
    }
}
