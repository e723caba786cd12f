package io.powermigrate.internal.run;

import io.powermigrate.error.MigrationException;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether work goes on. When it is stopped, nothing new begins, and what runs is interrupted: it ends at its next wait or
 * before its next request. Thread-safe.
 */
public final class Stop {

    private final Set<Thread> running = new HashSet<>();
    private boolean stopped;
    private boolean interrupted;

    /** Whether it was stopped. */
    public synchronized boolean isStopped() {
        return stopped;
    }

    /** Throws once it was stopped. */
    public void requireNotStopped() {
        if (isStopped()) {
            throw new MigrationException(
                    "The migration ended early because its thread was interrupted",
                    "Run again: what is finished is not repeated");
        }
    }

    /** Begins nothing more, and interrupts what runs. */
    public synchronized void stop() {
        stopped = true;
        running.forEach(Thread::interrupt);
    }

    /** The thread that waits for the work was interrupted. */
    synchronized void byInterrupt() {
        interrupted = true;
        stop();
    }

    /** Begins work in this thread; says no when it is stopped. */
    synchronized boolean enter() {
        if (!stopped) {
            running.add(Thread.currentThread());
        }
        return !stopped;
    }

    /** Ends work in this thread; an interrupt that was meant for it ends with it. */
    synchronized void leave() {
        running.remove(Thread.currentThread());
        if (stopped) {
            Thread.interrupted();
        }
    }

    /** Gives the interrupt back to the thread that waited. */
    public synchronized void restoreInterrupt() {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
