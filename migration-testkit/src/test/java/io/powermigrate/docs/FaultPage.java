package io.powermigrate.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page of faults as it is in {@code docs}; its last part is about packages, and is made on request. */
public final class FaultPage {

    public static final String NAME = "faults.md";

    private static final String PACKAGES = "\n## Packages\n";

    public static final String PACKAGES_HEAD = PACKAGES + """

            A solution with a table, a role, a permission set, a variable, a connection reference and a flow is migrated to another tenant; each row is an operation of a Dataverse in that migration. The words mean what they mean above, and one import is started in
            all.

            * **unseen**: the false answer is that of a success, and nothing of the service shows that it was not done.

            * **long**: publishing may take 20 minutes, and that long an answer is waited for that never begins; not run here.

            A sample is compared in each test run; all of it is made by

                mvn test -pl migration-testkit -am -Dtest=PackageFaultsTest -Dsurefire.failIfNoSpecifiedTests=false -Dpowermigrate.faults=packages -Dpowermigrate.docs=write

            """;

    private FaultPage() {}

    private static String page() {
        try {
            return Files.readString(Path.of(System.getProperty("powermigrate.root", ".."), "docs", NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part about packages; empty where there is none. */
    public static String packages() {
        int begin = page().indexOf(PACKAGES);
        return begin < 0 ? "" : page().substring(begin);
    }

    /** The page with another part about packages. */
    public static String withPackages(String part) {
        String page = page();
        return page.substring(0, page.length() - packages().length()) + part;
    }

    /** What the page says of an operation of a Dataverse and a fault. */
    public static String cell(Object operation, String fault) {
        return cell(packages(), operation, fault);
    }

    /** What the page says of an operation of the migration of apps and a fault. */
    public static String cellOfApps(Object operation, String fault) {
        String page = page();
        return cell(page.substring(0, page.length() - packages().length()), operation, fault);
    }

    private static String cell(String part, Object operation, String fault) {
        List<String> lines = part.lines().filter(line -> line.startsWith("| ")).toList();
        int column = cells(lines.get(0)).indexOf(fault);
        return lines.stream()
                .filter(line -> line.startsWith("| `" + operation + "` |"))
                .map(line -> cells(line).get(column))
                .findFirst()
                .orElse("no such row");
    }

    private static List<String> cells(String line) {
        return List.of(line.replaceFirst(" \\|$", "").split(" \\| "));
    }
}
