package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.rule.Finding;
import io.powermigrate.testkit.fake.FakeDataverse;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Patches are recognised wherever they are, and are never half migrated. */
class PatchesTest extends Situations {

    private static final String PATCH = "Orders_Patch_1a2b";

    /** The solution, and a patch of it. */
    private static void patched(FakeDataverse dataverse, boolean managed) {
        dataverse.solution(
                managed
                        ? orders("1.0.0.0").managed().toZip()
                        : orders("1.0.0.0").toZip());
        String parent = Organizations.row(dataverse, "solutions", "uniquename", "Orders")
                .id();
        dataverse.row(
                "solutions",
                Map.of(
                        "uniquename",
                        PATCH,
                        "friendlyname",
                        "Orders, patched",
                        "version",
                        "1.0.1.0",
                        "ismanaged",
                        managed,
                        "isvisible",
                        true,
                        "_parentsolutionid_value",
                        parent));
    }

    private Plan planned(String solution) {
        return world.migration(SolutionOptions.defaults().solutions(solution))
                .build()
                .plan();
    }

    private static void blocked(Plan plan, ResourceKey key, String rule, String... words) {
        assertThat(plan.step(key).orElseThrow().action()).isEqualTo(Action.BLOCKED);
        assertThat(plan.step(key).orElseThrow().findings()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.reason()).contains(words);
            assertThat(finding.remedy()).contains("Clone as solution");
        });
    }

    @Test
    void a_package_that_is_a_patch_is_refused_with_the_solution_that_it_belongs_to() throws IOException {
        Plan plan = plan(orders("1.0.1.0").patchOf("Base"));
        refuses(plan, "SOL-003", "a patch of Base");
        assertThat(orders(plan(orders("1.0.1.0"))).findings())
                .extracting(Finding::rule)
                .doesNotContain("SOL-003");
    }

    @Test
    void a_patch_in_the_source_is_refused() {
        patched(world.from(), false);
        blocked(planned(PATCH), Solution.TYPE.key(PATCH), "SOL-003", "a patch of");
    }

    @Test
    void a_solution_that_has_patches_in_the_source_is_refused_because_its_package_lacks_them() {
        patched(world.from(), false);
        blocked(planned("Orders"), ORDERS, "SOL-023", PATCH + " 1.0.1.0");
    }

    @Test
    void a_solution_without_patches_travels() {
        world.from().solution(orders("1.0.0.0").toZip());
        assertThat(planned("Orders").step(ORDERS).orElseThrow().action()).isEqualTo(Action.CREATE);
    }

    @Test
    void patches_of_the_destination_are_told() throws IOException {
        patched(world.to(), true);
        Plan plan = plan(orders("2.0.0.0").managed());
        warns(plan, ORDERS, "the destination holds patches of it", PATCH + " 1.0.1.0");
    }
}
