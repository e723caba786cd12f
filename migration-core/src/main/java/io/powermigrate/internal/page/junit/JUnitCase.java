package io.powermigrate.internal.page.junit;

/**
 * A case of a suite.
 *
 * @param name what people call it
 * @param type what follows the suite in its class name; empty where nothing does
 * @param end how it ended
 * @param message why it did not pass; empty where it did
 * @param detail more about it, in lines
 */
record JUnitCase(String name, String type, End end, String message, String detail) {

    /** How a case ends. */
    enum End {
        PASSED,
        SKIPPED,
        FAILED
    }

    static JUnitCase passed(String name, String type) {
        return new JUnitCase(name, type, End.PASSED, "", "");
    }
}
