package io.powermigrate.auth;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.secret.Redaction;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks the caller's own code, whose mistakes are told as such. */
final class Asked {

    private Asked() {}

    /** What the supplier gives. */
    static <T> T from(Supplier<? extends T> supplier, String what) {
        T given = guarded(supplier, what);
        if (given == null) {
            throw new MigrationException(
                    "Nobody was signed in because the caller's supplier of " + what + " returned null",
                    "Return it, or throw an exception that says why there is none");
        }
        return given;
    }

    /** What the supplier gives; what it throws is told, but for an exception that says itself what to do. */
    static <T> T guarded(Supplier<? extends T> supplier, String what) {
        try {
            return supplier.get();
        } catch (MigrationException told) {
            throw told;
        } catch (RuntimeException e) {
            String words = Optional.ofNullable(e.getMessage()).orElse("no message");
            throw new MigrationException(
                    "Nobody was signed in because the caller's code for " + what + " threw "
                            + e.getClass().getSimpleName() + ": " + Redaction.of(words),
                    "Find the cause in that code, and run again",
                    e);
        }
    }

    /** Runs the caller's code. */
    static void run(Runnable code, String what) {
        Asked.<Optional<Object>>guarded(
                () -> {
                    code.run();
                    return Optional.empty();
                },
                what);
    }
}
