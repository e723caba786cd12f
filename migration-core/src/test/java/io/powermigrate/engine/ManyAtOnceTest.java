package io.powermigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import io.powermigrate.plan.Plan;
import io.powermigrate.rule.Assessment;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many resources are judged at once; the plan is the one that is made one by one, byte for byte. */
class ManyAtOnceTest {

    @ParameterizedTest(name = "{0} at once")
    @ValueSource(ints = {2, 3, 8, 32})
    void plan_and_findings_are_those_of_one_thread(int atOnce) throws Exception {
        World world = world();
        Migration migration = world.migration();
        Inventory source = migration.read().source();
        assertThat(source.all()).hasSizeGreaterThan(1500);
        Plan expected = in(1, migration::plan);
        Assessment assessed = in(1, migration::assess);
        assertThat(in(atOnce, migration::plan).toJson()).isEqualTo(expected.toJson());
        assertThat(in(atOnce, migration::assess)).isEqualTo(assessed);
    }

    /** Streams that are parallel run in the pool of who starts them. */
    private static <T> T in(int threads, java.util.concurrent.Callable<T> work)
            throws InterruptedException, ExecutionException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(work).get();
        } finally {
            pool.shutdown();
        }
    }

    /** Names that occur twice, two that are bound to the same one, and rules of which one fails at some. */
    private static World world() {
        World world = new World();
        world.rules.add(World.always(Thing.APP, "APP-2")
                .warns()
                .becauseOf((app, context) -> reason(app))
                .remedy("Look"));
        Random random = new Random(42);
        for (int i = 0; i < 1600; i++) {
            Thing app = Thing.app("a" + i, "App " + random.nextInt(1200));
            Thing link = Thing.link("l" + random.nextInt(100), "Link " + random.nextInt(100));
            world.source.put(app.needs(link), link);
            if (i % 3 == 0) {
                world.destination.put(app.text(i % 2 == 0 ? "other" : "text of " + app.displayName()));
            }
        }
        return world;
    }

    private static String reason(Resource app) {
        if (app.id().endsWith("7")) {
            throw new IllegalStateException("the rule fails at " + app.id());
        }
        return "it is called " + app.displayName();
    }
}
