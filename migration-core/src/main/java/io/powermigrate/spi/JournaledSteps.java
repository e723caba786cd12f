package io.powermigrate.spi;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.JavaText;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.journal.Entry;
import io.powermigrate.journal.Entry.State;
import io.powermigrate.journal.StepLog;
import io.powermigrate.journal.Subject;
import io.powermigrate.model.Binding;
import io.powermigrate.model.SlotType;
import io.powermigrate.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Runs the operations of one resource so that none is started twice: INTENT before the start, STARTED after it, DONE at
 * the end. An INTENT without a STARTED is looked for; what shows nothing is for a person to decide.
 */
public final class JournaledSteps {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final StepLog log;
    private final Time time;
    private final Sight sight;

    /**
     * What can be seen of a destination.
     *
     * @param name what people call it
     * @param listsWithin how late it may list what was made
     * @param planned whether the plan knew of a resource of the type with this id
     */
    public record Sight(String name, Duration listsWithin, Predicate<String> planned) {
        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    /** The operations of one resource on its way. */
    public JournaledSteps(StepLog log, Time time, Sight sight) {
        this.log = log;
        this.time = time;
        this.sight = sight;
    }

    /** In one line: whose operations they are. */
    @Override
    public String toString() {
        return "JournaledSteps of " + log;
    }

    /** One at a time of those with the same name: which of two twins an id belongs to could not be told. */
    <T> T run(String step, Operation<T> operation) {
        return log.alone(step, () -> log.last(step)
                .filter(Entry::isOpen)
                .flatMap(open -> takenUp(open, operation))
                .orElseGet(() -> begun(step, operation)));
    }

    void arrived(String destinationId) {
        log.write("arrival", State.ARRIVED, destinationId);
    }

    void updated(String destinationId) {
        log.write("arrival", State.UPDATED, destinationId);
        log.settle();
    }

    boolean hasArrived(String destinationId) {
        return log.hasArrived(destinationId);
    }

    Duration listsWithin() {
        return sight.listsWithin();
    }

    /** What came of an earlier start; empty when nothing did, so that it may be started again. */
    private <T> Optional<T> takenUp(Entry open, Operation<T> operation) {
        Optional<String> reference =
                open.state() == State.STARTED ? Optional.of(open.reference()) : looked(open, operation);
        if (reference.isEmpty() && !operation.mayRepeat()) {
            throw mayHaveBeenStarted(open, " by a run that ended before it knew");
        }
        if (reference.isEmpty()) {
            log.write(open.step(), State.NOT_STARTED, "");
            return Optional.empty();
        }
        try {
            T result = awaited(open.step(), operation, reference.get());
            requireSameWish(open);
            return Optional.of(result);
        } catch (OperationFailedException overAndNothingCameOfIt) {
            return Optional.empty();
        }
    }

    private Operation.Intent intent(Entry entry) {
        String alike = entry.reference();
        return new Operation.Intent(
                entry.at(), alike.isEmpty() ? Set.of() : Set.of(alike.split(" ")), log.ended(entry.step()));
    }

    /** What an earlier run brought may be older than what is wanted now. */
    private void requireSameWish(Entry open) {
        if (!open.crossing().fingerprint().equals(log.crossing().fingerprint())) {
            throw new MigrationException(
                    "What an earlier run had started of " + log.crossing().resource()
                            + " has arrived, but something else is wanted since",
                    "Plan again: it becomes an update");
        }
    }

    private <T> T begun(String step, Operation<T> operation) {
        operation.prepare();
        Set<String> alike = operation.alike();
        requireNobodyElse(alike);
        Entry intent = log.write(step, State.INTENT, String.join(" ", new TreeSet<>(alike)));
        String reference = started(operation, intent);
        log.write(step, State.STARTED, reference);
        return awaited(step, operation, reference);
    }

    private <T> String started(Operation<T> operation, Entry intent) {
        try {
            return operation.start();
        } catch (MigrationException e) {
            Optional<String> found = e.mayHaveHappened() ? looked(intent, operation) : Optional.empty();
            if (found.isPresent()) {
                return found.get();
            }
            if (!e.mayHaveHappened() || operation.isRefusal(e) || operation.mayRepeat()) {
                log.write(intent.step(), State.NOT_STARTED, "");
                throw e;
            }
            throw mayHaveBeenStarted(intent, ": " + e.problem());
        }
    }

    private <T> T awaited(String step, Operation<T> operation, String reference) {
        T result;
        try {
            result = operation.await(reference);
        } catch (OperationFailedException e) { // it is over: attaching to it once more would fail for ever
            log.write(step, State.FAILED, reference);
            throw e;
        }
        log.write(step, State.DONE, reference);
        return result;
    }

    /** Looks until it shows, or as long as the destination may list late what a start has made until it was over. */
    private <T> Optional<String> looked(Entry intent, Operation<T> operation) {
        Instant latest = log.overSince(intent).plus(sight.listsWithin());
        while (true) {
            Optional<String> found = operation.find(intent(intent));
            if (found.isPresent() || !time.now().isBefore(latest)) {
                return found;
            }
            time.sleep(PAUSE.compareTo(sight.listsWithin()) < 0 ? PAUSE : sight.listsWithin());
        }
    }

    private void requireNobodyElse(Set<String> alike) {
        List<String> strange = alike.stream()
                .filter(id -> !sight.planned().test(id) && !log.hasArrived(id))
                .sorted()
                .toList();
        if (!strange.isEmpty()) {
            throw new MigrationException(
                    log.crossing().resource() + " was not made because " + sight.name()
                            + " holds one of that name since the plan was made, with the id "
                            + String.join(", ", strange),
                    "Plan again: it becomes an update of that one, or bind it with the line that the plan suggests");
        }
    }

    private MigrationException mayHaveBeenStarted(Entry intent, String how) {
        Subject crossing = log.crossing();
        String type = crossing.resource().type();
        return new MigrationException(
                "The " + intent.step() + " of " + crossing.resource() + " may have been started at " + intent.at() + how
                        + ". " + sight.name() + " shows nothing of it "
                        + sight.listsWithin().toSeconds() + " s later",
                "Look in " + sight.name() + " for a " + type + " called \""
                        + crossing.resource().name()
                        + "\"; if it is there, put "
                        + Binding.toBeFilledIn(new SlotType(type), crossing.originId())
                                .toCode()
                        + " into the mapping, if it is not, call journal.notStarted(" + key(crossing)
                        + ", \"<who looked>\", Instant.now()); then plan again");
    }

    private static String key(Subject crossing) {
        return "new ResourceKey(" + JavaText.literal(crossing.resource().type()) + ", "
                + JavaText.literal(crossing.resource().name()) + ")";
    }
}
