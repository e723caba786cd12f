package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import io.powermigrate.testkit.msapp.AppDocument;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A fault at each step of the way of an update: the next run goes on from what is there, and no app comes twice. New apps:
 * {@link FaultMatrixTest}.
 */
@Tag("long")
class FaultsOnTheWayTest {

    private static final int ALWAYS = 200;

    private record Place(String method, String template) implements Predicate<SeenRequest> {

        @Override
        public boolean test(SeenRequest seen) {
            return seen.method().equals(method) && seen.template().contains(template);
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    private record Kind(String words, Fault fault, int times) {

        @Override
        public String toString() {
            return words;
        }
    }

    private static final List<Place> PLACES = List.of(
            new Place("POST", "/exportPackage"),
            new Place("GET", "packagingOperations"),
            new Place("POST", "/generateResourceStorage"),
            new Place("GET", "/{container}"),
            new Place("PUT", "/{container}"),
            new Place("POST", "/listImportParameters"),
            new Place("GET", "listImportOperations"),
            new Place("POST", "/validateImportPackage"),
            new Place("POST", "/importPackage"),
            new Place("GET", "/importOperations"),
            new Place("POST", "/acquireLease"),
            new Place("PUT", "/apps/{app}"),
            new Place("POST", "/releaseLease"),
            new Place("POST", "/publish"),
            new Place("POST", "/launch"));

    private static final List<Kind> KINDS = List.of(
            new Kind("is down", Fault.status(503), ALWAYS),
            new Kind("fails after it was done, once", Fault.statusAfterEffect(500), 1),
            new Kind("loses its answer, once", Fault.lostAnswer(), 1),
            new Kind("drops every connection", Fault.droppedConnection(), ALWAYS),
            new Kind("refuses", Fault.error(403, "Forbidden"), ALWAYS),
            new Kind("throttles, once", Fault.throttledForSeconds(7), 1));

    static Stream<Arguments> faults() {
        return PLACES.stream().flatMap(place -> KINDS.stream().map(kind -> Arguments.of(place, kind)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void an_updated_app_stays_the_same_one(Predicate<SeenRequest> place, Kind kind) {
        try (Crossing world = new Crossing()) {
            world.expenses();
            FakeApp old = world.prod.app(
                    AppDocument.named(Crossing.EXPENSES).screen("Old").toBytes());
            arrives_in_the_end(world, place, kind);
            assertThat(world.arrived(Crossing.EXPENSES)).extracting(FakeApp::id).containsExactly(old.id());
        }
    }

    private static void arrives_in_the_end(Crossing world, Predicate<SeenRequest> place, Kind kind) {
        world.fake.service().faults().times(kind.times(), place, kind.fault());
        Report first = world.run();
        assertThat(first.outcomes())
                .allSatisfy(outcome -> assertThat(outcome.toString()).doesNotContain("sig="))
                .allSatisfy(outcome -> assertThat(
                                outcome.reason().isEmpty()
                                        ? outcome.isDone()
                                        : !outcome.remedy().isBlank())
                        .as("what is not done says why and what to do: %s", outcome)
                        .isTrue());
        world.fake.service().faults().clear();
        Report second = world.run();
        assertThat(second.outcomes())
                .as("%s", second.toLongText())
                .noneMatch(outcome -> outcome.state() != Outcome.State.DONE);
        assertThat(world.plan().changes()).isZero();
        assertThat(world.arrived(Crossing.EXPENSES)).hasSize(1).noneMatch(FakeApp::hasDraft);
        assertThat(world.arrived(Crossing.EXPENSES).get(0).publishedReferences())
                .hasSize(2);
    }

    @Test
    void a_step_that_fails_says_in_which_state_the_app_is() {
        try (Crossing world = new Crossing()) {
            world.expenses();
            world.fake
                    .service()
                    .faults()
                    .times(ALWAYS, seen -> seen.is("POST", "/publish"), Fault.error(403, "Forbidden"));
            Outcome outcome = world.outcome(world.run(), Crossing.EXPENSES);
            assertThat(outcome.state()).isEqualTo(Outcome.State.FAILED);
            assertThat(outcome.reason()).contains("as a draft, it is not published");
        }
    }

    @Test
    void an_import_of_which_nobody_knows_is_looked_for_by_the_next_run() {
        try (Crossing world = new Crossing()) {
            world.expenses();
            AtomicBoolean sent = new AtomicBoolean();
            world.fake
                    .service()
                    .faults()
                    .next(
                            seen -> seen.is("POST", "/importPackage") && sent.compareAndSet(false, true),
                            Fault.lostAnswer())
                    .times(ALWAYS, seen -> sent.get() && seen.is("GET", "/apps"), Fault.error(403, "Forbidden"));
            assertThat(world.outcome(world.run(), Crossing.EXPENSES).state()).isEqualTo(Outcome.State.FAILED);
            world.fake.service().faults().clear();
            world.run().orThrow();
            assertThat(world.arrived(Crossing.EXPENSES)).hasSize(1);
        }
    }

    @Test
    void an_import_that_cannot_be_told_from_another_app_is_left_to_a_person() {
        try (Crossing world = new Crossing()) {
            world.expenses();
            byte[] other = AppDocument.named(Crossing.EXPENSES).screen("Other").toBytes();
            Predicate<SeenRequest> meanwhile = seen -> {
                boolean hit = seen.is("POST", "/importPackage");
                if (hit) {
                    world.prod.app(other);
                }
                return hit;
            };
            world.fake.service().faults().next(meanwhile, Fault.status(503));
            Outcome outcome = world.outcome(world.run(), Crossing.EXPENSES);
            assertThat(outcome.state()).isEqualTo(Outcome.State.FAILED);
            assertThat(outcome.reason()).contains("may have been started").contains("were not there before");
            assertThat(outcome.remedy()).contains("Binding.of(\"canvas-app\"");
        }
    }

    @Test
    void every_place_is_one_that_is_passed() {
        try (Crossing world = new Crossing()) {
            world.expenses();
            world.run().orThrow();
            assertThat(PLACES)
                    .allSatisfy(place -> assertThat(world.fake.service().requests())
                            .as("%s", place)
                            .anyMatch(place));
        }
    }
}
