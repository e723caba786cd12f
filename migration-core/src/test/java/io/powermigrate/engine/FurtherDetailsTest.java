package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.link;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Inventory;
import io.powermigrate.plan.Step;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A reader is asked once more for a counterpart when it is known what is wanted of it. */
class FurtherDetailsTest {

    private final World world = new World();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Asked answer = (counterpart, wanted) -> counterpart;

    private interface Asked {
        Thing further(Thing counterpart, Thing wanted);
    }

    FurtherDetailsTest() {
        world.readers.set(2, new ThingReader(Thing.LINK, world) {
            @Override
            public Thing fetchFurther(Thing counterpart, Thing wanted, Inventory destination, Endpoint endpoint) {
                assertThat(endpoint.ceiling()).isEqualTo(Effect.READ);
                assertThat(destination.byId(Thing.LINK, counterpart.id())).isPresent();
                asked.add(wanted.id() + " -> " + counterpart.id());
                return answer.further(counterpart, wanted);
            }
        });
        world.source.put(link("l1", "One"), link("l2", "Two"));
        world.destination.put(link("d1", "One"));
    }

    @Test
    void each_counterpart_is_asked_for_once_with_what_is_wanted_of_it() {
        world.plan();
        assertThat(asked).containsExactly("l1 -> d1");
    }

    @Test
    void one_that_cannot_be_asked_is_told_with_the_reason() {
        answer = (counterpart, wanted) -> {
            throw new MigrationException("the destination is shut", "Open it");
        };
        assertThat(step().findings())
                .anySatisfy(finding -> assertThat(finding.reason()).contains("the destination is shut"));
    }

    @Test
    void what_is_told_in_addition_must_be_no_change() {
        answer = (counterpart, wanted) ->
                new Thing(counterpart.item().withContent(counterpart.content().with("more", "than was fetched")));
        assertThat(step().findings())
                .anySatisfy(finding -> assertThat(finding.reason()).contains("fetchFurther", "fingerprint"));
    }

    private Step step() {
        return world.plan().steps().stream()
                .filter(each -> each.key().name().equals("One"))
                .findFirst()
                .orElseThrow();
    }
}
