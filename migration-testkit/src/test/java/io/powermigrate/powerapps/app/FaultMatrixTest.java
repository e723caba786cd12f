package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.docs.FaultPage;
import io.powermigrate.docs.GeneratedPage;
import io.powermigrate.docs.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each fault at each operation of a migration of two apps, in lists of one item a page. The run has the right result, or
 * it says what went wrong and how to fix it; the next run, without the fault, has the right result. Nothing hangs, comes
 * twice, or is cut without a word. What never ends, or is too large for any memory, happens in a process with 256 MB.
 */
@Tag("table")
class FaultMatrixTest {

    private static final int REAL_SECONDS = 180;

    @Test
    void the_page_of_faults_is_made_of_what_happened() throws Exception {
        Map<FaultCell, Future<String>> running = new LinkedHashMap<>();
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        CompletableFuture<Map<String, String>> small =
                CompletableFuture.supplyAsync(() -> SmallFaults.results(SmallFaults.class));
        try {
            List<Operation> operations = FaultCell.operations();
            operations.stream()
                    .flatMap(FaultCell::of)
                    .filter(Sample::has)
                    .forEach(cell -> running.put(
                            cell,
                            cell.trouble().isEndless()
                                    ? small.thenApply(all -> all.getOrDefault(cell.toString(), "wrong: no result"))
                                    : threads.submit(cell::result)));
            List<String> wrong = new ArrayList<>();
            String page = page(operations, running, wrong);
            assertThat(wrong).isEmpty();
            GeneratedPage.is("faults.md", page);
        } finally {
            threads.shutdownNow();
        }
    }

    private static String page(List<Operation> operations, Map<FaultCell, Future<String>> running, List<String> wrong)
            throws InterruptedException {
        StringBuilder page = head();
        for (Operation operation : operations) {
            List<String> cells = new ArrayList<>(List.of("`" + operation + "`"));
            for (Trouble trouble : Trouble.ALL) {
                cells.add(trouble.fits().test(operation) ? cell(operation, trouble, running, wrong) : "–");
            }
            page.append(GeneratedPage.row(cells.toArray(String[]::new)));
        }
        return page + FaultPage.packages();
    }

    /** What came of it in this run, or else what the page says of it. */
    private static String cell(
            Operation operation, Trouble trouble, Map<FaultCell, Future<String>> running, List<String> wrong)
            throws InterruptedException {
        FaultCell cell = new FaultCell(operation, trouble);
        Future<String> result = running.get(cell);
        return result == null
                ? FaultPage.cellOfApps(operation, trouble.words())
                : FaultResult.of(cell, result, REAL_SECONDS, wrong);
    }

    private static StringBuilder head() {
        StringBuilder page = new StringBuilder("""
                # Faults

                Made by `FaultMatrixTest`; do not edit. Two apps are migrated, one with a flow and one with a custom connector, over lists of one item a page; each row is an operation of that migration, each column a fault that happens to it. Answers that drip, never begin, or are too large for any memory are met in a process with 256 MB.

                * **right**: the run waited or asked again, and everything is as it should be.
                * **told**: the run said what it could not do, why, and how to fix it; the next run, without the fault, finished the rest.
                * **asked**: as told, but nobody knows whether an import was started, and nothing of it shows: the next run asks a person to look, and the one after that finished the rest.
                * **–**: the fault cannot happen to that operation.

                Nothing hung, nothing came twice, nothing was cut without a word: else the test fails. A third of the cells is compared in each test run, which third says the commit; all of them are made by

                    POWERMIGRATE_SAMPLE=all mvn test -pl migration-testkit -am -Dtest=FaultMatrixTest -Dsurefire.failIfNoSpecifiedTests=false -Dpowermigrate.docs=write

                """);
        List<String> head = Trouble.ALL.stream().map(Trouble::words).collect(Collectors.toList());
        head.add(0, "operation");
        page.append(GeneratedPage.row(head.toArray(String[]::new)));
        page.append("|---".repeat(head.size())).append("|\n");
        return page;
    }
}
