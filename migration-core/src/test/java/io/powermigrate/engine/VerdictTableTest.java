package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.World.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Mapping;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.rule.RuleSentence.Condition;
import io.powermigrate.rule.RuleSentence.Judged;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens to a resource, by its verdict and by what the destination holds; row by row. */
class VerdictTableTest {

    private final World world = new World();
    private final Thing thing = app("a1", "Expenses");

    @ParameterizedTest(name = "{0} and {1} there: {2}")
    @CsvSource({
        "MIGRATE, absent, CREATE",
        "MIGRATE, different, UPDATE",
        "MIGRATE, same, SKIP",
        "MIGRATE, ambiguous, BLOCKED",
        "WARN, absent, CREATE",
        "WARN, different, UPDATE",
        "WARN, same, SKIP",
        "WARN, ambiguous, BLOCKED",
        "RECREATE, absent, RECREATE",
        "RECREATE, different, UPDATE",
        "RECREATE, same, SKIP",
        "RECREATE, ambiguous, BLOCKED",
        "RECREATE switched off, absent, BY_HAND",
        "RECREATE switched off, different, BY_HAND",
        "RECREATE switched off, same, SKIP",
        "RECREATE switched off, ambiguous, BLOCKED",
        "RECREATE_BY_HAND, absent, BY_HAND",
        "RECREATE_BY_HAND, different, BY_HAND",
        "RECREATE_BY_HAND, same, SKIP",
        "RECREATE_BY_HAND, ambiguous, BLOCKED",
        "UNKNOWN, absent, BY_HAND",
        "UNKNOWN, different, BY_HAND",
        "UNKNOWN, same, SKIP",
        "UNKNOWN, ambiguous, BLOCKED",
        "no rule, absent, BY_HAND",
        "BLOCK, absent, BLOCKED",
        "BLOCK, different, BLOCKED",
        "BLOCK, same, SKIP",
        "BLOCK, ambiguous, BLOCKED"
    })
    void the_table(String verdict, String held, String action) {
        Plan plan = plan(verdict, held);
        assertThat(step(plan, thing).action()).hasToString(action);
    }

    @ParameterizedTest(name = "{0} and {1} there: {2}")
    @CsvSource({
        "RECREATE_BY_HAND, absent, MISSING",
        "RECREATE_BY_HAND, different, MISSING",
        "RECREATE_BY_HAND, same, SATISFIED",
        "RECREATE_BY_HAND, ambiguous, AMBIGUOUS",
        "UNKNOWN, absent, MISSING",
        "UNKNOWN, same, SATISFIED",
        "RECREATE switched off, absent, MISSING",
        "RECREATE switched off, same, SATISFIED"
    })
    void what_a_person_makes_is_on_the_recreate_list(String verdict, String held, RecreateItem.State state) {
        Plan plan = plan(verdict, held);
        assertThat(plan.recreate())
                .singleElement()
                .extracting(RecreateItem::state)
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"MIGRATE", "WARN", "RECREATE", "BLOCK"})
    void nothing_else_is_on_it(String verdict) {
        assertThat(plan(verdict, "absent").recreate()).isEmpty();
    }

    private Plan plan(String verdict, String held) {
        world.source.put(thing);
        switch (held) {
            case "different" -> world.destination.put(app("x", "Expenses").text("other"));
            case "same" -> world.destination.put(app("x", "Expenses"));
            case "ambiguous" -> world.destination.put(app("x", "Expenses"), app("y", "Expenses"));
            default -> {}
        }
        world.rules.clear();
        if (!verdict.equals("no rule")) {
            world.rules.add(judged(World.always(Thing.APP, "R-1"), verdict.replace(" switched off", ""))
                    .because("the test says so")
                    .remedy("Look"));
        }
        return world.plan(
                builder -> verdict.equals("RECREATE") ? builder.recreate(Thing.APP) : builder.mapping(Mapping.none()));
    }

    private static Judged<Thing> judged(Condition<Thing> when, String verdict) {
        return switch (verdict) {
            case "MIGRATE" -> when.migrates();
            case "WARN" -> when.warns();
            case "UNKNOWN" -> when.leavesUndecided();
            case "RECREATE" -> when.mustBeRecreated();
            case "RECREATE_BY_HAND" -> when.mustBeRecreatedByHand();
            default -> when.blocks();
        };
    }
}
