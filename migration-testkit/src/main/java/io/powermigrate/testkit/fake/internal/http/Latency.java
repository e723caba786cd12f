package io.powermigrate.testkit.fake.internal.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How long an answer is on its way, in real time. Thread-safe. */
public final class Latency {
    private volatile long nanos;

    public void set(Duration time) {
        nanos = time.toNanos();
    }

    public void pass() {
        long wait = nanos;
        if (wait == 0) {
            return;
        }
        try {
            boolean never = new CountDownLatch(1).await(wait, TimeUnit.NANOSECONDS);
            assert !never;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt(); // the server ends
        }
    }
}
