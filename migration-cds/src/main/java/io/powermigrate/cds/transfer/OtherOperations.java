package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.DataverseException;
import io.powermigrate.cds.webapi.Filter;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import io.powermigrate.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An organisation runs one solution operation at a time. Those of others are waited for and named (wire/dataverse-facts.md, A5;
 * dataverse-situations.md, S61, S62). Not every lock shows in the history, so a refusal that tells of one is waited for, too: it says
 * that nothing was started.
 */
final class OtherOperations {

    private static final Duration WITHIN = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final List<Long> RUNNING = List.of(0L, 2L);

    private static final Set<String> LOCKED = Set.of(
            "0x80071151",
            "0x8004F061",
            "0x8004F062",
            "0x8004F063",
            "0x8004F064",
            "0x8004F065",
            "0x8004F066",
            "0x8004F067");

    private final Dataverse destination;
    private final Time time;
    private final Consumer<String> progress;

    OtherOperations(Dataverse destination, Time time, Consumer<String> progress) {
        this.destination = destination;
        this.time = time;
        this.progress = progress;
    }

    /** Returns when the history shows none that runs. */
    void awaited() {
        Instant latest = time.now().plus(WITHIN);
        Optional<String> running = running();
        while (running.isPresent()) {
            pause(running.get(), latest);
            running = running();
        }
    }

    /** Does something that is refused while another operation runs, again and again until that has ended. */
    <T> T whenFree(Supplier<T> work) {
        Instant latest = time.now().plus(WITHIN);
        while (true) {
            try {
                return work.get();
            } catch (DataverseException refused) {
                if (!isLock(refused)) {
                    throw refused;
                }
                pause(refused.error().words(), latest);
            }
        }
    }

    static boolean isLock(DataverseException refused) {
        String words = refused.error().words();
        return !refused.mayHaveHappened()
                && (LOCKED.contains(refused.code())
                        || words.contains("Cannot start another")
                        || words.contains("Cannot start the requested operation"));
    }

    private void pause(String running, Instant latest) {
        if (!time.now().isBefore(latest)) {
            throw new MigrationException(
                    "Nothing was started because another operation still runs after " + WITHIN.toMinutes() + " min: "
                            + running,
                    "Wait until the solution history shows its end, then run again");
        }
        progress.accept("waits for another operation: " + running);
        time.sleep(PAUSE);
    }

    /** The history is a virtual table that some identities may not read: then only a refusal tells. */
    private Optional<String> running() {
        try {
            return destination
                    .rows(Query.of("msdyn_solutionhistories")
                            .select("msdyn_name", "msdyn_operation", "msdyn_status", "msdyn_starttime")
                            .filter(Filter.inNumbers("msdyn_status", RUNNING)))
                    .filter(row -> row.text("msdyn_status").isPresent())
                    .findFirst()
                    .map(OtherOperations::words);
        } catch (DataverseException notTold) {
            return Optional.empty();
        }
    }

    private static String words(Document row) {
        String what =
                switch ((int) row.number(-1, "msdyn_operation")) {
                    case 0 -> "the import";
                    case 1 -> "the uninstall";
                    case 2 -> "the export";
                    case 3, 4 -> "the publishing";
                    default -> "an operation";
                };
        return what + " of " + row.text("msdyn_name").orElse("a solution") + ", which began at "
                + row.text("msdyn_starttime").orElse("an unknown time");
    }
}
