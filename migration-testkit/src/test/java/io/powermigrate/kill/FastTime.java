package io.powermigrate.kill;

import io.powermigrate.time.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Time that runs faster than real time: all waiting is as long as it is documented, and costs less. Processes that are told
 * the same beginning agree on what time it is.
 *
 * @param beginning from when on it runs faster
 * @param factor how many of its seconds pass in a real one
 */
record FastTime(Instant beginning, int factor) {

    static FastTime fromNowOn(int factor) {
        return new FastTime(Time.system().now(), factor);
    }

    /** Clock and sleeper, for anyone who waits. */
    Time time() {
        return new Time(clock(), time -> Time.system().sleep(time.dividedBy(factor)));
    }

    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return beginning.plus(
                        Duration.between(beginning, Time.system().now()).multipliedBy(factor));
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
