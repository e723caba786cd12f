package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.flow.FlowState;
import io.powermigrate.cds.reference.ReferenceBinding;
import io.powermigrate.cds.variable.VariableDefinition;
import io.powermigrate.cds.variable.VariableValue;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.solution.FlowSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.VariableSpec;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Connection references, variables and flows (docs/wire/dataverse-situations.md): the settings of a destination. */
class SituationsOfReferencesTest extends Situations {

    private static final ResourceKey REFERENCE = ReferenceBinding.TYPE.key("new_sql");
    private static final ResourceKey NOTIFY = FlowState.TYPE.key("Notify");

    private static SolutionBuilder withFlow(String version) {
        return orders(version)
                .connectionReference("new_sql", "shared_sql")
                .flow(FlowSpec.named("Notify").uses("new_sql", "shared_sql"));
    }

    private FakeConnection connection() {
        return world.prod.connection("shared_sql", "SQL of Grace");
    }

    private String stateOf(String flow) {
        return world.to().rows("workflows").stream()
                .filter(row -> row.value("name").filter(flow::equals).isPresent())
                .findFirst()
                .flatMap(row -> row.value("statecode"))
                .orElse("none");
    }

    private static void tells(Plan plan, ResourceKey key, String rule, Verdict verdict, String... words) {
        assertThat(plan.step(key).orElseThrow().findings()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.verdict()).isEqualTo(verdict);
            assertThat(finding.reason() + ". " + finding.remedy()).contains(words);
        });
    }

    @Test
    void S08_a_reference_to_a_custom_connector_waits_until_the_destination_has_the_connector() throws IOException {
        SolutionBuilder made = orders("1.0.0.0").connectionReference("new_erp", "shared_new-5ferp-5f21902973afff52cc");
        world.from().solution(made.toZip());
        Plan plan = world.migration(SolutionOptions.defaults())
                .scope(Scope.of(io.powermigrate.cds.carrier.Solution.TYPE).withDependencies())
                .build()
                .plan();
        assertThat(orders(plan).action()).isEqualTo(Action.HELD);
        assertThat(plan.toJson()).contains(CustomConnector.TYPE.name(), "shared_new-5ferp-5f21902973afff52cc");
    }

    @Test
    void S41_a_connection_that_is_not_shared_with_the_importing_identity_is_named_with_what_to_do() throws IOException {
        FakeUser bob = world.prod.tenant().user("bob@fabrikam.com", "difference");
        FakeConnection his = world.prod.connection("shared_sql", "SQL of Bob").owner(bob);
        Plan plan = migration(withFlow("1.0.0.0"), SolutionOptions.defaults())
                .mapping(Mapping.of(Cds.reference("new_sql", his.name())))
                .build()
                .plan();
        tells(plan, REFERENCE, "REF-003", Verdict.RECREATE_BY_HAND, his.name(), "grace@fabrikam.com", "share it");
    }

    @Test
    void a_connection_that_was_shared_with_the_importing_identity_is_good() throws IOException {
        FakeUser bob = world.prod.tenant().user("bob@fabrikam.com", "difference");
        FakeConnection his =
                world.prod.connection("shared_sql", "SQL of Bob").owner(bob).sharedWith(world.grace);
        Report report = run(withFlow("1.0.0.0"), Cds.reference("new_sql", his.name()));
        report.orThrow();
        assertThat(report.plan().step(REFERENCE).orElseThrow().findings())
                .extracting(Finding::rule)
                .doesNotContain("REF-006");
        assertThat(stateOf("Notify")).isEqualTo("1");
    }

    @Test
    void S43_a_flow_that_this_identity_cannot_switch_on_fails_alone_and_with_its_own_reason() throws IOException {
        SolutionBuilder made = withFlow("1.0.0.0")
                .connectionReference("new_mail", "shared_office365")
                .flow(FlowSpec.named("Remind").uses("new_mail", "shared_office365"));
        FakeConnection mail = world.prod.connection("shared_office365", "Mail of Grace");
        FakeConnection sql = connection();
        run(made, Cds.reference("new_sql", sql.name()), Cds.reference("new_mail", mail.name()))
                .orThrow();
        FakeUser bob = world.prod.tenant().user("bob@fabrikam.com", "difference");
        mail.owner(bob);
        world.to().rows("workflows").forEach(row -> row.with("statecode", "0"));
        Report report = run(made, Cds.reference("new_sql", sql.name()));
        Outcome remind = report.outcome(FlowState.TYPE.key("Remind")).orElseThrow();
        assertThat(remind.state()).isEqualTo(Outcome.State.FAILED);
        assertThat(remind.reason()).contains("ConnectionAuthorizationFailed", mail.name());
        assertThat(remind.remedy()).contains("share it with the signed-in identity");
        assertThat(stateOf("Notify")).isEqualTo("1");
    }

    @Test
    void S44_a_flow_is_not_tried_while_a_flow_that_it_calls_has_no_connection() throws IOException {
        Plan plan = plan(withFlow("1.0.0.0").flow(FlowSpec.named("A parent").calls("Notify")));
        tells(
                plan,
                FlowState.TYPE.key("A parent"),
                "STATE-OPEN",
                Verdict.RECREATE_BY_HAND,
                "it calls the flow \"Notify\"",
                "new_sql");
    }

    @Test
    void S46_flows_are_switched_on_after_those_that_they_call() throws IOException {
        SolutionBuilder made = withFlow("1.0.0.0")
                .flow(FlowSpec.named("A parent").calls("Notify"))
                .flow(FlowSpec.named("A grandparent").calls("A parent"));
        Report report = run(made, Cds.reference("new_sql", connection().name()));
        report.orThrow();
        assertThat(stateOf("A grandparent")).isEqualTo("1");
        assertThat(report.plan().step(NOTIFY).orElseThrow().wave())
                .isLessThan(report.plan()
                        .step(FlowState.TYPE.key("A parent"))
                        .orElseThrow()
                        .wave());
    }

    @Test
    void S46_flows_that_call_each_other_do_not_stop_a_plan() throws IOException {
        Plan plan = plan(withFlow("1.0.0.0")
                .flow(FlowSpec.named("Ping").calls("Pong"))
                .flow(FlowSpec.named("Pong").calls("Ping").calls("Pong")));
        assertThat(plan.step(FlowState.TYPE.key("Ping")).orElseThrow().action()).isEqualTo(Action.CREATE);
        assertThat(plan.step(FlowState.TYPE.key("Pong")).orElseThrow().action()).isEqualTo(Action.CREATE);
    }

    @Test
    void S49_a_reference_is_found_whatever_number_its_type_has_in_an_organization() {
        world.from().solution(withFlow("1.0.0.0").toZip());
        Plan plan = world.migration(SolutionOptions.defaults())
                .scope(Scope.of(io.powermigrate.cds.reference.ReferenceDefinition.TYPE)
                        .withDependencies())
                .build()
                .plan();
        assertThat(orders(plan).action()).isEqualTo(Action.CREATE);
        assertThat(plan.step(REFERENCE)).isPresent();
        assertThat(typeOfReferences(world.from())).isNotEqualTo(typeOfReferences(world.to()));
    }

    private static String typeOfReferences(io.powermigrate.testkit.fake.FakeDataverse organization) {
        return organization.rows("solutioncomponentdefinitions").stream()
                .filter(row -> row.value("primaryentityname")
                        .filter("connectionreference"::equals)
                        .isPresent())
                .findFirst()
                .flatMap(row -> row.value("solutioncomponenttype"))
                .orElseThrow();
    }

    @Test
    void S50_a_flow_that_was_on_is_on_again_after_a_new_version_whose_reference_is_bound_already() throws IOException {
        run(withFlow("1.0.0.0"), Cds.reference("new_sql", connection().name())).orThrow();
        Report report = run(withFlow("2.0.0.0"));
        report.orThrow();
        assertThat(stateOf("Notify")).isEqualTo("1");
        assertThat(report.plan().step(REFERENCE).orElseThrow().action()).isEqualTo(Action.SKIP);
    }

    @Test
    void S50_a_flow_that_the_import_switched_off_for_good_is_told() throws IOException {
        FakeConnection connection = connection();
        run(withFlow("1.0.0.0"), Cds.reference("new_sql", connection.name())).orThrow();
        connection.owner(world.prod.tenant().user("bob@fabrikam.com", "difference"));
        Report report = run(withFlow("2.0.0.0"));
        assertThat(stateOf("Notify")).isEqualTo("0");
        assertThat(report.outcome(ORDERS).orElseThrow().findings()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("STATE-LOST");
            assertThat(finding.reason()).contains("\"Notify\", which was on before", "ConnectionAuthorizationFailed");
        });
    }

    @Test
    void S50_a_flow_that_is_off_in_the_source_and_was_on_in_the_destination_is_on_again() throws IOException {
        run(withFlow("1.0.0.0"), Cds.reference("new_sql", connection().name())).orThrow();
        SolutionBuilder off = orders("2.0.0.0")
                .connectionReference("new_sql", "shared_sql")
                .flow(FlowSpec.named("Notify").uses("new_sql", "shared_sql").off());
        Report report = run(off);
        assertThat(stateOf("Notify")).isEqualTo("1");
        assertThat(report.outcome(ORDERS).orElseThrow().findings())
                .extracting(Finding::rule)
                .contains("STATE-AGAIN");
    }

    @Test
    void S52_a_variable_that_has_a_value_gets_no_second_one() throws IOException {
        SolutionBuilder made = orders("1.0.0.0").variable(VariableSpec.text("new_Url"));
        run(made, Cds.value("new_Url", "https://old.example")).orThrow();
        run(made, Cds.value("new_Url", "https://new.example")).orThrow();
        assertThat(world.to().rows("environmentvariablevalues"))
                .singleElement()
                .satisfies(row -> assertThat(row.value("value")).contains("https://new.example"));
    }

    @Test
    void S53_a_value_that_is_needed_by_nobody_is_open_and_told() throws IOException {
        Plan plan = plan(orders("1.0.0.0").variable(VariableSpec.typed("new_Count", 100000001)));
        assertThat(plan.step(VariableDefinition.TYPE.key("new_Count"))
                        .orElseThrow()
                        .action())
                .isEqualTo(Action.CARRIED);
        assertThat(plan.step(VariableValue.TYPE.key("new_Count")).orElseThrow().action())
                .isEqualTo(Action.SKIP);
    }

    @Test
    void S59_a_value_is_set_without_touching_the_managed_definition() throws IOException {
        SolutionBuilder made = orders("1.0.0.0").managed().variable(VariableSpec.text("new_Url"));
        run(made).orThrow();
        String before = versionOfDefinition();
        long writes = world.prod.requests(FakeEffect.WRITE);
        run(made, Cds.value("new_Url", "https://prod.example")).orThrow();
        assertThat(world.prod.requests(FakeEffect.WRITE)).isEqualTo(writes + 1);
        assertThat(versionOfDefinition()).isEqualTo(before);
    }

    private String versionOfDefinition() {
        return world.to().rows("environmentvariabledefinitions").stream()
                .filter(row -> row.value("schemaname").filter("new_Url"::equals).isPresent())
                .findFirst()
                .flatMap(row -> row.value("versionnumber"))
                .orElseThrow();
    }

    @Test
    void S65_imports_and_exports_are_asynchronous_only() throws IOException {
        run(orders("1.0.0.0")).orThrow();
        assertThat(world.fake.service().requests())
                .noneMatch(request -> request.path().matches(".*/(ImportSolution|ExportSolution|StageAndUpgrade)"));
    }

    @Test
    void the_first_connection_of_a_row_is_kept_while_no_line_names_another_one() throws IOException {
        run(withFlow("1.0.0.0"), Cds.reference("new_sql", connection().name())).orThrow();
        Map<String, String> bound = Map.of("new_sql", boundTo());
        run(withFlow("2.0.0.0")).orThrow();
        assertThat(boundTo()).isEqualTo(bound.get("new_sql"));
    }

    private String boundTo() {
        return world.to()
                .rows("connectionreferences")
                .get(0)
                .value("connectionid")
                .orElse("none");
    }
}
