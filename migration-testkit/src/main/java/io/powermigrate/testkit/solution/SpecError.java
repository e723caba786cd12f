package io.powermigrate.testkit.solution;

/** Makes the exception for a specification that cannot become a package: the problem first, the fix last. */
final class SpecError {
    private SpecError() {}

    static IllegalArgumentException of(String problem, String fix) {
        return new IllegalArgumentException(problem + " " + fix);
    }

    static String notBlank(String value, String what, String fix) {
        if (value.isBlank()) {
            throw of("The " + what + " is empty.", fix);
        }
        return value;
    }
}
