package io.powermigrate.kill;

import io.powermigrate.docs.GeneratedPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of kills, as it is written, and as it was. */
final class KillPage {

    static final String NAME = "kills.md";

    private static final String CREATING = "## Creating";
    private static final String UPDATING = "## Updating";
    private static final String TWO = "## Two executions at once";

    private final Map<Boolean, Map<String, String[]>> cells = new LinkedHashMap<>();
    private final StringBuilder two = new StringBuilder();

    void add(KillWorld.Kind kind, Moments moments, Map<Moment, String> results) {
        Map<String, String[]> rows = cells.computeIfAbsent(kind.updating(), any -> new LinkedHashMap<>());
        results.forEach((moment, result) -> {
            if (!(moment instanceof Moment.Chance)) {
                cell(rows, moment.toString(), kind, result);
            }
        });
        cell(rows, moments.chances().size() + " random moments", kind, Cell.RIGHT + " in the end");
    }

    private static void cell(Map<String, String[]> rows, String row, KillWorld.Kind kind, String result) {
        rows.computeIfAbsent(row, any -> new String[] {"–", "–"})[kind.later() ? 1 : 0] = result;
    }

    void add(TwoAtOnce two, TwoAtOnce.Result result) {
        this.two.append(GeneratedPage.row(
                two.who().toString(),
                two.offset().toMillis() / 1000.0 + " s",
                two.shared() ? "shared" : "one each",
                result.words()));
    }

    String text() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append(CREATING).append("\n\n");
        table(page, cells.getOrDefault(false, Map.of()));
        page.append('\n').append(UPDATING).append("\n\n");
        table(page, cells.getOrDefault(true, Map.of()));
        page.append('\n').append(TWO).append(TWICE);
        page.append(GeneratedPage.row("who", "the second begins after", "journal", "what came of it"));
        page.append("|---|---|---|---|\n").append(two);
        return page + PackagePage.published();
    }

    private static void table(StringBuilder page, Map<String, String[]> rows) {
        page.append(GeneratedPage.row("killed", "imports visible at once", "imports visible 20 s later"));
        page.append("|---|---|---|\n");
        rows.forEach((row, results) -> page.append(GeneratedPage.row(row, results[0], results[1])));
    }

    /** The page in {@code docs}. */
    static String published() {
        try {
            return Files.readString(Path.of(System.getProperty("powermigrate.root", ".."), "docs", NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page in {@code docs} says of a cell. */
    static String published(KillWorld.Kind kind, Moment moment) {
        String page = published();
        String table = kind.updating() ? between(page, UPDATING, TWO) : between(page, CREATING, UPDATING);
        String row = "| " + moment + " | ";
        return table.lines()
                .filter(line -> line.startsWith(row))
                .map(line -> List.of(line.substring(row.length()).split(" \\| | \\|"))
                        .get(kind.later() ? 1 : 0))
                .findFirst()
                .orElse("no such row");
    }

    private static String between(String page, String from, String to) {
        return page.substring(page.indexOf(from), page.indexOf(to));
    }

    private static final String HEAD = """
            # Kills

            Made by `KillTableTest` and, packages, by `PackageKillsTest`; do not edit. A process migrates three apps, one with two connections and two that have the same name, and is killed (`kill -9`); another process runs again at once, with the same journal and workspace. Each row is
            a moment at which it is killed: before and after the service takes a request of each kind, before and after each line of the journal is on the disk, and at random. The service shows what it has accepted at once, or 20 s later by a clock
            of its own, which runs eight times as fast as real time; `listsWithin` is 48 s of that clock.

            * **right**: the next run did the rest.
            * **told**: the next run said what may have been started, where to look and what to say; after a person did that, the run after it did the rest.

            Nothing came twice and nothing was lost: else the test fails. A sample is compared in each test run; all of it, which took 50 minutes on two busy cores, by

                mvn test -pl migration-testkit -am -Dtest=KillTableTest -Dpowermigrate.kills=whole -Dpowermigrate.docs=write

            """;

    private static final String TWICE = """


            Both plans were made before either execution began; the apps are new. With one journal, and within one process in any case, one of the two is refused, and told who executes and since when. Processes that have a journal each, such as on two
            machines, cannot know of each other: each looks at the destination right before an import, and what the other one imports between that look and its own import comes twice. Give all of them the same journal.

            """;
}
