package io.powermigrate.powerapps;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceType;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateFile;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.plan.RecreateItem.State;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.powerapps.gateway.Gateway;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeConnector;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeFlow;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the recipes of Power Apps tell a person can be done, and nothing has two recipes. */
class RecipesTest {

    private static final Pattern NAMED = Pattern.compile("file \"([^\"]+)\"");

    private final FakePowerPlatform fake = FakePowerPlatform.start();
    private final FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
    private final FakeUser grace = fake.tenant("fabrikam.onmicrosoft.com").user("grace@fabrikam.com", "compiler");
    private final FakeEnvironment dev = ada.tenant().environment("Contoso Dev").maker(ada);
    private final FakeEnvironment prod =
            grace.tenant().environment("Fabrikam Prod").maker(grace);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        fake.close();
    }

    private Plan plan(String rules, Binding... lines) {
        try (Endpoint source = fake.connect(dev, ada);
                Endpoint target = fake.connect(prod, grace);
                Migration migration = Migration.from(source)
                        .to(target)
                        .install(PowerApps.plugin())
                        .ruleSet(rules)
                        .workspace(Workspace.at(folder.resolve("work")))
                        .mapping(Mapping.of(lines))
                        .time(fake.time())
                        .build()) {
            return migration.plan();
        }
    }

    private Plan plan(Binding... lines) {
        return plan(RuleSets.CLASSIC_2016, lines);
    }

    private static List<RecreateItem> items(Plan plan, ResourceType<?> type) {
        return plan.recreate().stream()
                .filter(item -> item.key().type().equals(type.name()))
                .toList();
    }

    @Test
    void every_file_that_a_recipe_names_is_in_the_folder_that_the_plan_names() {
        FakeConnection office = dev.connection("shared_office365users", "Office 365 Users");
        dev.customConnector("Orders: API/v2");
        FakeFlow first = dev.flow("../Approve").calling(office);
        dev.flow("../approve").calling(office);
        dev.app(SampleDocuments.flow(first.id(), office.name()));
        Plan plan = plan();
        List<String> named = plan.recreate().stream()
                .flatMap(item -> NAMED.matcher(item.remedy()).results().map(found -> found.group(1)))
                .toList();
        assertThat(named).hasSize(4).doesNotHaveDuplicates();
        assertThat(named).allSatisfy(name -> {
            assertThat(folder.resolve("work").resolve("by-hand").resolve(name)).isRegularFile();
            assertThat(plan.toLongText())
                    .contains(
                            "file: " + folder.resolve("work").resolve("by-hand").resolve(name));
            assertThat(plan.toJson()).contains("\"name\": \"" + name + "\"");
        });
        assertThat(items(plan, CustomConnector.TYPE).get(0).files())
                .filteredOn(file -> file.name().contains(".openapi."))
                .singleElement()
                .extracting(RecreateFile::path)
                .satisfies(path -> assertThat(path).content().contains("\"swagger\""));
        assertThat(plan.toLongText()).doesNotContain("of the workspace");
    }

    @Test
    void a_definition_that_may_not_be_opened_has_another_way_and_no_file() {
        dev.flow("Approve").owner(ada);
        fake.service().faults().times(1000, seen -> seen.path().matches(".*/flows/[^/]+"), Fault.status(403));
        RecreateItem flow = items(plan(), CloudFlow.TYPE).get(0);
        assertThat(flow.files()).isEmpty();
        assertThat(flow.remedy()).contains("as its owner shows you", "403").doesNotContain("file");
    }

    @Test
    void a_gateway_where_none_is_supported_has_one_recipe_and_stands_in_one_place() {
        dev.connection("shared_sql", "ERP").through(dev.gateway("Head office"));
        Plan plan = plan();
        assertThat(items(plan, Gateway.TYPE)).singleElement().satisfies(item -> {
            assertThat(item.state()).isEqualTo(State.MISSING);
            assertThat(item.remedy()).contains("default environment of the tenant");
            assertThat(item.lines()).singleElement().matches(Binding::isToBeFilledIn);
        });
        assertThat(plan.toLongText())
                .contains("the gateway that stands for \"Head office\" (id ")
                .doesNotContain("Install the on-premises", "BLOCKED");
        assertThat(plan.toLongText().split("Migrate what needs the gateway", -1))
                .hasSize(2);
        assertThat(plan.why(items(plan, Gateway.TYPE).get(0).key()).toText()).doesNotContain("Install the on-premises");
    }

    @ParameterizedTest
    @ValueSource(strings = {RuleSets.CLASSIC_2016, RuleSets.PACKAGE_2018, RuleSets.SOLUTION_AWARE})
    void nothing_that_a_person_makes_is_told_in_two_places(String rules) {
        FakeConnection office = dev.connection("shared_office365users", "Office 365 Users");
        dev.connection(dev.customConnector("Orders API"), "Orders").through(dev.gateway("Head office"));
        FakeFlow flow = dev.flow("Approve").calling(office);
        dev.app(SampleDocuments.flow(flow.id(), office.name()));
        Plan plan = plan(rules);
        for (RecreateItem item : plan.recreate()) {
            assertThat(count(plan.toLongText(), item.remedy()))
                    .as(item.remedy())
                    .isEqualTo(1);
            plan.step(item.key()).orElseThrow().findings().forEach(finding -> assertThat(
                            count(plan.toLongText(), finding.remedy()))
                    .as(finding.remedy())
                    .isLessThanOrEqualTo(1));
            assertThat(count(plan.toLongText(), "] MISSING " + item.key()))
                    .as(item.key().toString())
                    .isEqualTo(1);
            assertThat(plan.toLongText()).doesNotContain("blocked " + item.key(), "by hand " + item.key());
        }
        assertThat(items(plan, CloudFlow.TYPE)).singleElement().satisfies(item -> assertThat(item.remedy())
                .doesNotContain("install a plugin that can"));
    }

    private static int count(String text, String part) {
        Matcher found = Pattern.compile(Pattern.quote(part)).matcher(text);
        return (int) found.results().count();
    }

    @Test
    void forty_connections_of_one_connector_are_told_once_and_one_line_settles_them() {
        IntStream.range(0, 40).forEach(i -> dev.connection("shared_office365users", "Users of person " + i));
        String missing = plan().toLongText();
        assertThat(missing)
                .contains("MISSING 40 of the type connection")
                .contains("paste, filled in: Binding.of(\"connection\", \"shared_office365users\", \"<id");
        assertThat(count(missing, "Choose the connector \"shared_office365users\"."))
                .isEqualTo(1);

        FakeConnection one = prod.connection("shared_office365users", "One");
        prod.connection("shared_office365users", "Two");
        Plan plan = plan();
        Binding first = Binding.of(Connection.TYPE, "shared_office365users", one.name());
        assertThat(items(plan, Connection.TYPE)).hasSize(40).allSatisfy(item -> {
            assertThat(item.state()).isEqualTo(State.AMBIGUOUS);
            assertThat(item.lines()).contains(first);
            assertThat(item.lines().get(0).from()).isEqualTo("shared_office365users");
        });
        assertThat(plan.toLongText()).contains(first.toCode() + " // \"One\"");
        assertThat(items(plan(first), Connection.TYPE))
                .extracting(RecreateItem::state)
                .containsOnly(State.SATISFIED);
    }

    @Test
    void a_recipe_calls_a_custom_connector_as_the_destination_does_or_else_as_the_source() {
        FakeConnector legacy = dev.customConnector("shared_legacy-5f0027f520b23e81c1", "Orders API");
        FakeConnection orders = dev.connection(legacy, "Orders");
        dev.flow("Approve").calling(orders);
        assertThat(remedy(plan(), Connection.TYPE)).contains("Choose the connector \"Orders API\".");
        assertThat(remedy(plan(), CloudFlow.TYPE)).contains("Pick connections of \"Orders API\".");

        Binding line = Binding.of(
                CustomConnector.TYPE,
                legacy.name(),
                prod.customConnector("Orders of Fabrikam").name());
        assertThat(remedy(plan(line), Connection.TYPE)).contains("Choose the connector \"Orders of Fabrikam\".");
        assertThat(remedy(plan(line), CloudFlow.TYPE)).contains("Pick connections of \"Orders of Fabrikam\".");
    }

    private static String remedy(Plan plan, ResourceType<?> type) {
        return items(plan, type).get(0).remedy();
    }

    @Test
    void a_line_to_a_connection_of_another_connector_is_not_found_and_those_of_the_right_one_are_named() {
        FakeConnection wanted = dev.connection("shared_office365users", "Users");
        FakeConnection mail = prod.connection("shared_office365", "Mail");
        FakeConnection right = prod.connection("shared_office365users", "Users of Grace");
        Plan plan = plan(Binding.of(Connection.TYPE, wanted.name(), mail.name()));
        assertThat(items(plan, Connection.TYPE)).singleElement().satisfies(item -> {
            assertThat(item.state()).isEqualTo(State.NOT_FOUND);
            assertThat(item.lines()).containsExactly(Binding.of(Connection.TYPE, wanted.name(), right.name()));
        });
        assertThat(plan.toLongText()).contains("// \"Users of Grace\"");
    }
}
