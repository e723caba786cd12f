package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.Rollout;
import io.powermigrate.approval.Approval;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Scope;
import io.powermigrate.rollout.Overlays;
import io.powermigrate.rollout.RolloutReport;
import io.powermigrate.rollout.Target;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One solution for several organisations: exported once, and each gets its own value of the variable. */
class SolutionsToManyTest {

    private static FakeEnvironment organisation(TwoOrganizations world, int number) {
        String domain = "customer" + number + ".onmicrosoft.com";
        FakeUser grace = world.fake.tenant(domain).user("grace@" + domain, "compiler");
        FakeEnvironment environment =
                grace.tenant().environment("Customer " + number).dataverse("customer" + number);
        environment.organisation().member(grace, "System Administrator");
        return environment;
    }

    private static RolloutReport run(TwoOrganizations world, List<FakeEnvironment> environments) {
        return run(world, environments, SolutionOptions.defaults(), Effect.EXPORT, Scope.everything());
    }

    private static RolloutReport run(
            TwoOrganizations world,
            List<FakeEnvironment> environments,
            SolutionOptions options,
            Effect inSource,
            Scope scope) {
        List<Target> targets = new ArrayList<>();
        Overlays overlays = Overlays.of(Mapping.none());
        for (FakeEnvironment each : environments) {
            FakeUser grace = each.tenant().users().get(0);
            targets.add(Target.of(each.displayName(), () -> world.fake.connect(each, grace)));
            overlays = overlays.withCustomer(
                    each.displayName(),
                    Mapping.of(Cds.value("new_Url", "https://" + each.tenant().domain())));
        }
        try (Rollout rollout = Migration.from(world.source)
                .toEach(targets)
                .install(Cds.plugin(options))
                .each((builder, target) ->
                        builder.ruleSet(RuleSets.SOLUTION_AWARE).allowInSource(inSource))
                .scope(scope)
                .mapping(overlays)
                .time(world.fake.time())
                .build()) {
            return rollout.execute(rollout.plan()
                    .approve(Approval.by("ada@contoso.com", world.fake.time().now())));
        }
    }

    @Test
    void a_solution_is_exported_once_for_three_organisations() {
        try (TwoOrganizations world = new TwoOrganizations()) {
            world.from().solution(TwoOrganizations.orders());
            List<FakeEnvironment> environments =
                    List.of(organisation(world, 1), organisation(world, 2), organisation(world, 3));
            run(world, environments).orThrow();
            assertThat(environments)
                    .allSatisfy(each -> assertThat(each.organisation().tables()).contains("new_order"));
            long exports = world.dev.requests(FakeEffect.EXPORT);
            assertThat(exports).isPositive();
            assertThat(exports).isEqualTo(exportsForOne());
        }
    }

    @Test
    void one_scratch_solution_serves_three_organisations() {
        try (TwoOrganizations world = new TwoOrganizations()) {
            world.from().solution(TwoOrganizations.orders());
            List<FakeEnvironment> environments =
                    List.of(organisation(world, 1), organisation(world, 2), organisation(world, 3));
            SolutionOptions scratch = SolutionOptions.defaults().scratchSolution("contoso");
            Scope table = Scope.of(DataverseTable.TYPE).named("new_order").withDependencies();
            run(world, environments, scratch, Effect.WRITE, table).orThrow();
            assertThat(environments)
                    .allSatisfy(each -> assertThat(each.organisation().tables()).contains("new_order"));
            assertThat(world.from().solutions().exports()).isEqualTo(1);
            assertThat(world.fake.service().requests())
                    .filteredOn(
                            seen -> seen.method().equals("POST") && seen.path().endsWith("/solutions"))
                    .hasSize(1);
            assertThat(Cds.leftovers(world.source)).isEmpty();
        }
    }

    private static long exportsForOne() {
        try (TwoOrganizations world = new TwoOrganizations()) {
            world.from().solution(TwoOrganizations.orders());
            run(world, List.of(organisation(world, 1))).orThrow();
            return world.dev.requests(FakeEffect.EXPORT);
        }
    }
}
