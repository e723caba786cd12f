package io.powermigrate.http;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * How long the other side of a socket may keep one sending waiting. It counts real time, as sockets know no other clock.
 * The time left runs down while we wait for the other side and stands still while we are busy ourselves; bytes that move
 * give time back, but never more than the most. At zero the sending is cancelled. Thread-safe.
 */
final class Deadline implements AutoCloseable {

    private static final long SHORTEST_NAP = TimeUnit.MILLISECONDS.toNanos(20);

    private final ScheduledThreadPoolExecutor thread;
    private final Runnable cancel;
    private final long leastBytesPerSecond;

    private long left;
    private long most;
    private long since = System.nanoTime();
    private boolean waiting = true;
    private boolean passed;
    private boolean ended;
    private Runnable alarm = () -> {};

    private Deadline(ScheduledThreadPoolExecutor thread, long leastBytesPerSecond, Runnable cancel) {
        this.thread = thread;
        this.leastBytesPerSecond = leastBytesPerSecond;
        this.cancel = cancel;
    }

    /** Begins to count; what cancels the sending is run once, by the thread of the deadlines. */
    static Deadline begin(
            ScheduledThreadPoolExecutor thread, Duration time, long leastBytesPerSecond, Runnable cancel) {
        Deadline deadline = new Deadline(thread, leastBytesPerSecond, cancel);
        deadline.restart(time, time);
        return deadline;
    }

    /** The one thread in which all deadlines of a wire pass; it exists only once there is a deadline. */
    static ScheduledThreadPoolExecutor thread() {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread daemon = new Thread(work, "powermigrate-deadlines");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.setRemoveOnCancelPolicy(true);
        return thread;
    }

    /** From now on there is this much time, and bytes that move may make it this much at most. */
    synchronized void restart(Duration time, Duration atMost) {
        left = time.toNanos();
        most = atMost.toNanos();
        since = System.nanoTime();
        schedule(left);
    }

    /** We wait for the other side. */
    synchronized void waiting() {
        since = waiting ? since : System.nanoTime();
        waiting = true;
    }

    /** We are busy ourselves. */
    synchronized void busy() {
        left = left();
        waiting = false;
    }

    /** So many bytes were sent or received. */
    synchronized void moved(long bytes) {
        left = Math.min(most, left() + bytes * TimeUnit.SECONDS.toNanos(1) / leastBytesPerSecond);
        since = System.nanoTime();
    }

    /** Whether the sending was cancelled. */
    synchronized boolean hasPassed() {
        return passed;
    }

    @Override
    public synchronized void close() {
        ended = true;
        alarm.run();
    }

    private long left() {
        return waiting ? left - (System.nanoTime() - since) : left;
    }

    private void schedule(long nanos) {
        alarm.run();
        if (!ended) {
            var scheduled = thread.schedule(this::ring, nanos, TimeUnit.NANOSECONDS);
            alarm = () -> scheduled.cancel(false);
        }
    }

    /** Neither bytes nor pauses bring the end nearer, so an alarm is never too late. */
    private void ring() {
        synchronized (this) {
            long remaining = left();
            if (ended || passed) {
                return;
            }
            if (remaining > 0 || !waiting) {
                schedule(Math.max(SHORTEST_NAP, remaining));
                return;
            }
            passed = true;
        }
        cancel.run();
    }
}
