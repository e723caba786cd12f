package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.Thing.flow;
import static io.powermigrate.engine.Thing.link;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.MigrationBuilder;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Item;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Scope;
import io.powermigrate.model.SlotType;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Unmatched;
import io.powermigrate.store.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A setting that matches nothing is told, with what may be meant; {@link WhoWouldNoticeTest} makes each one wrong. */
class UnmatchedSettingsTest {

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
                wrong(
                        "waive ENG-HELD of app \"Expences\": the plan is not about",
                        "Expenses",
                        builder ->
                                builder.waive("ENG-HELD", app("a1", "Expences").key(), "looked")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void a_setting_that_matches_nothing_is_told_with_what_may_be_meant(
            String told, String candidate, UnaryOperator<MigrationBuilder> setting) {
        Plan plan = world.plan(setting);
        assertThat(plan.unmatched()).singleElement().asString().contains(told);
        assertThat(plan.unmatched().get(0).candidates()).anyMatch(each -> each.equalsIgnoreCase(candidate));
        assertThat(plan.toLongText())
                .contains("YOUR SETTINGS THAT MATCHED NOTHING (1)")
                .contains(told);
        assertThat(Plan.fromJson(plan.toJson()).unmatched()).isEqualTo(plan.unmatched());
    }

    @Test
    void settings_that_are_met_are_not_told() {
        world.source.put(flow("f1", "SQL sync"));
        world.destination.put(link("d1", "SQL of Grace"));
        Plan plan = world.plan(builder -> builder.mapping(Mapping.of(
                        Binding.of("link", "l1", "d1"),
                        Binding.of("text", "a", "b"),
                        Binding.of("app", "a1", Binding.NEW)))
                .scope(Scope.of(Thing.APP, Thing.LINK, Thing.FLOW).named("exp*", "sql*"))
                .recreate(Thing.FLOW)
                .allowUnread(Thing.FLOW));
        assertThat(plan.unmatched()).isEmpty();
        assertThat(plan.toLongText()).doesNotContain("MATCHED NOTHING");
    }

    @Test
    void a_line_for_what_is_there_but_outside_of_the_scope_is_not_told() {
        Plan plan = world.plan(builder ->
                builder.mapping(Mapping.of(Binding.of("link", "l1", "d1"))).scope(Scope.of(Thing.APP)));
        assertThat(plan.unmatched()).isEmpty();
    }

    @Test
    void a_display_name_is_taken_where_an_id_is_meant_on_both_sides_and_in_any_case() {
        world.source.put(titled("l9", "key here", "Shown to people"));
        world.destination.put(titled("d9", "key there", "Shown there"));

        Plan plan = world.plan(
                builder -> builder.mapping(Mapping.of(Binding.of("link", "shown TO people", "shown there"))));

        assertThat(plan.unmatched()).isEmpty();
        assertThat(plan.recreate())
                .filteredOn(item -> item.key().name().equals("key here"))
                .singleElement()
                .satisfies(item -> assertThat(item.by()).contains("\"Shown there\" (id d9), bound by mapping"));
    }

    @Test
    void a_display_name_that_several_have_is_told_with_their_ids() {
        world.source.put(titled("l8", "one", "Shown to people"), titled("l9", "another", "Shown to people"));

        assertThat(world.plan(line("link", "Shown to people")).unmatched())
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.toString()).contains("2 of the source are called so");
                    assertThat(told.candidates()).containsExactlyInAnyOrder("l8", "l9");
                });
    }

    @Test
    void the_name_of_twins_is_told_with_their_ids() {
        world.source.put(link("t1", "Twin"), link("t2", "Twin"));

        assertThat(world.plan(line("link", "Twin")).unmatched())
                .singleElement()
                .extracting(Unmatched::candidates)
                .isEqualTo(List.of("t1", "t2"));
    }

    @Test
    void a_line_by_id_counts_more_than_one_by_display_name() {
        world.source.put(titled("l9", "key here", "Shown to people"));
        world.destination.put(link("d1", "by id"), link("d2", "by name"));

        Plan plan = world.plan(builder -> builder.mapping(
                Mapping.of(Binding.of("link", "Shown to people", "d2"), Binding.of("link", "l9", "d1"))));

        assertThat(plan.recreate())
                .filteredOn(item -> item.key().name().equals("key here"))
                .singleElement()
                .satisfies(item -> assertThat(item.by()).contains("(id d1)"));
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

    private static Thing titled(String id, String key, String title) {
        return new Thing(Item.of(Thing.LINK.key(key), id, title));
    }

    @Test
    void a_reader_that_breaks_down_while_texts_are_looked_for_is_told_and_the_plan_is_made() {
        world.readers.set(0, new ThingMigrator(Thing.APP, world) {
            @Override
            @SuppressWarnings("NullAway") // what a faulty reader does
            public Collection<Binding> met(Thing source, Collection<Binding> lines, Workspace workspace) {
                return null;
            }
        });

        Plan plan =
                world.plan(builder -> builder.mapping(Mapping.of(new Binding(SlotType.TEXT, "contoso", "fabrikam"))));

        assertThat(plan.unmatched()).anySatisfy(told -> assertThat(told.toString())
                .contains("they were not looked for in app \"Expenses\"")
                .contains("fix the reader's met method"));
    }
}
