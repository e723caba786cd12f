package io.powermigrate.powerapps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.powermigrate.Migration;
import io.powermigrate.model.Artifact;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeConnector;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The definition of a custom connector comes in many forms: what can be read is read, what cannot is said. */
class ConnectorDefinitionsTest {

    private static final String JSON = "{\"swagger\":\"2.0\",\"host\":\"api.contoso.example\",\"paths\":{}}";
    private static final String YAML = """
            # written by hand
            swagger: "2.0"
            host: api.contoso.example
            info: { version: 2019-01-01, title: Orders }
            paths:
              /orders:
                get: { responses: { "200": { description: yes } } }
            """;

    private final FakePowerPlatform fake = FakePowerPlatform.start();
    private final FakeUser ada = fake.tenant("contoso.example").user("ada@contoso.example", "pw-1");
    private final FakeEnvironment dev =
            fake.tenant("contoso.example").environment("Dev").maker(ada);
    private final FakeEnvironment prod =
            fake.tenant("contoso.example").environment("Prod").maker(ada);
    private final FakeConnector orders = dev.customConnector("Orders API").servedBy("api.contoso.example");
    private final Workspace workspace = Workspace.temporary();

    @AfterEach
    void close() {
        workspace.close();
        fake.close();
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                arguments("JSON", "application/json", JSON),
                arguments("JSON without an announcement", "application/octet-stream", JSON),
                arguments("a byte order mark", "application/json", "\uFEFF" + JSON),
                arguments("a byte order mark, not announced", "application/octet-stream", "\uFEFF\n" + JSON),
                arguments("YAML", "application/x-yaml", YAML),
                arguments("YAML with a byte order mark", "text/plain", "\uFEFF" + YAML));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void what_its_maker_wrote_is_read_and_saved(String form, String mediaType, String body) throws Exception {
        CustomConnector read = with(Fault.answer(200, mediaType, body));
        assertThat(read.definition()).isEqualTo("maker");
        assertThat(read.definitionProblem()).isEmpty();
        assertThat(read.backend()).isEqualTo("api.contoso.example");
        assertThat(saved(read)).contains("\"host\": \"api.contoso.example\"").doesNotContain("\uFEFF");
    }

    @Test
    void a_date_and_a_yes_stay_texts_when_yaml_becomes_json() throws Exception {
        CustomConnector read = with(Fault.answer(200, "application/x-yaml", YAML));
        assertThat(saved(read)).contains("\"version\": \"2019-01-01\"", "\"description\": \"yes\"");
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments("nothing", Fault.answer(200, "application/json", ""), "is empty"),
                arguments("blanks", Fault.answer(200, "text/plain", " \n "), "is empty"),
                arguments("a page", Fault.answer(200, "text/html", "<html><title>Sign in</title></html>"), "a page"),
                arguments("cut", Fault.answer(200, "text/plain", JSON.substring(0, 30)), "ends too early"),
                arguments(
                        "cut, announced",
                        Fault.answer(200, "application/json", JSON.substring(0, 30)),
                        "damaged at line 1"),
                arguments(
                        "another object", Fault.answer(200, "application/json", "{}"), "no member swagger or openapi"),
                arguments("a list", Fault.answer(200, "application/json", "[]"), "no member swagger or openapi"),
                arguments("an error", Fault.answer(200, "application/json", "{\"error\":{}}"), "no member swagger"),
                arguments("a sentence", Fault.answer(200, "text/plain", "Try again later"), "no member swagger"),
                arguments("a name bomb", Fault.answer(200, "application/x-yaml", bomb()), "neither JSON nor YAML"),
                arguments("refused", Fault.answer(403, "application/xml", "<Error/>"), "403"),
                arguments("gone", Fault.answer(404, "application/xml", "<Error/>"), "404"),
                arguments("broken", Fault.status(500), "500"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void what_cannot_be_read_is_said_and_the_copy_of_the_runtime_is_saved(String form, Fault fault, String why)
            throws Exception {
        CustomConnector read = with(fault);
        assertThat(read.definition()).isEqualTo("runtime");
        assertThat(read.definitionProblem()).contains(why);
        assertThat(saved(read)).contains("azure-apim.net");
        assertThat(plan().toLongText()).contains("the definition that its maker wrote was not saved because");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void without_any_copy_the_recipe_says_where_to_get_one(String form, Fault fault, String why) {
        orders.withoutInlineDefinition();
        CustomConnector read = with(fault);
        assertThat(read.definition()).isEqualTo("none");
        assertThat(read.definitionProblem()).contains(why);
        assertThat(read.item().artifacts()).noneMatch(each -> each.name().contains(".openapi"));
        assertThat(plan().recreate())
                .filteredOn(item -> item.key().equals(read.key()))
                .singleElement()
                .extracting(RecreateItem::remedy)
                .asString()
                .contains("that you downloaded from the page of the connector")
                .doesNotContain("of the workspace");
    }

    private CustomConnector with(Fault fault) {
        fake.service().faults().times(1000, seen -> seen.path().contains(".json_original"), fault);
        try (Migration migration = migration()) {
            return migration.read().source().all(CustomConnector.TYPE).get(0);
        }
    }

    private Plan plan() {
        try (Migration migration = migration()) {
            return migration.plan();
        }
    }

    private Migration migration() {
        return Migration.from(fake.connect(dev, ada))
                .to(fake.connect(prod, ada))
                .install(PowerApps.plugin())
                .workspace(workspace)
                .build();
    }

    private String saved(CustomConnector read) throws IOException {
        Artifact definition = read.item().artifacts().stream()
                .filter(each -> each.name().contains(".openapi"))
                .findFirst()
                .orElseThrow();
        try (InputStream in = workspace.open(definition)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Every level holds the one before it nine times. */
    private static String bomb() {
        StringBuilder bomb = new StringBuilder("swagger: \"2.0\"\na0: &a0 [x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("x]\n");
        }
        return bomb.toString();
    }
}
