package io.powermigrate.testkit;

import io.powermigrate.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves only when it is told to, or when somebody waits by its {@link #sleeper()}. Thread-safe. */
public final class FakeClock extends Clock {

    private final Hand hand;
    private final ZoneId zone;

    private static final class Hand {

        private Instant now;
        private Duration waited = Duration.ZERO;

        Hand(Instant now) {
            this.now = now;
        }

        synchronized void move(Duration time, Duration slept) {
            now = now.plus(time);
            waited = waited.plus(slept);
        }

        synchronized Instant now() {
            return now;
        }

        synchronized Duration waited() {
            return waited;
        }
    }

    private FakeClock(Hand hand, ZoneId zone) {
        this.hand = hand;
        this.zone = zone;
    }

    /** A clock in UTC that stands at a moment. */
    public static FakeClock startingAt(Instant moment) {
        return new FakeClock(new Hand(moment), ZoneOffset.UTC);
    }

    /** Moves it; time never goes back. */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time does not go back by " + time);
        }
        hand.move(time, Duration.ZERO);
    }

    /** Waits by moving this clock; returns at once. */
    public Sleeper sleeper() {
        return time -> hand.move(time, time);
    }

    /** All that was waited by its sleepers. */
    public Duration waited() {
        return hand.waited();
    }

    @Override
    public Instant instant() {
        return hand.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, told in another zone: both move together. */
    @Override
    public Clock withZone(ZoneId other) {
        return new FakeClock(hand, other);
    }

    @Override
    public String toString() {
        return "FakeClock[" + instant() + "]";
    }
}
