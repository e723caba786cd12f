package io.powermigrate.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The only way in which the library learns what time it is and lets time pass.
 *
 * @param clock what time it is
 * @param sleeper lets time pass
 */
public record Time(Clock clock, Sleeper sleeper) {

    private static final Time SYSTEM = new Time(Clock.systemUTC(), Sleeper.system());

    /** Real time. */
    public static Time system() {
        return SYSTEM;
    }

    /** What time it is. */
    public Instant now() {
        return clock.instant();
    }

    /** Returns after the time has passed. */
    public void sleep(Duration time) {
        sleeper.sleep(time);
    }
}
