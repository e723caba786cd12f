package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.facts.CanvasFacts;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.report.Report;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeFlow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The list closes itself: after three runs in which somebody did exactly what it asks, nothing is left to do, whatever the world is like.
 * Each world is a seed and takes up to four readings of two environments, so a usual build tries a sample only;
 * {@code -Dpowermigrate.worlds=200} tries that many, {@code -Dpowermigrate.worldsFrom=474} begins with another seed.
 */
@Tag("long")
class ListClosesTest {

    private static final int WORLDS = Integer.getInteger("powermigrate.worlds", 12);
    private static final int FIRST = Integer.getInteger("powermigrate.worldsFrom", 0);
    private static final int MOST_RUNS = 3;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    static Path folder;

    @SuppressWarnings("NullAway.Init") // before the first seed
    private static FakePowerPlatform fake;

    @SuppressWarnings("NullAway.Init") // before the first seed
    private static Workspace workspace;

    @BeforeAll
    static void start() {
        fake = FakePowerPlatform.start();
        workspace = Workspace.temporary();
    }

    @AfterAll
    static void stop() {
        fake.close();
        workspace.close();
    }

    static IntStream seeds() {
        return IntStream.range(FIRST, FIRST + WORLDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void who_does_what_the_list_asks_closes_it_within_three_runs(int seed) throws IOException {
        try (RandomWorld world = new RandomWorld(fake, workspace, folder, seed)) {
            ListFollower follower = new ListFollower(new RecipeFollower(world.prod, world.contents.takingReason));
            int runs = 0;
            while (!isClosed(world, follower)) {
                runs++;
                assertThat(runs).as(() -> shown(world, follower)).isLessThanOrEqualTo(MOST_RUNS);
            }
            every_app_is_bound_to_what_the_destination_holds(world);
        }
    }

    /** Whether a new plan leaves nothing to do; else it is executed, and what it asks a person for is done. */
    private static boolean isClosed(RandomWorld world, ListFollower follower) {
        long before = world.aboveRead();
        try (Migration migration = world.migration(follower.pasted())) {
            Plan plan = migration.plan();
            world.plans.add(plan);
            assertThat(world.aboveRead())
                    .as(() -> "a plan changes nothing: " + shown(world, follower))
                    .isEqualTo(before);
            if (isDone(plan)) {
                assertThat(plan.unmatched()).as(() -> shown(world, follower)).isEmpty();
                return true;
            }
            execute(migration, plan, () -> shown(world, follower));
            follower.follow(plan);
            return false;
        }
    }

    private static boolean isDone(Plan plan) {
        return plan.recreate().stream().allMatch(RecreateItem::isSatisfied)
                && plan.steps().stream().allMatch(step -> step.action() == Action.SKIP);
    }

    /** What a plan says that it will do succeeds. */
    private static void execute(Migration migration, Plan plan, Supplier<String> shown) {
        if (plan.changes() > 0) {
            Approval approval = Approval.by("ada@contoso.com", fake.clock().instant());
            Report report = migration.execute(plan.approve(approval));
            assertThatCode(report::orThrow).as(shown).doesNotThrowAnyException();
        }
    }

    private static String shown(RandomWorld world, ListFollower follower) {
        return world + "\n" + follower.pasted() + "\n"
                + world.plans.stream().map(Plan::toText).collect(Collectors.joining("\n"));
    }

    private static void every_app_is_bound_to_what_the_destination_holds(RandomWorld world) throws IOException {
        assertThat(world.prod.apps())
                .as(world::toString)
                .hasSizeGreaterThanOrEqualTo(world.dev.apps().size());
        List<String> flows = world.prod.flows().stream().map(FakeFlow::id).toList();
        List<String> connections = world.prod.connections().stream()
                .map(FakeConnection::id)
                .map(ListClosesTest::lower)
                .toList();
        for (FakeApp app : world.prod.apps()) {
            byte[] document = app.published().document();
            if (document.length > 0) {
                CanvasFacts facts =
                        CanvasDocument.read(new ByteArrayInputStream(document)).facts();
                assertThat(facts.flows()).as(world::toString).isSubsetOf(flows);
                assertThat(facts.connectionReferences())
                        .as(world::toString)
                        .filteredOn(reference -> reference.workflowName() == null)
                        .allSatisfy(reference -> assertThat(connections)
                                .contains(lower(String.valueOf(reference.connectionInstanceId()))));
            }
        }
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
