package io.powermigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.plan.Plan;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.ResourceReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which rule set counts where the caller names none. */
class StandardRuleSetTest {

    private final World world = new World();

    @Test
    void the_only_set_of_the_only_plugin_counts_whatever_its_name() {
        assertThat(plan(plugin("", "house")).ruleSet()).isEqualTo("house");
    }

    @Test
    void the_set_that_a_plugin_names_counts() {
        assertThat(plan(plugin("second", "first", "second"), plugin("", "first", "second"))
                        .ruleSet())
                .isEqualTo("second");
    }

    @Test
    void the_only_set_that_all_plugins_have_in_common_counts() {
        assertThat(plan(plugin("", "first", "second"), plugin("", "second", "third"), plugin(""))
                        .ruleSet())
                .isEqualTo("second");
    }

    @Test
    void several_or_none_in_common_are_told_with_their_names() {
        assertThatThrownBy(() -> plan(plugin("", "first", "second")))
                .hasMessageContaining("have [first, second] in common")
                .hasMessageContaining("Name one with ruleSet(name)");
        assertThatThrownBy(() -> plan(plugin("", "first"), plugin("", "second")))
                .hasMessageContaining("have [] in common");
        assertThatThrownBy(() -> plan(plugin("first", "first", "second"), plugin("second", "first", "second")))
                .hasMessageContaining("name [first, second] as their default");
    }

    @Test
    void plugins_without_rules_leave_everything_undecided() {
        world.source.put(Thing.app("a", "Expenses"));

        assertThat(plan(plugin("")).steps())
                .extracting(World::rulesOf)
                .allMatch(rules -> rules.contains("ENG-NO-RULE"));
    }

    private Plan plan(MigrationPlugin... plugins) {
        return Migration.from(world.source.endpoint())
                .to(world.destination.endpoint())
                .install(reading())
                .install(plugins)
                .time(world.clock.time())
                .build()
                .plan();
    }

    private MigrationPlugin reading() {
        return new MigrationPlugin() {
            @Override
            public String name() {
                return "reads things";
            }

            @Override
            public List<ResourceReader<?>> readers() {
                return world.readers();
            }
        };
    }

    private static MigrationPlugin plugin(String standard, String... sets) {
        return new MigrationPlugin() {
            @Override
            public String name() {
                return "rules " + List.of(sets);
            }

            @Override
            public List<ResourceReader<?>> readers() {
                return List.of();
            }

            @Override
            public String standardRuleSet() {
                return standard;
            }

            @Override
            public List<RuleSet> ruleSets() {
                return Stream.of(sets).map(RuleSet::of).toList();
            }
        };
    }
}
