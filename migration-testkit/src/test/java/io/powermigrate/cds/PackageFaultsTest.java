package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.docs.FaultPage;
import io.powermigrate.docs.GeneratedPage;
import io.powermigrate.powerapps.app.FaultResult;
import io.powermigrate.powerapps.app.Operation;
import io.powermigrate.powerapps.app.SmallFaults;
import io.powermigrate.powerapps.app.Trouble;
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
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each fault at each operation of a migration of a solution: the run has the right result, or says what went wrong, and the next
 * one, without the fault, finishes the rest; one import in all. A sample of the page is compared each time, all of it on request.
 */
class PackageFaultsTest {

    /** For those in the other process, which has to end. */
    private static final int REAL_SECONDS = 1200;

    @Test
    @Tag("table")
    @EnabledIfSystemProperty(named = "powermigrate.faults", matches = "packages")
    void the_part_of_the_page_is_made_of_what_happened() throws Exception {
        List<Operation> operations = PackageFaultCell.operations();
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        CompletableFuture<Map<String, String>> small =
                CompletableFuture.supplyAsync(() -> SmallFaults.results(SmallPackageFaults.class));
        try {
            Map<PackageFaultCell, Future<String>> running = new LinkedHashMap<>();
            operations.stream()
                    .flatMap(PackageFaultCell::of)
                    .forEach(cell -> running.put(
                            cell,
                            cell.trouble().isEndless()
                                    ? small.thenApply(all -> endless(cell, all))
                                    : threads.submit(cell::result)));
            List<String> wrong = new ArrayList<>();
            Map<String, String> results = new LinkedHashMap<>();
            for (Map.Entry<PackageFaultCell, Future<String>> each : running.entrySet()) {
                String cell = each.getKey().toString();
                results.put(cell, FaultResult.of(cell, each.getValue(), REAL_SECONDS, wrong));
            }
            assertThat(wrong).isEmpty();
            GeneratedPage.is(FaultPage.NAME, FaultPage.withPackages(part(operations, results)));
        } finally {
            threads.shutdownNow();
        }
    }

    private static String endless(PackageFaultCell cell, Map<String, String> results) {
        return cell.isLong() ? "long" : results.getOrDefault(cell.toString(), "wrong: no result");
    }

    private static String part(List<Operation> operations, Map<String, String> results) {
        StringBuilder part = new StringBuilder(FaultPage.PACKAGES_HEAD);
        List<String> head = Trouble.ALL.stream().map(Trouble::words).collect(Collectors.toList());
        head.add(0, "operation");
        part.append(GeneratedPage.row(head.toArray(String[]::new)));
        part.append("|---".repeat(head.size())).append("|\n");
        for (Operation operation : operations) {
            List<String> cells = new ArrayList<>(List.of("`" + operation + "`"));
            Trouble.ALL.forEach(trouble ->
                    cells.add(results.getOrDefault(new PackageFaultCell(operation, trouble).toString(), "–")));
            part.append(GeneratedPage.row(cells.toArray(String[]::new)));
        }
        return part.toString();
    }

    @ParameterizedTest(name = "{0} {1}, {2}")
    @CsvSource({
        "POST, /ExportSolutionAsync, answer lost",
        "GET, /asyncoperations(…), 503 always",
        "POST, /DownloadSolutionExportData, body cut",
        "POST, /StageSolution, 500 after it was done",
        "POST, /ImportSolutionAsync, answer lost",
        "POST, /ImportSolutionAsync, dropped always",
        "POST, /ImportSolutionAsync, `{}` always",
        "GET, /RetrieveSolutionImportResult(…), 503 always",
        "POST, /PublishAllXml, 403 always",
        "POST, /PublishAllXml, 503",
        "POST, /PublishAllXml, 204 always",
        "POST, /$batch, `null`",
        "POST, /environmentvariablevalues, 500 after it was done",
        "PATCH, /connectionreferences(…), 204 always",
        "PATCH, /workflows(…), 503"
    })
    void a_sample_of_the_page_is_what_happens(String method, String template, String words) {
        Operation operation = new Operation(method, "DATAVERSE", template);
        Trouble trouble = Trouble.ALL.stream()
                .filter(each -> each.words().equals(words))
                .findFirst()
                .orElseThrow();
        assertThat(new PackageFaultCell(operation, trouble).result())
                .isEqualTo(FaultPage.cell(operation, trouble.words()));
    }
}
