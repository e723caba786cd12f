package io.powermigrate.testkit.contract;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.ResourceType;
import io.powermigrate.testkit.FakeClock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A service that keeps notes, one a page, and fails when it is told to. Thread-safe. */
final class Notebook implements AutoCloseable {

    final FakeClock clock;
    private final String name;
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<Effect, Long> requests = new EnumMap<>(Effect.class);
    private boolean refusing;
    private boolean throttled;
    private boolean losing;
    private boolean closed;
    private int made;
    private int openPages;
    private int staged;

    Notebook(String name, FakeClock clock) {
        this.name = name;
        this.clock = clock;
    }

    /** A note as the service keeps it; every answer has another time. */
    record Entry(String type, String id, String name, String text, String password, long readAt) {}

    /** "Too many requests, come back in seven seconds." */
    static final class Throttled extends MigrationException {

        private static final long serialVersionUID = 1L;
        static final Duration WAIT = Duration.ofSeconds(7);

        Throttled() {
            super("The notebook did not answer because too many asked", "Wait seven seconds");
        }
    }

    /** The effect has taken place, the answer is lost. */
    static final class Lost extends MigrationException {

        private static final long serialVersionUID = 1L;

        Lost() {
            super("The notebook's answer did not come", "Look at what it holds");
        }

        @Override
        public boolean mayHaveHappened() {
            return true;
        }
    }

    synchronized List<Entry> page(ResourceType<?> type, int index) {
        return ask(Effect.READ, () -> {
            openPages++;
            return entries.values().stream()
                    .filter(entry -> entry.type().equals(type.name()))
                    .skip(index)
                    .limit(1)
                    .toList();
        });
    }

    synchronized void closePage() {
        openPages--;
    }

    synchronized Entry read(String id) {
        return ask(Effect.READ, () -> {
            Entry entry = Objects.requireNonNull(entries.get(id), id);
            return new Entry(
                    entry.type(),
                    id,
                    entry.name(),
                    entry.text(),
                    entry.password(),
                    requests.getOrDefault(Effect.READ, 0L));
        });
    }

    synchronized String add(ResourceType<?> type, String noteName, String text) {
        return ask(Effect.WRITE, () -> put(type, noteName, text));
    }

    synchronized String rewrite(String id, String text) {
        return ask(Effect.WRITE, () -> change(id, text));
    }

    synchronized void stage() {
        ask(Effect.STAGE, () -> ++staged);
    }

    synchronized void unstage() {
        ask(Effect.STAGE, () -> --staged);
    }

    synchronized void export() {
        ask(Effect.EXPORT, () -> name);
    }

    synchronized int staged() {
        return staged;
    }

    /** Without a request. */
    synchronized void scribble(String noteName) {
        entries.values().stream()
                .filter(entry ->
                        entry.type().equals(Note.TYPE.name()) && entry.name().equals(noteName))
                .map(Entry::id)
                .findFirst()
                .ifPresent(id -> change(id, "scribbled over"));
    }

    synchronized String nameOf(String id) {
        return Objects.requireNonNull(entries.get(id), id).name();
    }

    /** Without a request. */
    synchronized String put(ResourceType<?> type, String noteName, String text) {
        String id = name + "-" + ++made;
        entries.put(id, new Entry(type.name(), id, noteName, text, "sesame-" + id, 0));
        return id;
    }

    /** Without a request. */
    synchronized String change(String id, String text) {
        entries.computeIfPresent(
                id, (key, old) -> new Entry(old.type(), id, old.name(), text, old.password(), old.readAt()));
        return id;
    }

    private <T> T ask(Effect effect, Supplier<T> answer) {
        if (closed) {
            throw new IllegalStateException("the notebook is closed");
        }
        requests.merge(effect, 1L, Long::sum);
        if (throttled) {
            throttled = false;
            throw new Throttled();
        }
        if (effect == Effect.WRITE && refusing) {
            throw new MigrationException("The notebook was not changed because it is full", "Buy another one");
        }
        T given = answer.get();
        if (effect == Effect.WRITE && losing) {
            losing = false;
            throw new Lost();
        }
        return given;
    }

    synchronized long requests(Effect effect) {
        return requests.getOrDefault(effect, 0L);
    }

    synchronized int openPages() {
        return openPages;
    }

    synchronized void refusing(boolean now) {
        refusing = now;
    }

    synchronized void throttleNext() {
        throttled = true;
    }

    synchronized void loseNext() {
        losing = true;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
