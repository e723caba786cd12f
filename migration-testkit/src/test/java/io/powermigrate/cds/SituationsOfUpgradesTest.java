package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.plan.Plan;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.testkit.fake.FakeRow;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.solution.ChoiceSpec;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.FlowSpec;
import io.powermigrate.testkit.solution.RoleSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a managed package meets of the version that it replaces (docs/wire/dataverse-situations.md). */
class SituationsOfUpgradesTest extends Situations {

    private static final SolutionOptions UPGRADE = SolutionOptions.defaults().upgrade();

    private static SolutionBuilder first() {
        return orders("1.0.0.0")
                .managed()
                .connectionReference("new_old", "shared_office365")
                .flow(FlowSpec.named("Remind, [Child] daily").uses("new_old", "shared_office365"));
    }

    /** The flow uses another reference, and the old one is dropped. */
    private static SolutionBuilder second() {
        return orders("2.0.0.0")
                .managed()
                .connectionReference("new_new", "shared_office365")
                .flow(FlowSpec.named("Remind, [Child] daily").uses("new_new", "shared_office365"));
    }

    private static SolutionBuilder foreign(String name, String... flows) {
        SolutionBuilder made = SolutionBuilder.named(name).publisher("contoso", "new");
        return Stream.of(flows)
                .reduce(
                        made,
                        (all, flow) -> all.flow(FlowSpec.named(flow).uses("new_old", "shared_office365")),
                        (one, other) -> other);
    }

    private static List<Finding> findings(Plan plan, String rule) {
        return orders(plan).findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    private FakeRow flow(String name) {
        return world.to().rows("workflows").stream()
                .filter(row -> row.value("name").filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void S10_flows_that_need_what_an_upgrade_removes_are_named_in_pairs_before_anything_is_sent() throws IOException {
        world.to().solution(first().toZip());
        world.to().solution(foreign("Others", "Greet", "Call, then [wait]").toZip());
        Plan plan = migration(second(), UPGRADE).build().plan();
        refuses(
                plan,
                "UPGRADE-001",
                "the upgrade removes connectionreference 'new_old'",
                "Workflow 'Greet' (id " + flow("Greet").id() + ")",
                "Workflow 'Call, then [wait]' (id " + flow("Call, then [wait]").id() + ")");
        assertThat(findings(plan, "UPGRADE-001")).hasSize(1);
        assertThat(findings(plan, "UPGRADE-001").get(0).reason()).doesNotContain("Remind");
        assertThat(world.prod.requests(FakeEffect.WRITE)).isZero();
    }

    @Test
    void S10_a_flow_of_the_package_that_people_changed_keeps_the_upgrade_from_removing_what_it_uses()
            throws IOException {
        world.to().solution(first().toZip());
        FakeRow remind = flow("Remind, [Child] daily");
        remind.with("clientdata", remind.value("clientdata").orElseThrow().replace("1.0.0.0", "1.0.0.1") + " ");
        Plan plan = migration(second(), UPGRADE).build().plan();
        refuses(plan, "UPGRADE-001", "'new_old'", "Workflow 'Remind, [Child] daily'");
    }

    @Test
    void S10_nothing_keeps_an_upgrade_from_removing_what_the_new_version_no_longer_uses() throws IOException {
        world.to().solution(first().toZip());
        Migration migration = migration(second(), UPGRADE).build();
        Plan plan = migration.plan();
        assertThat(findings(plan, "UPGRADE-001")).isEmpty();
        assertThat(findings(plan, "UPGRADE-002")).isEmpty();
        assertThat(findings(plan, "UPGRADE-003")).singleElement().satisfies(finding -> assertThat(finding.reason())
                .contains("connectionreference 'new_old'"));
        isDone(run(migration), ORDERS);
        assertThat(world.to().rows("connectionreferences")).noneMatch(row -> row.value("connectionreferencelogicalname")
                .filter("new_old"::equals)
                .isPresent());
    }

    @Test
    void S10_an_update_removes_nothing_and_asks_nobody() throws IOException {
        world.to().solution(first().toZip());
        world.to().solution(foreign("Others", "Greet").toZip());
        Plan plan = migration(second(), SolutionOptions.defaults()).build().plan();
        assertThat(orders(plan).findings())
                .noneSatisfy(finding -> assertThat(finding.rule()).startsWith("UPGRADE"));
    }

    @Test
    void S11_what_several_need_is_told_once_for_each_component_that_is_removed() throws IOException {
        SolutionBuilder old = first().connectionReference("new_older", "shared_sql");
        world.to().solution(old.toZip());
        world.to()
                .solution(SolutionBuilder.named("Others")
                        .publisher("contoso", "new")
                        .flow(FlowSpec.named("Greet")
                                .uses("new_old", "shared_office365")
                                .uses("new_older", "shared_sql"))
                        .toZip());
        Plan plan = migration(second(), UPGRADE).build().plan();
        assertThat(findings(plan, "UPGRADE-001")).hasSize(2).allSatisfy(finding -> assertThat(finding.reason())
                .contains("Workflow 'Greet'"));
    }

    @Test
    void tables_and_choices_that_an_upgrade_deletes_are_named_and_so_is_who_may_need_them() throws IOException {
        SolutionBuilder old = orders("1.0.0.0")
                .managed()
                .table(TableSpec.named("new_Town", "Town"))
                .choice(ChoiceSpec.named("new_colour").option(100000000, "Red"));
        world.to().solution(old.toZip());
        world.to().table("new_street", "Street").lookup("new_street", "new_TownId", "new_town");
        Plan plan = migration(orders("2.0.0.0").managed(), UPGRADE).build().plan();
        assertThat(findings(plan, "UPGRADE-003")).singleElement().satisfies(finding -> assertThat(finding.reason())
                .contains("Entity 'new_town'", "OptionSet 'new_colour'", "tables with their rows"));
        assertThat(findings(plan, "UPGRADE-002")).singleElement().satisfies(finding -> assertThat(finding.reason())
                .contains("Entity 'new_town'", "EntityRelationship 'new_street_new_TownId'"));
    }

    @Test
    void a_column_that_an_upgrade_deletes_and_a_key_needs_is_told() throws IOException {
        world.to()
                .solution(SolutionBuilder.named("Orders")
                        .publisher("contoso", "new")
                        .version("1.0.0.0")
                        .managed()
                        .table(TableSpec.named("new_Order", "Order")
                                .column(ColumnSpec.text("new_Number", 100))
                                .column(ColumnSpec.text("new_Code", 100)))
                        .toZip());
        world.to().key("new_order", "new_ByCode", "new_code");
        Plan plan = migration(orders("2.0.0.0").managed(), UPGRADE).build().plan();
        assertThat(findings(plan, "UPGRADE-002")).singleElement().satisfies(finding -> assertThat(finding.reason())
                .contains("Attribute 'new_order.new_code'", "EntityKey"));
    }

    @Test
    void what_is_asked_does_not_grow_with_the_number_of_components() throws IOException {
        assertThat(reads(1)).isEqualTo(reads(40));
    }

    private long reads(int flows) throws IOException {
        SolutionBuilder old = orders("1.0.0.0").managed();
        for (int i = 0; i < flows; i++) {
            old = old.flow(FlowSpec.named("Flow " + flows + " " + i))
                    .connectionReference("new_r" + flows + "_" + i, "shared_sql");
        }
        world.to().solution(old.version(flows + ".0.0.0").toZip());
        Migration migration = migration(orders("99.0.0.0").managed(), UPGRADE).build();
        long before = world.prod.requests(FakeEffect.READ);
        assertThat(findings(migration.plan(), "UPGRADE-003")).hasSize(1);
        return world.prod.requests(FakeEffect.READ) - before;
    }

    @Test
    void changes_that_people_made_to_flows_roles_and_columns_stay_on_top_and_are_named() throws IOException {
        SolutionBuilder made = first().role(RoleSpec.named("Reader").privilege("prvReadnew_Order", "Global"));
        world.to().solution(made.toZip());
        world.to().grant("Reader", "prvWritenew_Order", "Global");
        flow("Remind, [Child] daily").with("description", "changed here");
        flow("Remind, [Child] daily").with("clientdata", "{}");
        SolutionBuilder next = made.version("2.0.0.0");
        Plan plan = migration(next, SolutionOptions.defaults()).build().plan();
        assertThat(findings(plan, "LAYER-002")).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
            assertThat(finding.reason())
                    .contains("Role 'Reader'", "Workflow 'Remind, [Child] daily'", "does not show")
                    .doesNotContain("connectionreference");
        });
        Plan over = migration(next, SolutionOptions.defaults().overwriteUnmanaged())
                .build()
                .plan();
        assertThat(findings(over, "LAYER-002")).isEmpty();
        assertThat(findings(over, "LAYER-003")).singleElement().satisfies(finding -> assertThat(finding.reason())
                .contains("Role 'Reader'", "overwrites"));
    }

    @Test
    void a_column_that_people_made_longer_hides_what_the_package_changes() throws IOException {
        world.to().solution(orders("1.0.0.0").managed().toZip());
        world.to().lengthen("new_order", "new_number", 4000);
        SolutionBuilder next = SolutionBuilder.named("Orders")
                .publisher("contoso", "new")
                .version("2.0.0.0")
                .managed()
                .table(TableSpec.named("new_Order", "Order").column(ColumnSpec.text("new_Number", 200)));
        assertThat(findings(migration(next, SolutionOptions.defaults()).build().plan(), "LAYER-002"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).contains("Attribute 'new_order.new_number'"));
    }

    @Test
    void where_nobody_changed_anything_nothing_is_said_of_layers() throws IOException {
        world.to().solution(first().toZip());
        Plan plan = migration(first().version("2.0.0.0"), SolutionOptions.defaults())
                .build()
                .plan();
        assertThat(orders(plan).findings())
                .noneSatisfy(finding -> assertThat(finding.rule()).startsWith("LAYER"));
    }
}
