package io.powermigrate.testkit.fake;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops a request inside the fake until it is released: a test knows that the request is there, and does meanwhile what
 * it wants, such as to kill the client. One for each fault. Thread-safe.
 *
 * @see Fault#heldBeforeEffect(Hold)
 * @see Fault#heldAfterEffect(Hold)
 */
public final class Hold {
    private static final int LONGEST_MINUTES = 5;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** A hold that no request has reached. */
    public Hold() {}

    /** Waits in real time until a request is held; whether one is. */
    public boolean isReached(Duration within) {
        return await(reached, within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets the request go on; one that comes later is not held at all. */
    public void release() {
        released.countDown();
    }

    /** Holds the calling thread; at most some minutes, so that a test that forgot it ends. */
    void pass() {
        reached.countDown();
        boolean forgotten = !await(released, LONGEST_MINUTES, TimeUnit.MINUTES);
        if (forgotten) {
            throw new IllegalStateException("A held request was never released. Call release() when the test ends.");
        }
    }

    private static boolean await(CountDownLatch latch, long time, TimeUnit unit) {
        try {
            return latch.await(time, unit);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt(); // the server ends
            return true;
        }
    }
}
