package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.Thing.link;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.MigrationBuilder;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Identity;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceType;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.StalePlanException;
import io.powermigrate.rule.RuleSentence;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan is stale when anything that people decided on is otherwise now, on either side, and only then. */
class StalenessTest {

    private static final Mapping LINES = Mapping.of(Binding.of("text", "dev.example", "prod.example"));

    private final World world = new World();
    private final Thing link = link("l1", "SQL of Ada");

    @BeforeEach
    void fill() {
        world.source.put(app("a1", "Expenses").needs(link).slot(link), app("a2", "Costs"), link);
        world.destination.put(link("d1", "SQL of Ada"), app("x", "Costs").text("other"), app("y", "Unrelated"));
    }

    /** Something that happens between the plan and its execution, and what is told of it. */
    private record Change(String name, Consumer<World> happens, UnaryOperator<MigrationBuilder> now, String told) {

        static Change of(String name, Consumer<World> happens, String told) {
            return new Change(name, happens, UnaryOperator.identity(), told);
        }

        static Change decided(String name, UnaryOperator<MigrationBuilder> now, String told) {
            return new Change(name, world -> {}, now, told);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Change> changes() {
        return Stream.of(ofTheSource(), ofTheDestination(), ofTheLines(), ofTheRules())
                .flatMap(each -> each);
    }

    private static Stream<Change> ofTheSource() {
        return Stream.of(
                Change.of(
                        "a source resource that is made",
                        world -> world.source.put(app("a2", "Costs").text("new")),
                        "app \"Costs\" has changed in the source"),
                Change.of(
                        "a source resource that is gone",
                        world -> world.source.remove(app("a2", "Costs")),
                        "app \"Costs\" is gone"),
                Change.of(
                        "a new source resource",
                        world -> world.source.put(app("a3", "Leave")),
                        "app \"Leave\" is new"));
    }

    private static Stream<Change> ofTheDestination() {
        return Stream.of(
                Change.of(
                        "a destination resource",
                        world -> world.destination.put(app("x", "Costs").text("third")),
                        "app \"Costs\" has changed in the destination"),
                Change.of(
                        "what a slot is bound to",
                        world -> {
                            world.destination.remove(link("d1", "SQL of Ada"));
                            world.destination.put(link("d2", "SQL of Ada"));
                        },
                        "app \"Expenses\" would be bound to other values"),
                Change.of(
                        "what others wait for",
                        world -> world.destination.remove(link("d1", "SQL of Ada")),
                        "app \"Expenses\" would now be HELD, not CREATE"),
                Change.of(
                        "another identity",
                        world -> world.destination.signedIn(Identity.unknown("the token tells nothing")),
                        "and now it is the destination"),
                Change.of(
                        "a list that shows less",
                        world -> world.coverage.put(
                                "destination link", Coverage.visibleOnly("a maker sees his own", "Ask an admin")),
                        "the list of link of the destination is now VISIBLE_ONLY, not COMPLETE"));
    }

    private static Stream<Change> ofTheLines() {
        return Stream.of(
                Change.decided(
                        "a line that is new",
                        builder -> builder.mapping(LINES.over(LINES, "more")),
                        "the mapping has a new line more: text dev.example -> prod.example"),
                Change.decided(
                        "a line that is gone",
                        builder -> builder.mapping(Mapping.none()),
                        "the mapping has no longer the line mapping: text dev.example -> prod.example"));
    }

    private static Stream<Change> ofTheRules() {
        return Stream.of(
                Change.decided(
                        "what is accepted",
                        builder -> builder.waive("APP-1", app("a2", "Costs").key(), "we know"),
                        "this was accepted since: Waiver"),
                Change.decided(
                        "the rule set",
                        builder -> builder.ruleSet("own")
                                .addRules(own(Thing.APP)
                                        .migrates()
                                        .because("it does")
                                        .remedy("Nothing")),
                        "resources would now be judged by own, not classic-2016"),
                Change.decided(
                        "a rule that finds more",
                        builder -> builder.addRules(
                                own(Thing.APP).warns().because("it is large").remedy("Look at it")),
                        "app \"Costs\" has a finding that was not approved: OWN-1 (WARN), it is large"));
    }

    private static RuleSentence.Condition<Thing> own(ResourceType<Thing> type) {
        return World.always(type, "OWN-1");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void what_has_changed_since_is_told_before_anything_is_written(Change change) {
        Plan plan = world.plan(StalenessTest::mapped);
        change.happens().accept(world);
        MigrationBuilder builder = change.now().apply(mapped(world.builder()));
        assertThatThrownBy(() -> builder.build().execute(plan.approve(World.approval())))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining(change.told())
                .hasMessageContaining("Plan again and have the new plan approved");
        assertThat(world.destination.requests("WRITE")).isEmpty();
    }

    private static MigrationBuilder mapped(MigrationBuilder builder) {
        return builder.mapping(LINES);
    }

    @Test
    void what_the_plan_is_not_about_does_not_matter() {
        Plan plan = world.plan();
        world.destination.put(app("y", "Unrelated").text("new"), app("z", "Another"), link("d9", "Other link"));
        world.coverage.put("destination flow", Coverage.visibleOnly("a maker sees his own", "Ask an admin"));
        world.migration().execute(plan.approve(World.approval())).orThrow();
        assertThat(world.destination.requests("WRITE")).hasSize(2);
    }

    @Test
    void what_earlier_runs_recorded_is_no_line_of_the_caller() {
        Plan plan = world.plan();
        assertThat(Plan.fromJson(plan.toJson()).toJson()).contains("\"mapping\": [ ]");
        world.migration().execute(plan.approve(World.approval())).orThrow();
        assertThat(world.plan().toJson()).contains("\"mapping\": [ ]");
    }

    @Test
    void a_limit_of_now_counts_too() {
        Plan plan = world.plan();
        assertThatThrownBy(() -> world.builder().maxChanges(1).build().execute(plan.approve(World.approval())))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("was not executed because it changes 2 resources and the limit is 1");
        assertThat(world.destination.requests("WRITE")).isEmpty();
    }
}
