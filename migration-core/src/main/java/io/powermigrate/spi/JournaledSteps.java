package io.powermigrate.spi;

import io.powermigrate.error.MigrationException;
import io.powermigrate.spi.Journal.Crossing;
import io.powermigrate.spi.Journal.Entry;
import io.powermigrate.spi.Journal.State;
import java.util.Optional;

/**
 * Runs the operations of one resource so that none is started twice: INTENT before the start, STARTED after it, DONE at
 * the end. An INTENT without a STARTED is looked for before anything else.
 */
public final class JournaledSteps {

    private final Journal journal;
    private final Crossing crossing;
    private final Time time;

    /** The operations of one resource on its way. */
    public JournaledSteps(Journal journal, Crossing crossing, Time time) {
        this.journal = journal;
        this.crossing = crossing;
        this.time = time;
    }

    <T> T run(String step, Operation<T> operation) {
        Optional<String> earlier = journal.last(crossing, step).flatMap(entry -> earlier(entry, operation));
        String reference = earlier.orElseGet(() -> start(step, operation));
        T result = await(step, operation, reference);
        write(step, State.DONE, reference);
        return result;
    }

    void arrived(String destinationId) {
        write("arrival", State.ARRIVED, destinationId);
    }

    void updated(String destinationId) {
        write("arrival", State.UPDATED, destinationId);
    }

    private <T> Optional<String> earlier(Entry entry, Operation<T> operation) {
        return switch (entry.state()) {
            case STARTED -> Optional.of(entry.reference());
            case INTENT, DONE ->
                operation.find(journal.intended(crossing, entry.step()).orElse(entry.at()));
            case NOT_STARTED, FAILED, ARRIVED, UPDATED -> Optional.empty();
        };
    }

    private <T> T await(String step, Operation<T> operation, String reference) {
        try {
            return operation.await(reference);
        } catch (OperationFailedException e) { // it is over: attaching to it once more would fail for ever
            write(step, State.FAILED, reference);
            throw e;
        }
    }

    private <T> String start(String step, Operation<T> operation) {
        Entry intent = write(step, State.INTENT, "");
        String reference = startOrFind(step, operation, intent);
        write(step, State.STARTED, reference);
        return reference;
    }

    private <T> String startOrFind(String step, Operation<T> operation, Entry intent) {
        try {
            return operation.start();
        } catch (MigrationException e) {
            Optional<String> found = e.mayHaveHappened() ? operation.find(intent.at()) : Optional.empty();
            if (found.isEmpty()) {
                write(step, State.NOT_STARTED, "");
                throw e;
            }
            return found.get();
        }
    }

    private Entry write(String step, State state, String reference) {
        Entry entry = new Entry(crossing, step, state, reference, time.now());
        journal.add(entry);
        return entry;
    }
}
