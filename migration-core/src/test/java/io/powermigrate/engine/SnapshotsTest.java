package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.Thing.flow;
import static io.powermigrate.engine.Thing.link;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Inventory;
import io.powermigrate.plan.Inventories;
import io.powermigrate.plan.Plan;
import io.powermigrate.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two saved snapshots are enough to assess and to plan; nobody is asked for anything. */
class SnapshotsTest {

    private final World world = new World();
    private final Thing app = app("a1", "Expenses");

    private Migration offline(Inventories reading) {
        Inventory source = Inventory.fromJson(reading.source().toJson(), Thing.ALL);
        Inventory destination = Inventory.fromJson(reading.destination().toJson(), Thing.ALL);
        return Migration.from(source).to(destination).install(world).build();
    }

    private Inventories filled() {
        Thing link = link("l1", "SQL");
        Thing flow = flow("f1", "Approve").needs(link);
        world.source.put(app.needs(link).slot(flow), flow, link, app("a2", "Costs"), app("a3", "Costs"));
        world.destination.put(link("x", "SQL"), app("y", "Costs").text("other"));
        return world.migration().read();
    }

    @Test
    void the_plan_of_two_snapshots_is_the_plan_of_the_environments() {
        Inventories reading = filled();
        Plan online = world.plan();
        int asked = world.source.requests("").size()
                + world.destination.requests("").size();
        Migration offline = offline(reading);
        assertThat(offline.plan().toJson()).isEqualTo(online.toJson());
        assertThat(offline.plan().toLongText()).isEqualTo(online.toLongText());
        assertThat(offline.assess().verdict(app.key())).isEqualTo(Verdict.MIGRATE);
        assertThat(world.source.requests("").size()
                        + world.destination.requests("").size())
                .isEqualTo(asked);
    }

    @Test
    void a_snapshot_of_a_snapshot_has_the_same_bytes() {
        String saved = filled().source().toJson();
        assertThat(Inventory.fromJson(saved, Thing.ALL).toJson()).isEqualTo(saved);
    }

    @Test
    void nothing_is_executed_or_rehearsed_into_a_snapshot() {
        Migration offline = offline(filled());
        Plan plan = offline.plan();
        assertThatThrownBy(() -> offline.execute(plan.approve(World.approval())))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("the destination is a snapshot, not an environment");
        assertThatThrownBy(() -> offline.rehearse(plan)).hasMessageContaining("was not rehearsed");
    }

    @Test
    void an_environment_is_brought_up_to_a_snapshot_of_another_one() {
        world.source.put(app);
        Inventory saved = Inventory.fromJson(world.migration().read().source().toJson(), Thing.ALL);
        world.source.remove(app);
        Migration migration = Migration.from(saved)
                .to(world.destination.endpoint())
                .install(world)
                .time(world.clock.time())
                .build();
        migration.execute(migration.plan().approve(World.approval())).orThrow();
        assertThat(world.destination.items("app")).hasSize(1);
    }

    @Test
    void a_damaged_or_foreign_snapshot_is_refused_with_the_reason() {
        String saved = filled().source().toJson();
        assertThatThrownBy(() -> Inventory.fromJson(saved.substring(0, saved.length() / 2), Thing.ALL))
                .isInstanceOf(MigrationException.class);
        assertThatThrownBy(() -> Inventory.fromJson("{\"version\":7}", Thing.ALL))
                .hasMessageContaining("its version is \"7\"");
        assertThatThrownBy(() -> Inventory.fromJson("{\"version\":1}", Thing.ALL))
                .hasMessageContaining("it is not whole");
        assertThatThrownBy(() -> Inventory.fromJson(saved, List.of(Thing.LINK)))
                .hasMessageContaining("it holds the type \"app\"");
    }
}
