package io.powermigrate.http;

import java.time.Duration;
import java.util.Random;

/** Pauses that double from one second to half a minute, each shortened by chance by up to a half. Thread-safe. */
final class Backoff {

    static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST_SHORTEST = Duration.ofSeconds(5);
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

    /**
     * What the service asks for, but never so short that asking again and again becomes a storm: the shortest pause doubles
     * with each time, up to five seconds.
     *
     * @param times how often it was asked already, at least once
     */
    static Duration atLeast(Duration asked, int times) {
        Duration least = SHORTEST.multipliedBy(1L << Math.min(6, times - 1));
        Duration bounded = least.compareTo(LONGEST_SHORTEST) > 0 ? LONGEST_SHORTEST : least;
        return asked.compareTo(bounded) < 0 ? bounded : asked;
    }
}
