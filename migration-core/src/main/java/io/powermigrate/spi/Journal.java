package io.powermigrate.spi;

import io.powermigrate.model.Binding;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What was intended, started and done, and which resource became which. Entries are only ever added; none holds a
 * secret. Give the same journal to the next run: it goes on where the last one ended. Thread-safe.
 */
public final class Journal {

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Step, Entry> last = new HashMap<>();
    private final Map<Step, Entry> intents = new HashMap<>();

    private Journal() {}

    /** How far an operation got. */
    public enum State {
        /** Is about to be started. */
        INTENT,
        /** Runs; the reference is known. */
        STARTED,
        /** Has ended well. */
        DONE,
        /** Was not started after all. */
        NOT_STARTED,
        /** Has ended without a result; may be started again. */
        FAILED,
        /** A resource of the source has become a new one of the destination. */
        ARRIVED,
        /** A resource of the source was brought into one that the destination held. */
        UPDATED
    }

    /**
     * One line of the journal.
     *
     * @param crossing from which environment to which one, and which resource
     * @param step the operation in words, stable between versions
     * @param state how far it got
     * @param reference what finds it again: of an operation, or the id in the destination
     * @param at when
     */
    public record Entry(Crossing crossing, String step, State state, String reference, Instant at) {}

    /**
     * What an entry is about.
     *
     * @param source the id of the environment that the resource comes from
     * @param destination the id of the environment that it goes to
     * @param resource its key
     * @param originId its id in the source
     * @param fingerprint of what is wanted in the destination; another wish is another operation
     */
    public record Crossing(
            String source, String destination, ResourceKey resource, String originId, String fingerprint) {

        public Crossing {
            Objects.requireNonNull(resource, "resource");
        }
    }

    private record Step(Crossing crossing, String name) {}

    /** A journal that ends with the process. */
    public static Journal inMemory() {
        return new Journal();
    }

    /** Adds a line; it is safe when this returns. */
    public synchronized void add(Entry entry) {
        entries.add(entry);
        Step step = new Step(entry.crossing(), entry.step());
        last.put(step, entry);
        if (entry.state() == State.INTENT) {
            intents.put(step, entry);
        }
    }

    /** Every line, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The last line of a step. */
    synchronized Optional<Entry> last(Crossing crossing, String step) {
        return Optional.ofNullable(last.get(new Step(crossing, step)));
    }

    /** When a step was last intended. */
    synchronized Optional<Instant> intended(Crossing crossing, String step) {
        return Optional.ofNullable(intents.get(new Step(crossing, step))).map(Entry::at);
    }

    /**
     * Which resource became which, as a layer of a mapping.
     *
     * @param stillThere whether the destination still shows what a line names; what is gone is left out
     */
    public synchronized Mapping arrivals(String source, String destination, Predicate<Binding> stillThere) {
        Map<List<String>, Entry> last = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Crossing crossing = entry.crossing();
            if (arrived(entry)
                    && crossing.source().equals(source)
                    && crossing.destination().equals(destination)) {
                String type = crossing.resource().type();
                last.merge(List.of(type, crossing.originId().toLowerCase(Locale.ROOT)), entry, Journal::later);
            }
        }
        Mapping made = lines(last.values(), State.ARRIVED, stillThere).asMade();
        return made.over(lines(last.values(), State.UPDATED, stillThere), "an earlier run");
    }

    /** What was made here stays so when it is brought up to date. */
    private static Entry later(Entry first, Entry second) {
        return second.state() == State.UPDATED && second.reference().equals(first.reference()) ? first : second;
    }

    private static boolean arrived(Entry entry) {
        return entry.state() == State.ARRIVED || entry.state() == State.UPDATED;
    }

    private static Mapping lines(Collection<Entry> entries, State state, Predicate<Binding> stillThere) {
        List<Binding> lines = entries.stream()
                .filter(entry -> entry.state() == state)
                .map(entry -> Binding.of(
                        entry.crossing().resource().type(), entry.crossing().originId(), entry.reference()))
                .filter(stillThere)
                .toList();
        return Mapping.of(lines).over(Mapping.none(), "an earlier run");
    }
}
