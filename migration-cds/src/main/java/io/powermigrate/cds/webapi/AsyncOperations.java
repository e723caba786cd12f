package io.powermigrate.cds.webapi;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import io.powermigrate.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows asynchronous operations (wire/dataverse.md, section 2.7): soon at first, then ever more seldom. */
final class AsyncOperations {

    private static final String[] COLUMNS = {
        "asyncoperationid",
        "name",
        "messagename",
        "operationtype",
        "statecode",
        "statuscode",
        "errorcode",
        "message",
        "friendlymessage",
        "createdon",
        "startedon",
        "completedon"
    };

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    /** The row may be listed late. */
    private static final Duration APPEARS_WITHIN = Duration.ofMinutes(2);

    private static final int COMPLETED = 3;

    private final Dataverse dataverse;
    private final Time time;

    AsyncOperations(Dataverse dataverse) {
        this.dataverse = dataverse;
        this.time = dataverse.time();
    }

    Document ended(String id, Duration within, Consumer<String> progress) {
        Query query = Query.of("asyncoperations").key(Key.id(id)).select(COLUMNS);
        Instant begin = time.now();
        while (true) {
            Optional<Document> row = dataverse.find(query);
            if (row.filter(found -> found.number(-1, "statecode") == COMPLETED).isPresent()) {
                return row.get();
            }
            Duration taken = Duration.between(begin, time.now());
            requireRow(id, row.isPresent(), taken);
            requireTime(id, taken, within);
            progress.accept(words(row, taken));
            time.sleep(pause(taken, within.minus(taken)));
        }
    }

    /** A quarter of the time that it takes already, so that a short one ends soon and a long one takes few requests. */
    private static Duration pause(Duration taken, Duration left) {
        Duration wanted = taken.dividedBy(4);
        Duration atLeast = wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
        Duration atMost = atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
        return atMost.compareTo(left) > 0 ? left : atMost;
    }

    private static void requireRow(String id, boolean isThere, Duration taken) {
        if (!isThere && taken.compareTo(APPEARS_WITHIN) > 0) {
            throw new MigrationException(
                    "The end of the operation " + id + " was not seen because Dataverse does not list it "
                            + taken.toSeconds() + " s later",
                    "Look in the solution history whether it has run");
        }
    }

    private static void requireTime(String id, Duration taken, Duration within) {
        if (taken.compareTo(within) >= 0) {
            throw new MigrationException(
                    "The end of the operation " + id + " was not seen because " + within.toSeconds()
                            + " s were not enough; it may still be running",
                    "Run again: it is followed further, and not started again");
        }
    }

    private static String words(Optional<Document> row, Duration taken) {
        String state = row.map(found -> switch ((int) found.number(-1, "statuscode")) {
                    case 0, 10 -> "waits";
                    case 20 -> "runs";
                    case 21 -> "pauses";
                    case 22 -> "is being canceled";
                    default -> "has status " + found.text("statuscode").orElse("unknown");
                })
                .orElse("is not listed yet");
        String name = row.flatMap(found -> found.text("name")).orElse("the operation");
        return name + " " + state + ", " + taken.toSeconds() + " s";
    }
}
