package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Outcome;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An export that fails: trouble is told as itself, with its own remedy, and only a service that does not export this app
 * makes a person begin by hand.
 */
class TroubleOfPackagesTest {

    private static final int ALWAYS = 500;
    private static final String BY_HAND = "Import the first app into Fabrikam Prod by hand";

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of("/exportPackage", Fault.expiredToken(), "answered 401", "Sign in again"),
                Arguments.of(
                        "/exportPackage", Fault.error(404, "AppNotFound"), "AppNotFound", "Check that it still exists"),
                Arguments.of("/exportPackage", Fault.droppedConnection(), "broke off its answer", ""),
                Arguments.of("/exportPackage", Fault.status(503), "answered 503", ""),
                Arguments.of("/exportPackage", Fault.answer(200, "text/html", "<p>Sign in</p>"), "\"Sign in\"", ""),
                Arguments.of("packagingOperations/{operation}", Fault.status(503), "answered 503", "Run again later"),
                Arguments.of(
                        "packagingOperations/{operation}", Fault.operationWithoutEnd(), "Running", "allow more time"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("troubles")
    void trouble_on_the_way_is_told_as_itself(String template, Fault fault, String reason, String remedy) {
        try (Crossing world = new Crossing()) {
            world.expenses();
            Outcome outcome = failed(world, seen -> seen.template().endsWith(template), fault);
            assertThat(outcome.reason()).contains(reason);
            assertThat(outcome.remedy()).contains(remedy).doesNotContain(BY_HAND);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("troubles")
    void trouble_with_the_pair_of_the_destination_is_told_as_itself(
            String template, Fault fault, String reason, String remedy) {
        try (Crossing world = new Crossing()) {
            world.expenses().inSolution();
            world.prod.app(SampleDocuments.nothing());
            Outcome outcome = failed(world, seen -> seen.template().endsWith(template), fault);
            assertThat(outcome.reason()).contains(reason);
            assertThat(outcome.remedy()).contains(remedy).doesNotContain(BY_HAND);
        }
    }

    @Test
    void a_workspace_that_cannot_be_written_is_told_as_itself(@TempDir Path folder) {
        Path kept = folder.resolve("kept");
        try (Crossing world = new Crossing()) {
            world.expenses();
            Migration migration = world.builder().workspace(Workspace.at(kept)).build();
            Plan plan = migration.plan();
            Predicate<SeenRequest> exporting = seen -> {
                boolean hit = seen.is("POST", "/exportPackage");
                if (hit) {
                    moved(kept, folder.resolve("lost"));
                }
                return hit;
            };
            world.fake.service().faults().next(exporting, Fault.slowBody());
            Outcome outcome = world.outcome(world.execute(migration, plan), Crossing.EXPENSES);
            assertThat(outcome.state()).isEqualTo(Outcome.State.FAILED);
            assertThat(outcome.reason()).contains("was not kept in the workspace");
            assertThat(outcome.remedy())
                    .contains("Check that the folder is there")
                    .doesNotContain(BY_HAND);
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_real_refusal_of_each_source_leaves_the_first_app_to_a_person(Fault refusal) {
        try (Crossing world = new Crossing()) {
            world.expenses();
            world.prod.app(SampleDocuments.nothing());
            Outcome outcome = failed(world, seen -> seen.is("POST", "/exportPackage"), refusal);
            assertThat(outcome.reason()).contains("the source did not export its package", "the caller gave no pair");
            assertThat(outcome.remedy()).contains(BY_HAND);
        }
    }

    static Stream<Fault> refusals() {
        return Stream.of(Fault.error(403, "Forbidden"), Fault.error(400, "NotExportable"));
    }

    private static void moved(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome failed(Crossing world, Predicate<SeenRequest> which, Fault fault) {
        Plan plan = world.plan();
        world.fake.service().faults().times(ALWAYS, which, fault);
        Outcome outcome = world.outcome(world.execute(plan), Crossing.EXPENSES);
        assertThat(outcome.state()).isEqualTo(Outcome.State.FAILED);
        return outcome;
    }
}
