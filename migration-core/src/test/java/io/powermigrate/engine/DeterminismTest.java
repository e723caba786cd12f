package io.powermigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same environments give the same plan, byte for byte, in whatever order they list and however many threads ask. */
class DeterminismTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void a_plan_has_the_same_bytes(long seed) {
        World world = filled(seed);
        Plan expected = plan(world, 1);
        assertThat(expected.steps()).hasSizeGreaterThan(60);
        for (int threads : new int[] {1, 16, 16}) {
            world.shuffleSeed++;
            Plan again = plan(world, threads);
            assertThat(again.toJson()).as("%s threads", threads).isEqualTo(expected.toJson());
            assertThat(again.toLongText()).as("%s threads", threads).isEqualTo(expected.toLongText());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {55, 89})
    void a_stored_plan_has_the_same_bytes(long seed) {
        Plan plan = plan(filled(seed), 16);
        assertThat(Plan.fromJson(plan.toJson()).toJson()).isEqualTo(plan.toJson());
        assertThat(Plan.fromJson(plan.toJson()).toLongText()).isEqualTo(plan.toLongText());
    }

    private static Plan plan(World world, int threads) {
        return world.plan(builder -> builder.parallelism(threads).recreate(Thing.FLOW));
    }

    /** Things with names that occur twice, links of every kind, circles, and some that are there already. */
    private static World filled(long seed) {
        Random random = new Random(seed);
        World world = Zips.installedIn(new World());
        List<Thing> all = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            Thing thing = Thing.of(Thing.ALL.get(random.nextInt(4)), "id" + i, "Name " + random.nextInt(60));
            for (int links = random.nextInt(3); links > 0 && !all.isEmpty(); links--) {
                thing = linked(thing, all.get(random.nextInt(all.size())), random);
            }
            all.add(thing);
        }
        all.set(0, all.get(0).needs(all.get(79)));
        all.forEach(world.source::put);
        all.stream()
                .filter(thing -> random.nextInt(3) == 0)
                .map(thing -> new Thing(thing.item().withReferences(Set.of()).withSlots(List.of())))
                .map(thing -> random.nextBoolean() ? thing : thing.text("other"))
                .forEach(world.destination::put);
        return world;
    }

    private static Thing linked(Thing thing, Thing to, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> thing.needs(to);
            case 1 -> thing.uses(to);
            default -> thing.slot(to);
        };
    }
}
