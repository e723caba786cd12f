package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.Thing.flow;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.store.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader that breaks its promises is named with the method and the fix, and nothing else suffers. */
class FaultyReadersTest {

    private final World world = new World();

    @ParameterizedTest
    @ValueSource(strings = {"list", "coverage", "fetch", "mentions", "match", "adapt", "differences"})
    void a_method_that_returns_null_is_named(String method) {
        Plan plan = planWith(new Faulty(world, method));
        assertThat(plan.toLongText())
                .contains(Faulty.class.getName() + "." + method + " was not used because it returned null")
                .contains("Return an empty value");
        assertThat(World.step(plan, flow("f1", "Approve").key()).action()).isEqualTo(Action.BY_HAND);
        assertThat(plan.changes()).isZero();
    }

    @Test
    void a_match_that_throws_is_named() {
        Plan plan = planWith(new Faulty(world, "match throws"));
        assertThat(plan.toLongText())
                .contains(Faulty.class.getName() + ".match threw java.lang.IllegalStateException: oops");
        assertThat(plan.changes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"holds null", "which is no app", "two resources with the id a1"})
    void a_list_of_what_cannot_be_is_not_used(String what) {
        Plan plan = planWith(new Faulty(world, what));
        assertThat(plan.notRead()).isNotEmpty().allSatisfy(list -> assertThat(list.reason())
                .contains(Faulty.class.getName() + ".list", what));
    }

    @Test
    void a_page_that_came_twice_counts_once() {
        Plan plan = planWith(new Faulty(world, "the same twice"));
        assertThat(plan.notRead()).isEmpty();
        assertThat(plan.steps())
                .filteredOn(step -> step.key().type().equals("app"))
                .hasSize(1);
    }

    private Plan planWith(Faulty faulty) {
        world.readers.set(0, faulty);
        world.source.put(app("a1", "Expenses"), flow("f1", "Approve"));
        world.destination.put(app("b1", "Expenses"));
        return world.plan();
    }

    /** Breaks one promise. */
    private static final class Faulty extends ThingMigrator {

        private final String fault;

        Faulty(World world, String fault) {
            super(Thing.APP, world);
            this.fault = fault;
        }

        @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // the fault
        private <T> T or(String method, T right) {
            return fault.equals(method) ? null : right;
        }

        @Override
        @SuppressWarnings("NullAway") // the fault
        public Stream<Thing> list(Endpoint endpoint) {
            Thing expenses = app("a1", "Expenses");
            return switch (fault) {
                case "list" -> null;
                case "holds null" -> Arrays.asList(expenses, null).stream();
                case "which is no app" -> Stream.of(expenses, flow("f9", "Foreign"));
                case "two resources with the id a1" -> Stream.of(expenses, app("a1", "Another"));
                case "the same twice" -> Stream.of(expenses, expenses);
                default -> super.list(endpoint);
            };
        }

        @Override
        public Coverage coverage(Endpoint endpoint) {
            return or("coverage", super.coverage(endpoint));
        }

        @Override
        public Thing fetch(Thing listed, Endpoint endpoint, Workspace workspace) {
            return or("fetch", super.fetch(listed, endpoint, workspace));
        }

        @Override
        public List<Item> mentions(Thing fetched) {
            return or("mentions", super.mentions(fetched));
        }

        @Override
        public Match<Thing> match(Thing source, Inventory destination, Mapping mapping) {
            if (fault.equals("match throws")) {
                throw new IllegalStateException("oops");
            }
            return or("match", super.match(source, destination, mapping));
        }

        @Override
        public Thing adapt(Thing source, Bindings bindings, Workspace workspace) {
            return or("adapt", super.adapt(source, bindings, workspace));
        }

        @Override
        public List<Difference> differences(Thing desired, Thing actual) {
            return or("differences", super.differences(desired, actual));
        }
    }
}
