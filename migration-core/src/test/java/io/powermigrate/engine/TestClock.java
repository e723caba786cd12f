package io.powermigrate.engine;

import io.powermigrate.time.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Moves only when somebody waits. */
final class TestClock extends Clock {

    static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    private Instant now = START;

    Time time() {
        return new Time(this, this::advance);
    }

    synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
