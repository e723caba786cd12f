package io.powermigrate.journal;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was intended, started and done, and which resource became which. Lines are only ever added; none holds a secret.
 * Give the same journal to the next run, also in another process: it goes on where the last one ended.
 *
 * <pre>{@code
 * try (Journal journal = Journal.in(Path.of("journal"))) {
 *     Migration migration = Migration.from(source).to(target).install(plugin).journal(journal).build();
 * }
 * }</pre>
 *
 * <p>One execution at a time writes into a journal for a destination; a second one is refused and told who holds it.
 * What a journal cannot exclude: somebody on another machine, with another journal or none, who changes the same
 * destination at the same moment. Thread-safe.
 */
public final class Journal implements AutoCloseable {

    private final @Nullable JournalStore store;
    private final Ledger ledger = new Ledger();
    private final Lines lines;
    private final Map<Object, Lock> locks = new ConcurrentHashMap<>();
    private final Map<Entry, Instant> overSince = new ConcurrentHashMap<>(); // intents without an end, which are few
    private JournalStore.@Nullable Hold hold;
    private int holders;
    private long position;

    private Journal(@Nullable JournalStore store) {
        this.store = store;
        this.lines = new Lines(store == null ? "the memory" : store.place(), ledger);
    }

    /**
     * A journal that ends with the process. Nothing of it is known to the next one: it cannot tell what this one has
     * made if it was renamed since, and a line that says to create it as new creates it once more.
     */
    public static Journal inMemory() {
        return new Journal(null);
    }

    /**
     * The journal in a folder of this machine, which is made if it is not there. Lines are forced to the disk; only the
     * owner can read them. One process at a time can write; on a network drive that holds only if its locks do.
     *
     * @throws MigrationException when the folder cannot be made or read
     */
    public static Journal in(Path folder) {
        return on(FileStore.in(folder));
    }

    /**
     * A journal whose lines are kept somewhere else, such as in a database.
     *
     * @throws MigrationException when its lines cannot be read, or were written by another version
     */
    public static Journal on(JournalStore store) {
        Journal journal = new Journal(store);
        journal.refresh();
        return journal;
    }

    /** Whether the lines outlive the process. */
    public boolean isKept() {
        return store != null;
    }

    /** Every line about a resource, oldest first; also those that another process has written meanwhile. */
    public synchronized List<Entry> entries() {
        refresh();
        return ledger.entries();
    }

    /** Operations whose end nobody has seen, oldest first: the next run looks for what came of them. */
    public synchronized List<Entry> open() {
        refresh();
        return ledger.open();
    }

    /**
     * Which resource became which, as a layer of a mapping.
     *
     * @param counts whether a line still counts; what was deleted in the destination since does not
     */
    public synchronized Mapping arrivals(String source, String destination, Predicate<Entry> counts) {
        refresh();
        return ledger.arrivals(source, destination, counts);
    }

    /**
     * Records somebody's word that operations which may have been started were not: they looked, and the destination holds
     * nothing of them. The next run starts them again.
     *
     * @param resource what was to be made; its name in the source
     * @param because who looked where, in words
     * @param at when
     * @throws MigrationException when no operation of it is open, or somebody else writes into the journal
     */
    public synchronized void notStarted(ResourceKey resource, String because, Instant at) {
        refresh();
        List<Entry> open = ledger.open().stream()
                .filter(entry -> entry.crossing().resource().equals(resource.base()))
                .toList();
        if (open.isEmpty()) {
            throw new MigrationException(
                    "Nothing was recorded of " + resource + " because the journal holds no operation of it that may"
                            + " have been started",
                    "Give a key that Journal.open() names");
        }
        take("process " + ProcessHandle.current().pid() + ", which records that something was not started, since "
                + at);
        try {
            open.forEach(entry -> add(new Entry(entry.crossing(), entry.step(), Entry.State.NOT_STARTED, because, at)));
        } finally {
            giveBack();
        }
    }

    /** The lines of one resource on its way. */
    public StepLog steps(Subject crossing, Clock clock) {
        return new StepLog(this, crossing, clock);
    }

    /**
     * Claims the journal and a destination for an execution, until the claim is closed or the process ends.
     *
     * @throws JournalHeldException when somebody else executes with this journal, or into this destination
     * @throws MigrationException when it was executed before, but for an execution that was cut off and the latest one there
     */
    public Claim claim(Execution execution) {
        Claims.take(execution);
        try {
            hold(execution);
            return new Claim(execution);
        } catch (RuntimeException | Error e) {
            Claims.release(execution);
            throw e;
        }
    }

    private synchronized void hold(Execution execution) {
        take(execution.holder());
        Optional<Instant> before = ledger.executed(execution.plan());
        if (before.isPresent()) {
            giveBack();
            throw new MigrationException(
                    "The plan was not executed because this approval of it was used before, at " + before.get(),
                    "Plan again, and approve what that plan says");
        }
    }

    private void take(String holder) {
        if (store != null && holders == 0) {
            hold = store.hold(holder);
            holders++;
            refreshed();
        } else {
            holders++;
        }
    }

    private void refreshed() {
        try {
            read();
            if (position == 0) {
                write(Lines.HEADER);
            }
        } catch (RuntimeException e) {
            giveBack();
            throw e;
        }
    }

    private synchronized void giveBack() {
        holders--;
        if (holders == 0 && hold != null) {
            hold.close();
            hold = null;
        }
    }

    /** An execution that may write. Closing it lets others execute. */
    public final class Claim implements AutoCloseable {

        private final Execution execution;
        private boolean closed;

        private Claim(Execution execution) {
            this.execution = execution;
        }

        /** What was written by executions of this approval that were cut off, oldest first; empty where there was none. */
        public List<Entry> earlier() {
            synchronized (Journal.this) {
                return ledger.since(execution.plan());
            }
        }

        /** Records that the plan is executed from now on. */
        public void begin() {
            synchronized (Journal.this) {
                write(Lines.of(execution));
                ledger.add(execution, true);
            }
        }

        /** Records that the execution came to its end, well or not; until then the same approval may be executed again. */
        public void end(Instant at) {
            synchronized (Journal.this) {
                write(Lines.ofEnd(execution, at));
                ledger.ended(execution.plan());
            }
        }

        @Override
        public void close() {
            synchronized (Journal.this) {
                if (!closed) {
                    closed = true;
                    giveBack();
                    Claims.release(execution);
                }
            }
        }
    }

    synchronized void add(Entry entry) {
        write(Lines.of(entry));
        ledger.add(entry);
    }

    private void write(String line) {
        if (store != null) {
            position = store.append(line);
        }
    }

    synchronized Optional<Entry> last(Subject crossing, String step) {
        return ledger.last(crossing, step);
    }

    synchronized List<Entry> open(Subject crossing) {
        return ledger.open(crossing);
    }

    synchronized boolean hasArrived(String destination, String type, String id) {
        return ledger.hasArrived(destination, type, id);
    }

    /** When this process first knew that no start of an intent is under way any more; by its own clock. */
    Instant overSince(Entry intent, Instant now) {
        return overSince.computeIfAbsent(intent, first -> now);
    }

    Lock lock(Subject crossing, String step) {
        return locks.computeIfAbsent(
                List.of(crossing.destination(), crossing.resource().base(), step), key -> new ReentrantLock());
    }

    /** What others have written since; nobody else writes while this holds the store. */
    private synchronized void refresh() {
        if (holders == 0) {
            read();
        }
    }

    private void read() {
        if (store != null) {
            position = store.read(position, lines::add);
        }
    }

    /** Gives the store back; a claim that is still open ends. */
    @Override
    public synchronized void close() {
        if (hold != null) {
            hold.close();
            hold = null;
        }
    }

    @Override
    public String toString() {
        return "Journal " + (store == null ? "in memory" : store.place());
    }
}
