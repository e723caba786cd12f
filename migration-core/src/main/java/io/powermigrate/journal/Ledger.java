package io.powermigrate.journal;

import io.powermigrate.model.Binding;
import io.powermigrate.model.Mapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The lines of a journal, found by what they are about. Not thread-safe. */
final class Ledger {

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Step, Entry> last = new HashMap<>();
    private final Map<Subject.Way, Entry> arrivals = new LinkedHashMap<>();
    private final Set<Arrived> arrived = new HashSet<>();
    private final Map<String, Begun> executions = new HashMap<>();
    private final Map<String, Execution> latest = new HashMap<>(); // by destination

    /** An execution, how many lines there were before it, and whether it came to its end. */
    private record Begun(Execution execution, int before, boolean ended) {}

    private record Step(Subject.Way way, String name) {}

    private record Arrived(String destination, String type, String id) {

        static Arrived of(String destination, String type, String id) {
            return new Arrived(destination, type, id.toLowerCase(Locale.ROOT));
        }
    }

    void add(Entry entry) {
        entries.add(entry);
        Subject crossing = entry.crossing();
        last.put(new Step(crossing.way(), entry.step()), entry);
        if (entry.isArrival()) {
            arrivals.merge(crossing.way(), entry, Ledger::later);
            arrived.add(Arrived.of(crossing.destination(), crossing.resource().type(), entry.reference()));
        }
    }

    /** An execution of a journal that tells no ends counts as ended: whether it was cut off is not known. */
    void add(Execution execution, boolean tellsEnd) {
        executions.putIfAbsent(execution.plan(), new Begun(execution, entries.size(), !tellsEnd));
        latest.put(execution.destination(), execution);
    }

    void ended(String plan) {
        executions.computeIfPresent(plan, (key, begun) -> new Begun(begun.execution(), begun.before(), true));
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    Optional<Entry> last(Subject crossing, String step) {
        return Optional.ofNullable(last.get(new Step(crossing.way(), step)));
    }

    /** When an approved plan was executed, to its end or so that another one was executed there since. */
    Optional<Instant> executed(String plan) {
        return Optional.ofNullable(executions.get(plan))
                .filter(begun -> begun.ended() || !isLatest(begun.execution()))
                .map(begun -> begun.execution().at());
    }

    private boolean isLatest(Execution execution) {
        return Optional.ofNullable(latest.get(execution.destination()))
                .filter(last -> last.plan().equals(execution.plan()))
                .isPresent();
    }

    /** What was written about its destination since an approved plan was first executed; empty where it was not. */
    List<Entry> since(String plan) {
        return Optional.ofNullable(executions.get(plan))
                .map(begun -> entries.subList(begun.before(), entries.size()).stream()
                        .filter(entry -> entry.crossing()
                                .destination()
                                .equals(begun.execution().destination()))
                        .toList())
                .orElse(List.of());
    }

    boolean hasArrived(String destination, String type, String id) {
        return arrived.contains(Arrived.of(destination, type, id));
    }

    /** Operations whose end nobody has seen, oldest first. */
    List<Entry> open() {
        return last.values().stream()
                .filter(Entry::isOpen)
                .sorted((a, b) -> a.at().compareTo(b.at()))
                .toList();
    }

    /** The open operations of one resource on its way. */
    List<Entry> open(Subject crossing) {
        return open().stream()
                .filter(entry -> entry.crossing().way().equals(crossing.way()))
                .toList();
    }

    /** Which resource became which, of one pair of environments, as far as a line counts. */
    Mapping arrivals(String source, String destination, Predicate<Entry> counts) {
        List<Entry> between = arrivals.values().stream()
                .filter(entry -> entry.crossing().source().equals(source)
                        && entry.crossing().destination().equals(destination))
                .filter(counts)
                .toList();
        Mapping made = lines(between, Entry.State.ARRIVED).asMade();
        return made.over(lines(between, Entry.State.UPDATED), "an earlier run").asRecorded();
    }

    /** What was made here stays so when it is brought up to date. */
    private static Entry later(Entry first, Entry second) {
        boolean same = second.reference().equals(first.reference());
        return second.state() == Entry.State.UPDATED && same ? first : second;
    }

    private static Mapping lines(Collection<Entry> entries, Entry.State state) {
        List<Binding> lines = entries.stream()
                .filter(entry -> entry.state() == state)
                .map(entry -> Binding.of(
                        entry.crossing().resource().type(), entry.crossing().originId(), entry.reference()))
                .toList();
        return Mapping.of(lines).over(Mapping.none(), "an earlier run");
    }
}
