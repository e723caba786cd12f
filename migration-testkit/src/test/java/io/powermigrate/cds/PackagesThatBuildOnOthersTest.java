package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.MissingSpec;
import io.powermigrate.testkit.solution.RoleSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A package and one that it builds on, in one plan (docs/wire/dataverse-situations.md, S07). */
class PackagesThatBuildOnOthersTest extends Situations {

    private static final ResourceKey BASE = Solution.TYPE.key("Base");

    private static SolutionBuilder base(String version) {
        return SolutionBuilder.named("Base")
                .publisher("contoso", "new")
                .version(version)
                .managed()
                .table(TableSpec.named("new_Customer", "Customer"));
    }

    private static SolutionBuilder base() {
        return base("1.1.0.0").table(TableSpec.named("new_Vendor", "Vendor"));
    }

    /** With a lookup, a column and a privilege of the other package's table. */
    private static SolutionBuilder addOn(String version) {
        return SolutionBuilder.named("Orders")
                .publisher("contoso", "new")
                .version(version)
                .managed()
                .table(TableSpec.named("new_Order", "Order")
                        .column(ColumnSpec.lookup("new_CustomerId", "new_customer")))
                .table(TableSpec.existing("new_Customer", "Customer").column(ColumnSpec.text("new_Rank", 10)))
                .role(RoleSpec.named("Reader").privilege("prvReadnew_Customer", "Global"))
                .missing(MissingSpec.table("new_vendor", "Base (1.1)", "new_order"));
    }

    private Migration both(SolutionBuilder base) throws IOException {
        put("Base.zip", base.toZip());
        return migration(addOn("1.0.0.0"), SolutionOptions.defaults()).build();
    }

    @Test
    void one_plan_brings_both_the_base_first_and_each_is_staged_before_its_own_import() throws IOException {
        Migration migration = both(base());
        Plan plan = migration.plan();
        assertThat(orders(plan).action()).isEqualTo(Action.CREATE);
        assertThat(orders(plan).wave())
                .isGreaterThan(plan.step(BASE).orElseThrow().wave());
        assertThat(orders(plan).findings())
                .anySatisfy(
                        finding -> assertThat(finding.reason()).contains("it builds on Base 1.1.0.0 of the same plan"))
                .noneSatisfy(finding -> assertThat(finding.rule()).isEqualTo("SOL-006"));
        run(migration).orThrow();
        assertThat(world.to().tables()).contains("new_customer", "new_order");
        assertThat(changes())
                .containsSubsequence("StageSolution", "ImportSolutionAsync", "StageSolution", "ImportSolutionAsync");
        long before = world.prod.requests(FakeEffect.WRITE) + world.prod.requests(FakeEffect.STAGE);
        run(migration).orThrow();
        assertThat(world.prod.requests(FakeEffect.WRITE) + world.prod.requests(FakeEffect.STAGE))
                .isEqualTo(before);
    }

    private List<String> changes() {
        return world.fake.service().requests().stream()
                .filter(request -> request.effect() == FakeEffect.WRITE || request.effect() == FakeEffect.STAGE)
                .map(SeenRequest::path)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
    }

    @Test
    void a_base_of_the_same_plan_that_is_too_old_does_not_help() throws IOException {
        Plan plan = both(base("1.0.0.0")).plan();
        refuses(plan, "IMPORT-0x8004801D", "Base", "1.1", "holds only 1.0.0.0");
        assertThat(orders(plan).findings())
                .anySatisfy(finding -> assertThat(finding.remedy()).isEqualTo("Upgrade 'Base' first"));
    }

    @Test
    void a_base_of_the_same_plan_that_the_destination_refuses_does_not_help() throws IOException {
        Plan plan = both(base().baseLanguage(1031)).plan();
        assertThat(plan.step(BASE).orElseThrow().action()).isEqualTo(Action.BLOCKED);
        refuses(plan, "IMPORT-0x8004801D", "Base", "the destination does not hold it");
    }

    @Test
    void a_base_whose_import_fails_keeps_the_other_package_from_being_imported() throws IOException {
        world.to().solutions().fails("new_customer", "The server is busy.");
        Report report = run(both(base()));
        assertThat(report.outcome(BASE).orElseThrow().state()).isEqualTo(Outcome.State.FAILED);
        Outcome orders = report.outcome(ORDERS).orElseThrow();
        assertThat(orders.state()).isIn(Outcome.State.FAILED, Outcome.State.NOT_RUN);
        assertThat(orders.reason()).contains("Base");
        assertThat(world.to().solutions().imports()).isEqualTo(1);
    }

    @Test
    void an_old_base_of_the_destination_is_updated_by_the_same_plan() throws IOException {
        world.to().solution(base("1.0.0.0").toZip());
        run(both(base())).orThrow();
        assertThat(world.to().solutions().named("Base").version()).contains("1.1.0.0");
        assertThat(world.to().solutions().named("Orders").exists()).isTrue();
    }
}
