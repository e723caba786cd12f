package io.powermigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.plan.Plan;
import io.powermigrate.rule.RuleSets;
import org.junit.jupiter.api.Test;

/** Plugins that the class path offers are found on request. */
class DiscoveryTest {

    @Test
    void the_plugin_of_power_apps_is_found_on_request() {
        Plan plan = Migration.from(empty("source"))
                .to(empty("destination"))
                .discoverPlugins()
                .build()
                .plan();

        assertThat(plan.ruleSet()).isEqualTo(RuleSets.CLASSIC_2016);
    }

    private static Inventory empty(String name) {
        return Inventory.of(name, name, Document.empty()).build();
    }
}
