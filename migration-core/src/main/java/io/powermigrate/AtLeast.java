package io.powermigrate;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import java.time.Duration;

/** How little a number or a time of a migration may be. */
final class AtLeast {

    private AtLeast() {}

    static void one(String what, int value) {
        if (value < 1) {
            throw tooLittle(what, value, "Give at least 1");
        }
    }

    static void zero(String what, Duration value) {
        if (value.isNegative()) {
            throw tooLittle(what, value, "Give zero or more");
        }
    }

    static void export(String what, Effect value) {
        if (Effect.EXPORT.isAbove(value)) {
            throw tooLittle(what, value + ", and reading takes EXPORT", "Give EXPORT or more, or leave the call out");
        }
    }

    private static MigrationException tooLittle(String what, Object value, String remedy) {
        return new MigrationException("The migration was not built because its " + what + " is " + value, remedy);
    }
}
