package io.powermigrate.internal.run;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Interrupts code of an extension that takes longer than it may. Java cannot end a thread: code that ignores the interrupt
 * is given up after a while, and may still run. Real time, because a hanging call does not move any other clock.
 */
final class Watchdog {

    /** How long code may take to react to its interrupt. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final Duration deadline;

    /**
     * A watchdog.
     *
     * @param deadline how long a piece of work may take; zero for no limit
     */
    Watchdog(Duration deadline) {
        this.deadline = deadline;
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "migration-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    Duration deadline() {
        return deadline;
    }

    /**
     * Does something in this thread.
     *
     * @param givenUp is called from another thread when the work does not end even though it was interrupted
     */
    <R> R watch(Runnable givenUp, Supplier<R> work) {
        if (deadline.isZero()) {
            return work.get();
        }
        Thread watched = Thread.currentThread();
        Bite bite = new Bite(watched);
        ScheduledFuture<?> first = TIMER.schedule(bite, deadline.toMillis(), TimeUnit.MILLISECONDS);
        ScheduledFuture<?> last = TIMER.schedule(givenUp, deadline.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        try {
            return work.get();
        } finally {
            first.cancel(false);
            last.cancel(false);
            bite.end();
        }
    }

    /** Interrupts a thread unless its work has ended; the interrupt does not outlive the work. */
    private static final class Bite implements Runnable {

        private final Thread watched;
        private boolean ended;
        private boolean bitten;

        Bite(Thread watched) {
            this.watched = watched;
        }

        @Override
        public synchronized void run() {
            if (!ended) {
                bitten = true;
                watched.interrupt();
            }
        }

        synchronized void end() {
            ended = true;
            if (bitten) {
                Thread.interrupted();
            }
        }
    }
}
