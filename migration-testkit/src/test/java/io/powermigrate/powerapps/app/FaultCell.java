package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.error.MigrationException;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Verdict;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.FakeService;
import io.powermigrate.testkit.fake.wire.Dialects;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One fault at one operation of a migration of two apps, in lists of one item a page. */
record FaultCell(Operation operation, Trouble trouble) {

    private static final List<String> APPS = List.of(Crossing.LEAVE, Crossing.ORDERS);
    private static final Duration LONGEST_WAIT = Duration.ofHours(3);
    private static final String RIGHT = "right";
    private static final String TOLD = "told";
    private static final String ASKED = "asked";
    private static final AtomicInteger WORLDS = new AtomicInteger();

    /** What an undisturbed migration asks for; sorted, because types are read at the same time. */
    static List<Operation> operations() {
        try (Crossing world = filled(Trouble.NONE, service -> {})) {
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

    /** The cells of an operation. */
    static Stream<FaultCell> of(Operation operation) {
        return Trouble.ALL.stream()
                .filter(trouble -> trouble.fits().test(operation))
                .map(trouble -> new FaultCell(operation, trouble));
    }

    /** What stands in the page; an error where the migration did something wrong. */
    String result() {
        Consumer<FakeService> fails = service -> service.faults()
                .times(trouble.times(), operation, trouble.fault().apply(service.now()));
        Crossing opened;
        try {
            opened = filled(trouble, fails);
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

    private static Crossing filled(Trouble trouble, Consumer<FakeService> before) {
        Crossing world = new Crossing(
                Dialects.standard(),
                service -> before.accept(service.pageSize(1)),
                "fabrikam" + WORLDS.incrementAndGet() + ".onmicrosoft.com",
                trouble::settings);
        world.leave();
        world.orders();
        return world;
    }

    /** The next run, without the fault; where it asks a person to check whether something was started, one does. */
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
                    || plan.steps().stream().anyMatch(FaultCell::isTold)
                    || report.outcomes().stream().anyMatch(FaultCell::isTold);
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
        assertThat(report.outcomes()).as(report.toLongText()).allMatch(each -> each.state() == Outcome.State.DONE);
        assertThat(world.prod.apps())
                .as(report.plan().toLongText())
                .extracting(FakeApp::displayName)
                .containsExactlyInAnyOrderElementsOf(APPS);
        assertThat(world.prod.apps()).noneMatch(FakeApp::hasDraft);
        assertThat(world.prod.apps()).allMatch(app -> !app.publishedReferences().isEmpty());
    }

    @Override
    public String toString() {
        return operation + ", " + trouble;
    }
}
