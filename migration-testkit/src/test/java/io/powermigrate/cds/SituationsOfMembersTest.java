package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.member.PermissionMembers;
import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.Key;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Document;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.testkit.fake.FakeDataverse;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members of permission sets, which do not travel and are added where the caller asks for it. */
class SituationsOfMembersTest {

    private static final ResourceKey MEMBERS = PermissionMembers.TYPE.key("Amounts");
    private static final ResourceKey AMOUNTS = PermissionSet.TYPE.key("Amounts");
    private static final SolutionOptions ASKED =
            SolutionOptions.defaults().solutions("Orders").withMembers();

    private final TwoOrganizations world = new TwoOrganizations();

    @BeforeEach
    void fill() {
        world.from().solution(TwoOrganizations.orders());
        FakeUser bob = world.dev.tenant().user("bob@contoso.com", "difference");
        world.from().member(bob);
        join(world.from(), "systemusers", "domainname", "ada@contoso.com");
        join(world.from(), "systemusers", "domainname", "bob@contoso.com");
        world.from().row("teams", Map.of("name", "Accounting"));
        join(world.from(), "teams", "name", "Accounting");
        world.to().row("teams", Map.of("name", "Finance"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static void join(FakeDataverse dataverse, String set, String member, String name) {
        dataverse.link(
                set.equals("teams") ? "teamprofiles_association" : "systemuserprofiles_association",
                Organizations.row(dataverse, set, member, name),
                Organizations.row(dataverse, "fieldsecurityprofiles", "name", "Amounts"));
    }

    private static String profile(FakeDataverse dataverse) {
        return Organizations.row(dataverse, "fieldsecurityprofiles", "name", "Amounts")
                .id();
    }

    private Migration migration(SolutionOptions options, Binding... lines) {
        Binding value = Cds.value("new_Url", "https://fabrikam.example");
        return world.migration(options)
                .scope(Scope.of(Solution.TYPE).withDependencies())
                .mapping(Mapping.of(
                        Stream.concat(Stream.of(value), Stream.of(lines)).toList()))
                .build();
    }

    /** Names of who is in the set of the destination. */
    private List<String> members() {
        Document row = world.target
                .client(Dataverse.KEY)
                .get(Query.of("fieldsecurityprofiles")
                        .key(Key.id(profile(world.to())))
                        .expand(
                                "systemuserprofiles_association($select=domainname)",
                                "teamprofiles_association($select=name)"));
        return Stream.concat(
                        row.at("systemuserprofiles_association").items().stream()
                                .flatMap(user -> user.text("domainname").stream()),
                        row.at("teamprofiles_association").items().stream().flatMap(team -> team.text("name").stream()))
                .toList();
    }

    private static List<String> rules(Plan plan, ResourceKey key) {
        return plan.step(key).orElseThrow().findings().stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void S40_members_that_the_mapping_names_are_added_after_the_import_and_read_back() {
        Migration migration =
                migration(ASKED, Cds.user("ada@contoso.com", "grace@fabrikam.com"), Cds.team("Accounting", "Finance"));
        Plan plan = migration.plan();
        assertThat(plan.step(MEMBERS).orElseThrow().action()).isEqualTo(Action.CREATE);
        assertThat(rules(plan, AMOUNTS)).doesNotContain("PERMISSION-024", "PERMISSION-025", "PERMISSION-026");
        assertThat(plan.step(MEMBERS).orElseThrow().findings())
                .filteredOn(finding -> finding.verdict() == Verdict.WARN)
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.reason()).contains("bob@contoso.com", "not be in the destination"));
        assertThat(plan.toLongText())
                .contains(
                        "MISSING dataverse-user \"bob@contoso.com\"",
                        "or paste, filled in: Binding.of(\"dataverse-user\"");
        Report report = world.run(migration);
        assertThat(report.outcome(MEMBERS).orElseThrow().state()).isEqualTo(Outcome.State.DONE);
        assertThat(members()).containsExactly("grace@fabrikam.com", "Finance");
        Plan again = migration(
                        ASKED, Cds.user("ada@contoso.com", "grace@fabrikam.com"), Cds.team("Accounting", "Finance"))
                .plan();
        assertThat(again.step(MEMBERS).orElseThrow().action()).isEqualTo(Action.SKIP);
    }

    @Test
    void S40_members_that_do_not_stick_are_not_done() {
        world.fake
                .service()
                .faults()
                .times(
                        100,
                        seen -> seen.effect() == FakeEffect.WRITE && seen.path().endsWith("/$ref"),
                        Fault.answer(204, "application/json", ""));
        Report report = world.run(migration(ASKED, Cds.user("ada@contoso.com", "grace@fabrikam.com")));
        Outcome outcome = report.outcome(MEMBERS).orElseThrow();
        assertThat(outcome.state()).isEqualTo(Outcome.State.UNVERIFIED);
        assertThat(outcome.reason()).contains("the member ada@contoso.com");
    }

    @Test
    void nobody_is_taken_out() {
        Binding[] lines = {Cds.user("ada@contoso.com", "grace@fabrikam.com")};
        Situations.isDone(world.run(migration(ASKED, lines)), MEMBERS);
        join(world.to(), "teams", "name", "Finance");
        world.run(migration(ASKED, lines));
        assertThat(members()).containsExactly("grace@fabrikam.com", "Finance");
    }

    @Test
    void without_a_request_members_stay_a_finding_and_no_users_are_read() {
        Plan plan = migration(SolutionOptions.defaults().solutions("Orders")).plan();
        assertThat(plan.step(MEMBERS)).isEmpty();
        assertThat(rules(plan, AMOUNTS)).contains("PERMISSION-024", "PERMISSION-025");
        assertThat(world.fake.service().requests())
                .noneMatch(seen -> seen.path().endsWith("/systemusers"));
    }

    @Test
    void where_no_line_names_a_member_nothing_is_done_and_the_set_has_no_member() {
        Plan plan = migration(ASKED).plan();
        assertThat(plan.step(MEMBERS).orElseThrow().action()).isEqualTo(Action.SKIP);
        assertThat(rules(plan, AMOUNTS)).contains("PERMISSION-025");
    }

    @Test
    void a_line_that_names_nobody_of_the_destination_is_told() {
        Plan plan = migration(ASKED, Cds.user("ada@contoso.com", "grase@fabrikam.com"))
                .plan();
        assertThat(plan.toLongText()).contains("grase@fabrikam.com", "grace@fabrikam.com");
        assertThat(rules(plan, AMOUNTS)).contains("PERMISSION-025");
    }
}
