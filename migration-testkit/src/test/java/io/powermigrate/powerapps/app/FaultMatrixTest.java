package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.docs.GeneratedPage;
import io.powermigrate.error.MigrationException;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Verdict;
import io.powermigrate.testkit.fake.Dialects;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.FakeService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Each fault at each operation of a migration of two apps, in lists of one item a page. The run has the right result, or
 * it says what went wrong and how to mend it; the next run, without the fault, has the right result. Nothing hangs, comes
 * twice, or is cut without a word.
 */
class FaultMatrixTest {

    private static final List<String> APPS = List.of(Crossing.LEAVE, Crossing.ORDERS);
    private static final Duration LONGEST_WAIT = Duration.ofHours(3);
    private static final int REAL_SECONDS = 120;
    private static final String RIGHT = "right";
    private static final String TOLD = "told";
    private static final String ASKED = "asked";
    private static final AtomicInteger WORLDS = new AtomicInteger();

    @Test
    void the_page_of_faults_is_made_of_what_happened() throws Exception {
        Map<Operation, Map<Trouble, Future<String>>> running = new LinkedHashMap<>();
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            for (Operation operation : operations()) {
                Map<Trouble, Future<String>> row = running.computeIfAbsent(operation, any -> new LinkedHashMap<>());
                Trouble.ALL.stream()
                        .filter(trouble -> trouble.fits().test(operation))
                        .forEach(trouble -> row.put(trouble, threads.submit(() -> cell(operation, trouble))));
            }
            List<String> wrong = new ArrayList<>();
            String page = page(running, wrong);
            assertThat(wrong).isEmpty();
            GeneratedPage.is("faults.md", page);
        } finally {
            threads.shutdownNow();
        }
    }

    /** What an undisturbed migration asks for; sorted, because types are read at the same time. */
    private static List<Operation> operations() {
        try (Crossing world = filled(service -> {})) {
            world.run().orThrow();
            return world.fake.service().requests().stream()
                    .filter(seen -> !seen.service().equals("LOGIN"))
                    .map(Operation::of)
                    .distinct()
                    .sorted(Comparator.comparing(Operation::service)
                            .thenComparing(Operation::template)
                            .thenComparing(Operation::method))
                    .toList();
        }
    }

    private static Crossing filled(Consumer<FakeService> before) {
        Crossing world = new Crossing(
                Dialects.standard(),
                service -> before.accept(service.pageSize(1)),
                "fabrikam" + WORLDS.incrementAndGet() + ".onmicrosoft.com");
        world.leave();
        world.orders();
        return world;
    }

    private static String cell(Operation operation, Trouble trouble) {
        Consumer<FakeService> fails = service -> service.faults()
                .times(trouble.times(), operation, trouble.fault().apply(service.now()));
        Crossing opened;
        try {
            opened = filled(fails);
        } catch (MigrationException refused) {
            assertThat(refused.remedy()).as(refused.problem()).isNotBlank();
            return TOLD;
        }
        try (Crossing world = opened) {
            String result = migrated(world);
            world.fake.service().faults().clear();
            if (result.equals(RIGHT)) {
                assertThat(world.plan().changes())
                        .as("changes of a plan afterwards")
                        .isZero();
            } else {
                result = finished(world);
            }
            assertThat(world.fake.clock().waited()).as("waiting").isLessThan(LONGEST_WAIT);
            return result;
        }
    }

    /** The next run, without the fault; where it asks a person to look whether something was started, one does. */
    private static String finished(Crossing world) {
        Report next = world.run();
        List<Outcome> open = next.outcomes().stream()
                .filter(each -> each.remedy().contains("journal.notStarted("))
                .toList();
        for (Outcome each : open) {
            assertThat(world.arrived(each.key().name())).isEmpty();
            world.journal.notStarted(each.key(), "the test", world.fake.clock().instant());
        }
        assertRight(world, open.isEmpty() ? next : world.run());
        return open.isEmpty() ? TOLD : ASKED;
    }

    private static String migrated(Crossing world) {
        try {
            Plan plan = world.plan();
            Report report = world.execute(plan);
            boolean told = !plan.notLookedAt().isEmpty()
                    || plan.steps().stream().anyMatch(FaultMatrixTest::isTold)
                    || report.outcomes().stream().anyMatch(FaultMatrixTest::isTold);
            if (!told) {
                assertRight(world, report);
            }
            return told ? TOLD : RIGHT;
        } catch (MigrationException refused) {
            assertThat(refused.remedy()).as(refused.problem()).isNotBlank();
            return TOLD;
        }
    }

    /** Blocked, or left to a person although it could be migrated; both say why. */
    private static boolean isTold(Step step) {
        return step.verdict() == Verdict.BLOCK
                || (step.verdict() == Verdict.RECREATE_BY_HAND
                        && step.key().type().equals(CanvasApp.TYPE.name()));
    }

    private static boolean isTold(Outcome outcome) {
        boolean open = outcome.state() != Outcome.State.DONE;
        assertThat(open && (outcome.reason().isBlank() || outcome.remedy().isBlank()))
                .as("%s without a reason or a remedy", outcome)
                .isFalse();
        return open;
    }

    private static void assertRight(Crossing world, Report report) {
        assertThat(report.outcomes()).as(report.toText()).allMatch(each -> each.state() == Outcome.State.DONE);
        assertThat(world.prod.apps())
                .as(report.plan().toText())
                .extracting(FakeApp::displayName)
                .containsExactlyInAnyOrderElementsOf(APPS);
        assertThat(world.prod.apps()).noneMatch(FakeApp::hasDraft);
        assertThat(world.prod.apps()).allMatch(app -> !app.publishedReferences().isEmpty());
    }

    private static String page(Map<Operation, Map<Trouble, Future<String>>> running, List<String> wrong)
            throws InterruptedException {
        StringBuilder page = head();
        for (Map.Entry<Operation, Map<Trouble, Future<String>>> row : running.entrySet()) {
            List<String> cells = new ArrayList<>(List.of("`" + row.getKey() + "`"));
            for (Trouble trouble : Trouble.ALL) {
                Future<String> result = row.getValue().get(trouble);
                cells.add(result == null ? "–" : awaited(row.getKey(), trouble, result, wrong));
            }
            page.append(GeneratedPage.row(cells.toArray(String[]::new)));
        }
        return page.toString();
    }

    private static StringBuilder head() {
        StringBuilder page = new StringBuilder("""
                # Faults

                Made by `FaultMatrixTest`; do not edit. Two apps are migrated, one with a flow and one with a custom connector, over lists of one item a page; each row is an operation of that migration, each column a fault that happens to it.

                * **right**: the run waited or asked again, and everything is as it should be.
                * **told**: the run said what it could not do, why, and how to mend it; the next run, without the fault, finished the rest.
                * **asked**: as told, but nobody knows whether an import was started, and nothing of it shows: the next run asks a person to look, and the one after that finished the rest.
                * **–**: the fault cannot happen to that operation.

                Nothing hung, nothing came twice, nothing was cut without a word: else the test fails.

                """);
        List<String> head = Trouble.ALL.stream().map(Trouble::words).collect(Collectors.toList());
        head.add(0, "operation");
        page.append(GeneratedPage.row(head.toArray(String[]::new)));
        page.append("|---".repeat(head.size())).append("|\n");
        return page;
    }

    private static String awaited(Operation operation, Trouble trouble, Future<String> result, List<String> wrong)
            throws InterruptedException {
        try {
            return result.get(REAL_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException hangs) {
            wrong.add(operation + ", " + trouble + ": hangs");
        } catch (ExecutionException failed) {
            wrong.add(operation + ", " + trouble + ": " + failed.getCause());
        }
        return "wrong";
    }
}
