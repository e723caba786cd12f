package io.powermigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.NotFetchedException;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An inventory knows how deep it was read, and what was only listed never passes for the whole truth. */
class DepthTest {

    private final World world = new World();
    private final Thing link = Thing.link("l1", "Payroll");
    private final Thing app = Thing.app("a1", "Expenses").needs(link);

    @TempDir
    Path folder;

    @BeforeEach
    void an_app_whose_need_shows_only_when_it_is_fetched() {
        world.source.put(link, app);
    }

    @Test
    void planning_from_what_was_only_listed_is_refused_with_the_way_to_read_it_in_full() {
        Inventory listed = world.migration().inventory();

        assertThatThrownBy(() -> planFrom(listed))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("holds only what lists show of 2 resources")
                .hasMessageContaining("Migration.from(endpoint).inventory(workspace, plugins)");
    }

    @Test
    void a_snapshot_of_what_was_only_listed_still_knows_it_after_reading_it_back() {
        String json = world.migration().inventory().toJson();

        assertThatThrownBy(() -> planFrom(Inventory.fromJson(json, Thing.ALL)))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("only what lists show");
    }

    @Test
    void an_inventory_in_full_needs_no_destination_and_plans_what_reading_both_plans() {
        Inventory whole = whole(Scope.everything());

        Plan plan = planFrom(whole);

        assertThat(World.step(plan, app).action()).isEqualTo(Action.HELD);
        assertThat(plan.toLongText())
                .isEqualTo(planFrom(world.migration().read().source()).toLongText());
    }

    @Test
    void what_the_scope_of_an_inventory_left_out_is_only_listed() {
        world.source.put(Thing.app("a2", "Travel"));
        Inventory part = whole(Scope.of(Thing.APP).named("Expenses").withDependencies());

        assertThat(part.all(Thing.APP)).extracting(Thing::isFetched).containsExactly(true, false);
        assertThatThrownBy(() -> planFrom(part))
                .hasMessageContaining("1 resource that")
                .hasMessageContaining("Travel");
    }

    @Test
    void a_counterpart_that_a_snapshot_of_the_destination_only_listed_is_refused() {
        world.destination.put(Thing.app("b1", "Expenses"));
        Inventory destination = Migration.from(world.destination.endpoint())
                .inventory(Scope.of(Thing.LINK), Workspace.at(folder), world);

        assertThatThrownBy(() -> Migration.from(whole(Scope.everything()))
                        .to(destination)
                        .install(world)
                        .build()
                        .plan())
                .hasMessageContaining("snapshot of the destination")
                .hasMessageContaining("Expenses");
    }

    @Test
    void a_view_asked_for_details_that_were_not_fetched_says_so() {
        Thing listed = world.migration().inventory().byId(Thing.APP, app.id()).orElseThrow();
        Thing fetched = whole(Scope.everything()).byId(Thing.APP, app.id()).orElseThrow();

        assertThat(listed.isFetched()).isFalse();
        assertThatThrownBy(() -> listed.detail("size", "The size"))
                .isInstanceOf(NotFetchedException.class)
                .hasMessageContaining("The size of app \"Expenses\" cannot be told because only its list was read");
        assertThat(fetched.isFetched()).isTrue();
        assertThat(fetched.detail("size", "The size").isMissing()).isTrue();
    }

    @Test
    void a_type_without_details_is_known_in_full_from_its_list() {
        world.readers.clear();
        world.readers.add(new ListOnly());

        Inventory listed = world.migration().inventory();

        assertThat(listed.all(Thing.LINK)).extracting(Thing::isFetched).containsExactly(true);
    }

    @Test
    void what_a_reader_adds_to_the_listed_carries_no_mark_neither_in_the_plan_nor_where_it_arrived() {
        world.readers.set(0, new ThingMigrator(Thing.APP, world) {
            @Override
            public Thing fetch(Thing listed, Endpoint endpoint, Workspace workspace) {
                Thing whole = super.fetch(listed, endpoint, workspace);
                String text = whole.content().text("text").orElse("");
                return new Thing(whole.item().withContent(listed.content().with("text", text)));
            }
        });
        world.destination.put(link);

        world.run().orThrow();

        assertThat(world.destination.items("app")).singleElement().satisfies(arrived -> assertThat(arrived.content())
                .isEqualTo(app.content()));
    }

    /** Reads links, whose list tells all. */
    private static final class ListOnly implements ResourceReader<Thing> {

        @Override
        public ResourceType<Thing> type() {
            return Thing.LINK;
        }

        @Override
        public Stream<Thing> list(Endpoint endpoint) {
            return ThingReader.store(endpoint).list(endpoint, Thing.LINK.name()).stream()
                    .map(Thing::new);
        }
    }

    private Inventory whole(Scope scope) {
        return Migration.from(world.source.endpoint()).inventory(scope, Workspace.at(folder), world);
    }

    private Plan planFrom(Inventory source) {
        return Migration.from(source)
                .to(world.destination.endpoint())
                .install(world)
                .journal(world.journal)
                .time(world.clock.time())
                .build()
                .plan();
    }
}
