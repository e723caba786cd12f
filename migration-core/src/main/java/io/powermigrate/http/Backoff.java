package io.powermigrate.http;

import java.time.Duration;
import java.util.Random;

/** Pauses that double from one second to half a minute, each shortened by chance by up to a half. Thread-safe. */
final class Backoff {

    static final Duration SHORTEST = Duration.ofMillis(100);
    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 30_000;

    private final Random random;

    Backoff(long seed) {
        random = new Random(seed);
    }

    /** The pause after so many failures, at least one. */
    Duration after(int failures) {
        long full = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(10, failures - 1));
        return Duration.ofMillis(full / 2 + (long) (random.nextDouble() * (full / 2)));
    }

    /** What the service asks for, but never so short that asking again becomes a loop without pause. */
    static Duration atLeastShortest(Duration asked) {
        return asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
    }
}
