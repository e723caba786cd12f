package io.powermigrate.kill;

import io.powermigrate.docs.GeneratedPage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of the page of kills that is about packages, as it is written, and as it was. */
final class PackagePage {

    private static final String HEAD = """

            ## Packages

            A solution with a table, a role, a permission set, a variable, a connection reference and a flow goes to another tenant, unmanaged; the process is killed before a request of each kind to a Dataverse; where that does more than read, also after it was done and before its
            answer, and when the answer has come; and before and after each line of the journal is on the disk. The next run has the journal, or has lost it and knows what the service shows. Right and told mean what they mean above.

            In every row one import was started in all, and in the end all of it is there, once, published, bound and switched on. Where the journal is lost, an import that still runs is waited for, and then the plan is made again; whether its changes were published the
            service does not tell, so the plan says that. A package at the scratch place of the service may stay behind; the service deletes it after some time. All of it is run by

                mvn test -pl migration-testkit -am -Dtest=PackageKillsTest -Dpowermigrate.kills=packages -Dpowermigrate.docs=write

            """;

    private final Map<String, String[]> rows = new LinkedHashMap<>();

    /** Begins with what the page in {@code docs} says, so that some kinds can be run alone. */
    PackagePage() {
        published().lines().filter(line -> line.startsWith("| ")).skip(1).forEach(line -> {
            String[] cells = line.substring(2, line.length() - 2).split(" \\| ");
            rows.put(cells[0], Arrays.copyOfRange(cells, 1, cells.length));
        });
    }

    void add(PackageWorld.Kind kind, Map<Moment, String> results) {
        results.forEach((moment, result) -> rows.computeIfAbsent(
                        moment.toString(), any -> new String[] {"–", "–", "–", "–"})[column(kind)] = result);
    }

    private static int column(PackageWorld.Kind kind) {
        return PackageWorld.Kind.ALL.indexOf(kind);
    }

    /** The whole page, with this part in place of the old one. */
    String text() {
        String page = KillPage.published();
        return page.substring(0, page.length() - published().length()) + HEAD + table();
    }

    private String table() {
        StringBuilder table = new StringBuilder();
        table.append(GeneratedPage.row(
                "killed", "new, journal kept", "new, journal lost", "update, journal kept", "update, journal lost"));
        table.append("|---|---|---|---|---|\n");
        rows.forEach((row, cells) -> table.append(GeneratedPage.row(row, cells[0], cells[1], cells[2], cells[3])));
        return table.toString();
    }

    /** This part of the page in {@code docs}; empty where it has none. */
    static String published() {
        String page = KillPage.published();
        int begin = page.indexOf("\n## Packages\n");
        return begin < 0 ? "" : page.substring(begin);
    }

    /** What the page in {@code docs} says of a cell. */
    static String published(PackageWorld.Kind kind, Moment moment) {
        String row = "| " + moment + " | ";
        return published()
                .lines()
                .filter(line -> line.startsWith(row))
                .map(line -> List.of(line.substring(row.length()).split(" \\| | \\|"))
                        .get(column(kind)))
                .findFirst()
                .orElse("no such row");
    }
}
