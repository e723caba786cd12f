package io.powermigrate.testkit.msapp;

/** Makes the exception for a specification that cannot become a document: the problem first, the fix last. */
final class BuilderError {
    private BuilderError() {}

    static IllegalArgumentException of(String problem, String fix) {
        return new IllegalArgumentException(problem + " " + fix);
    }

    static String notBlank(String value, String what, String fix) {
        if (value.isBlank()) {
            throw of("The " + what + " is empty.", fix);
        }
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            throw of("The " + what + " contains a line break.", "Write it on one line.");
        }
        return value;
    }
}
