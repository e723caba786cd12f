package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Finding;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.PermissionSetSpec;
import io.powermigrate.testkit.solution.RoleSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Roles, permission sets and who has them (docs/wire/dataverse-situations.md). */
class SituationsOfSecurityTest extends Situations {

    private static final ResourceKey READER = SecurityRole.TYPE.key("Reader");
    private static final RoleSpec READS = RoleSpec.named("Reader").privilege("prvReadnew_Order", "Global");

    private static SolutionBuilder withRole(String version, RoleSpec role) {
        return orders(version).managed().role(role);
    }

    /** Another managed solution that gives the same role a right on its own table. */
    private void townOfAnotherSolution() {
        world.to()
                .solution(SolutionBuilder.named("Towns")
                        .publisher("contoso", "new")
                        .managed()
                        .table(TableSpec.named("new_Town", "Town"))
                        .role(READS.privilege("prvReadnew_Town", "Global"))
                        .toZip());
    }

    @Test
    void S31_a_role_of_several_solutions_is_told_and_so_are_the_privileges_that_it_lost() throws IOException {
        run(withRole("1.0.0.0", READS)).orThrow();
        townOfAnotherSolution();
        Migration again = migration(
                        withRole("2.0.0.0", READS), SolutionOptions.defaults().overwriteUnmanaged())
                .build();
        warns(again.plan(), ORDERS, "\"Reader\" of Towns", "may take away");
        Report report = run(again);
        List<Finding> told = report.outcome(ORDERS).orElseThrow().findings();
        assertThat(told).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("ROLE-LOST");
            assertThat(finding.reason())
                    .contains("\"Reader\"", "prvReadnew_Town")
                    .doesNotContain("prvReadnew_Order");
        });
    }

    @Test
    void S32_a_role_that_the_import_did_not_change_is_not_done_and_both_ways_out_are_named() throws IOException {
        run(withRole("1.0.0.0", READS)).orThrow();
        world.to().grant("Reader", "prvReadnew_Order", "Basic");
        SolutionBuilder better = withRole("2.0.0.0", READS.privilege("prvWritenew_Order", "Global"));
        Report report = run(better);
        Outcome reader = report.outcome(READER).orElseThrow();
        assertThat(reader.state()).isEqualTo(Outcome.State.UNVERIFIED);
        assertThat(reader.reason()).contains("prvWritenew_Order");
        assertThat(reader.remedy()).contains("SolutionOptions.overwriteUnmanaged()", "remove that change");
        run(migration(better.version("3.0.0.0"), SolutionOptions.defaults().overwriteUnmanaged())
                        .build())
                .orThrow();
    }

    @Test
    void a_depth_that_the_destination_does_not_allow_is_refused() throws IOException {
        world.to()
                .solution(SolutionBuilder.named("Settings")
                        .publisher("contoso", "new")
                        .table(TableSpec.named("new_Setting", "Setting").ownedByOrganisation())
                        .toZip());
        Plan plan = plan(withRole("1.0.0.0", READS.privilege("prvReadnew_Setting", "Basic")));
        refuses(plan, "IMPORT", "prvReadnew_Setting", "at the depth Basic", "does not allow");
    }

    @Test
    void S40_members_of_a_permission_set_are_named_and_added_by_a_person() throws IOException {
        Plan plan = plan(orders("1.0.0.0")
                .table(TableSpec.named("new_Invoice", "Invoice")
                        .column(ColumnSpec.money("new_Amount", 2).secured()))
                .permissionSet(PermissionSetSpec.named("Amounts").reads("new_invoice", "new_amount")));
        ResourceKey amounts = PermissionSet.TYPE.key("Amounts");
        warns(plan, amounts, "it has no member in the destination", "unreadable");
        assertThat(plan.step(amounts).orElseThrow().findings())
                .extracting(Finding::remedy)
                .anySatisfy(remedy -> assertThat(remedy).contains("Add a user or a team"));
    }

    @Test
    void S47_the_connection_of_a_virtual_table_needs_the_right_to_share_it_on() throws IOException {
        FakeUser bob = world.prod.tenant().user("bob@fabrikam.com", "difference");
        FakeConnection sql =
                world.prod.connection("shared_sql", "SQL of Bob").owner(bob).sharedWith(world.grace);
        SolutionBuilder made = orders("1.0.0.0").connectionReference("new_sql", "shared_sql");
        put("Orders.zip", withDataSource(made));
        Migration migration = migration(SolutionOptions.defaults())
                .mapping(Mapping.of(Cds.reference("new_sql", sql.name())))
                .build();
        warns(migration.plan(), ORDERS, "\"SQL of Bob\" of bob@fabrikam.com", "share it on");
        sql.coOwner(world.grace);
        assertThat(orders(migration.plan()).findings())
                .noneSatisfy(finding -> assertThat(finding.rule()).isEqualTo("VIRTUAL-001"));
    }

    private static byte[] withDataSource(SolutionBuilder made) throws IOException {
        return edited(
                made.toZip(),
                "customizations.xml",
                "<Languages>",
                "<EntityDataSources><EntityDataSource><Name>SQL</Name></EntityDataSource></EntityDataSources><Languages>");
    }
}
