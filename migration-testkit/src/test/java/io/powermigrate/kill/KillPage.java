package io.powermigrate.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of kills: as it was published, and then with the cells that were made. */
final class KillPage {

    static final String NAME = "kills.md";

    private static final String RANDOM = " random moments";
    private static final List<String> KILLED = List.of("killed");
    private static final List<String> SHOWN = List.of("imports visible at once", "imports visible 20 s later");

    private final KillPart creating = new KillPart("Creating", "", KILLED, SHOWN);
    private final KillPart updating = new KillPart("Updating", "", KILLED, SHOWN);
    private final KillPart two = new KillPart(
            "Two executions at once",
            TWICE,
            List.of("who", "the second begins after", "journal"),
            List.of("what came of it"));
    final KillPart packages = new KillPart(
            "Packages",
            PACKAGES,
            KILLED,
            List.of("new, journal kept", "new, journal lost", "update, journal kept", "update, journal lost"));
    final KillPart scratch =
            new KillPart("Scratch solutions", SCRATCH, KILLED, List.of("journal kept", "journal lost"));
    final KillPart rollouts =
            new KillPart("Rollouts", ROLLOUTS, KILLED, List.of("journal kept", "journal of Bolt lost"));

    void add(KillWorld.Kind kind, Map<Moment, String> results) {
        KillPart part = part(kind);
        results.forEach((moment, result) -> {
            if (!(moment instanceof Moment.Chance)) {
                part.add(moment.toString(), column(kind), result);
            }
        });
        long chances = results.keySet().stream()
                .filter(Moment.Chance.class::isInstance)
                .count();
        if (chances > 0) {
            part.add(chances + RANDOM, column(kind), Cell.RIGHT + " in the end");
        }
        part.last(RANDOM);
    }

    void add(TwoAtOnce both, TwoAtOnce.Result result) {
        String row = both.who() + " | " + both.offset().toMillis() / 1000.0 + " s | "
                + (both.shared() ? "shared" : "one each");
        two.add(row, 0, result.words());
    }

    /** What it says of a cell. */
    String cell(KillWorld.Kind kind, Moment moment) {
        return part(kind).cell(moment, column(kind));
    }

    private KillPart part(KillWorld.Kind kind) {
        return kind.updating() ? updating : creating;
    }

    private static int column(KillWorld.Kind kind) {
        return kind.later() ? 1 : 0;
    }

    String text() {
        return HEAD
                + Stream.of(creating, updating, two, packages, scratch, rollouts)
                        .map(KillPart::text)
                        .collect(Collectors.joining());
    }

    /** The page in {@code docs}. */
    static String published() {
        try {
            return Files.readString(Path.of(System.getProperty("powermigrate.root", ".."), "docs", NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String HEAD = """
            # Kills

            Made by `KillTableTest`, `PackageKillsTest`, `ScratchKillsTest` and `RolloutKillsTest`; do not edit. A process migrates three apps, one with two connections and two that have the same name, and is killed (`kill -9`); another process runs again at once, with the same journal and workspace. Each row is
            a moment at which it is killed: before and after the service takes a request of each kind, before and after each line of the journal is on the disk, and at random. The service shows what it has accepted at once, or 20 s later by a clock
            of its own, which runs eight times as fast as real time; `listsWithin` is 48 s of that clock.

            * **right**: the next run did the rest.
            * **told**: the next run said what may have been started, where to look and what to say; after a person did that, the run after it did the rest.

            Nothing came twice and nothing was lost: else the test fails. A sample is compared in each test run; all of it, which took 50 minutes on two busy cores, is made by the following, and with `-Dpowermigrate.kills.rows=<pattern>` only the rows that match:

                mvn test -pl migration-testkit -am -Dtest=KillTableTest -Dsurefire.failIfNoSpecifiedTests=false -Dpowermigrate.kills=whole -Dpowermigrate.docs=write
            """;

    private static final String TWICE = """
            Both plans were made before either execution began; the apps are new. With one journal, and within one process in any case, one of the two is refused, and told who executes and since when. Processes that have a journal each, such as on two
            machines, cannot know of each other: each looks at the destination right before an import, and what the other one imports between that look and its own import comes twice. Give all of them the same journal.
            """;

    private static final String PACKAGES = """
            A solution with a table, a role, a permission set, a variable, a connection reference and a flow goes to another tenant, unmanaged; the process is killed before a request of each kind to a Dataverse; where that does more than read, also after it was done and before its
            answer, and when the answer has come; and before and after each line of the journal is on the disk. The next run has the journal, or has lost it and knows what the service shows. Right and told mean what they mean above.

            In every row one import was started in all, and in the end all of it is there, once, published, bound and switched on. Where the journal is lost, an import that still runs is waited for, and then the plan is made again; whether its changes were published the
            service does not tell, so the plan says that. A package at the scratch place of the service may stay behind; the service deletes it after some time. All of it is run by

                mvn test -pl migration-testkit -am -Dtest=PackageKillsTest -Dsurefire.failIfNoSpecifiedTests=false -Dpowermigrate.kills=packages -Dpowermigrate.docs=write
            """;

    private static final String SCRATCH = """
            A table, a role and a permission set of a large solution go to another tenant through a scratch solution, which a run makes in the source for its export. The process is killed at each request to a Dataverse that does more than read, and at each line of the
            journal, as above. A scratch solution that a killed run left is told with the call that removes it; then the next run makes its own.

            In every row one import was started in all, in the end exactly what was selected is there, once and published, and the source holds no scratch solution. A sample is compared in each test run; all of it is run by

                mvn test -pl migration-testkit -am -Dtest=ScratchKillsTest -Dsurefire.failIfNoSpecifiedTests=false -Dpowermigrate.kills=scratch -Dpowermigrate.docs=write
            """;

    private static final String ROLLOUTS = """
            Two apps go to three customers, Anvil, then Bolt and Crane in a second ring, one after the other; the process is killed at Bolt, before and after a request of each kind that does more than read, and when Bolt is done and Crane has not begun. The next run
            plans and executes the rollout again, with the same journals, or without that of Bolt. Right and told mean what they mean above.

            In every row each customer has each app once in the end, published, and customers that were done got nothing that does more than read. Where the journal of Bolt is lost, what the service shows stands for it: apps are found by their names, and imports show at
            once here. What the service lists late, or somebody renamed, comes twice without its journal: keep it. A sample is compared in each test run; all of it is run by

                mvn test -pl migration-testkit -am -Dtest=RolloutKillsTest -Dsurefire.failIfNoSpecifiedTests=false -Dpowermigrate.kills=rollouts -Dpowermigrate.docs=write
            """;
}
