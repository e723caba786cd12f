package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.link;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Depth;
import io.powermigrate.plan.Plan;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A reader is told what will be fetched, so that one request can serve all. */
class FetchAheadTest {

    private final World world = new World();
    private final List<Collection<? extends Thing>> told = new CopyOnWriteArrayList<>();
    private boolean fails;

    FetchAheadTest() {
        world.readers.set(2, new ThingReader(Thing.LINK, world) {
            @Override
            public void prepareFetch(Collection<? extends Thing> listed, Endpoint endpoint) {
                told.add(listed);
                if (fails) {
                    throw new MigrationException("no batch", "Ask one by one");
                }
            }
        });
    }

    @Test
    void all_of_a_type_that_a_plan_is_about_are_told_at_once_before_they_are_fetched() {
        world.source.put(link("l1", "One"), link("l2", "Two"), link("l3", "Three"));
        world.destination.put(link("d1", "One"), link("d2", "Two"));
        world.plan();
        assertThat(told).extracting(Collection::size).containsExactly(3, 2);
        assertThat(told.get(0)).noneMatch(Depth::isListed);
    }

    @Test
    void of_one_alone_nothing_is_told() {
        world.source.put(link("l1", "One"));
        world.plan();
        assertThat(told).isEmpty();
    }

    @Test
    void what_fails_ahead_is_fetched_one_by_one() {
        fails = true;
        world.source.put(link("l1", "One"), link("l2", "Two"));
        Plan plan = world.plan();
        assertThat(told).hasSize(1);
        assertThat(plan.steps()).hasSize(2).allMatch(step -> step.findings().stream()
                .noneMatch(finding -> finding.reason().contains("no batch")));
    }
}
