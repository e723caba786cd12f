package io.powermigrate.journal;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The lines of one resource on its way. Thread-safe. */
public final class StepLog {

    private final Journal journal;
    private final Subject crossing;
    private final Clock clock;

    StepLog(Journal journal, Subject crossing, Clock clock) {
        this.journal = journal;
        this.crossing = crossing;
        this.clock = clock;
    }

    /** What the lines are about. */
    public Subject crossing() {
        return crossing;
    }

    /** The last line of an operation, whatever was wanted of the resource then. */
    public Optional<Entry> last(String step) {
        return journal.last(crossing, step);
    }

    /** The references of an operation whose end a run has seen, whatever was wanted of the resource then. */
    public Set<String> ended(String step) {
        return journal.entries().stream()
                .filter(entry -> entry.step().equals(step)
                        && (entry.state() == Entry.State.DONE || entry.state() == Entry.State.FAILED)
                        && !entry.reference().isEmpty()
                        && entry.crossing().way().equals(crossing.way()))
                .map(Entry::reference)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Adds a line; it is safe when this returns. */
    public Entry write(String step, Entry.State state, String reference) {
        Entry entry = new Entry(crossing, step, state, reference, clock.instant());
        journal.add(entry);
        return entry;
    }

    /** Closes what is open of the resource: it is in the destination as wanted, so nobody needs to look for it. */
    public void settle() {
        journal.open(crossing).forEach(open -> write(open.step(), Entry.State.DONE, open.reference()));
    }

    /**
     * Since when no start of an intent is under way any more, as far as this process knows: since its request ended or, for
     * that of a run before, since this was first asked. When it was intended tells nothing, because a start may take long.
     */
    public Instant overSince(Entry intent) {
        return journal.overSince(intent, clock.instant());
    }

    /** Whether a run of this journal has made or updated the resource of the destination with this id. */
    public boolean hasArrived(String destinationId) {
        return journal.hasArrived(crossing.destination(), crossing.resource().type(), destinationId);
    }

    /**
     * Does something while nobody else does the same operation for a resource of the same name: which of two twins an id
     * belongs to could not be told.
     *
     * @throws MigrationException when the thread is interrupted while it waits
     */
    public <T> T alone(String step, Supplier<T> work) {
        Lock lock = journal.lock(crossing, step);
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException(
                    "\"" + step + "\" of " + crossing.resource() + " was not begun because the thread was interrupted",
                    "Run again: what is finished is not repeated",
                    e);
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** In one line: whose lines it writes. */
    @Override
    public String toString() {
        return Shown.message("StepLog[" + crossing + "]");
    }
}
