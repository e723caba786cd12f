package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.Thing.link;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.MigrationBuilder;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Item;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Unmatched;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who would notice? Each setting of a migration is made wrong, one at a time: each is told, with what may be meant. */
class UnmatchedSettingsTest {

    private static final ResourceType<Thing> UNKNOWN = new ResourceType<>("canvasapp", Thing.class, Thing::new);

    private final World world = new World();
    private final Thing app = app("a1", "Expenses");
    private final Thing link = link("l1", "SQL of Ada");

    @BeforeEach
    void fill() {
        world.source.put(app, link);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("mapping link \"l2\"", "l1", line("link", "l2")),
                wrong("mapping link \"SQL of Bda\"", "SQL of Ada", line("link", "SQL of Bda")),
                wrong("mapping lnk \"l1\": no installed plugin reads", "link", line("lnk", "l1")),
                wrong(
                        "scope named \"Expence*\"",
                        "Expenses",
                        builder -> builder.scope(Scope.of(Thing.APP).named("Expence*"))),
                wrong("scope canvasapp: no installed plugin", "", builder -> builder.scope(Scope.of(UNKNOWN))),
                wrong(
                        "waive APP-999 of app",
                        "",
                        builder ->
                                builder.waive("APP-999", app("a1", "Expenses").key(), "looked")),
                wrong(
                        "waive ENG-HELD of app \"Expences\": the plan is not about",
                        "Expenses",
                        builder ->
                                builder.waive("ENG-HELD", app("a1", "Expences").key(), "looked")),
                wrong("recreate canvasapp: no installed plugin", "", builder -> builder.recreate(UNKNOWN)),
                wrong("allowUnread canvasapp: no installed plugin", "", builder -> builder.allowUnread(UNKNOWN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void a_setting_that_matches_nothing_is_told_with_what_may_be_meant(
            String told, String candidate, UnaryOperator<MigrationBuilder> setting) {
        Plan plan = world.plan(setting);
        assertThat(plan.unmatched()).singleElement().asString().contains(told);
        if (!candidate.isEmpty()) {
            assertThat(plan.unmatched().get(0).candidates()).anyMatch(each -> each.equalsIgnoreCase(candidate));
        }
        assertThat(plan.toText())
                .contains("YOUR SETTINGS THAT MATCHED NOTHING (1)")
                .contains(told);
        assertThat(Plan.fromJson(plan.toJson()).unmatched()).isEqualTo(plan.unmatched());
    }

    @Test
    void settings_that_are_met_are_not_told() {
        world.destination.put(link("d1", "SQL of Grace"));
        Plan plan = world.plan(builder -> builder.mapping(Mapping.of(
                        Binding.of("link", "l1", "d1"),
                        Binding.of("text", "a", "b"),
                        Binding.of("app", "a1", Binding.NEW)))
                .scope(Scope.of(Thing.APP, Thing.LINK).named("exp*", "sql*"))
                .recreate(Thing.APP)
                .allowUnread(Thing.FLOW));
        assertThat(plan.unmatched()).isEmpty();
        assertThat(plan.toText()).doesNotContain("MATCHED NOTHING");
    }

    @Test
    void a_line_for_what_is_there_but_outside_of_the_scope_is_not_told() {
        Plan plan = world.plan(builder ->
                builder.mapping(Mapping.of(Binding.of("link", "l1", "d1"))).scope(Scope.of(Thing.APP)));
        assertThat(plan.unmatched()).isEmpty();
    }

    @Test
    void a_display_name_where_an_id_is_meant_is_told_with_the_id() {
        Thing titled = new Thing(Item.of(Thing.LINK.key("key of it"), "l9", "Shown to people"));
        world.source.put(titled);
        assertThat(world.plan(line("link", "Shown to people")).unmatched())
                .singleElement()
                .extracting(Unmatched::candidates)
                .asString()
                .contains("l9");
    }

    @Test
    void what_an_earlier_run_recorded_is_no_setting_of_the_caller() {
        world.run();
        world.source.remove(app);
        assertThat(world.plan().unmatched()).isEmpty();
    }

    private static UnaryOperator<MigrationBuilder> line(String type, String from) {
        return builder -> builder.mapping(Mapping.of(Binding.of(type, from, "d1")));
    }

    private static Arguments wrong(String told, String candidate, UnaryOperator<MigrationBuilder> setting) {
        return Arguments.of(told, candidate, setting);
    }
}
