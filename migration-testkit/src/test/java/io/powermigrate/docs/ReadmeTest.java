package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.auth.Browser;
import io.powermigrate.auth.DeviceCodePrompt;
import io.powermigrate.auth.SignInSettings;
import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.docs.Page.Block;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.http.Credential;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.model.Inventory;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Rule;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.contract.Run;
import io.powermigrate.testkit.demo.DemoOutput;
import io.powermigrate.testkit.demo.DemoWorld;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens: its code is compiled and run, its output is what the demo prints. */
class ReadmeTest {

    private static final Page README = Page.of("README.md");

    @Test
    void every_snippet_of_code_is_run_by_a_test_here() {
        assertThat(README.blocks().stream().filter(Block::isCode))
                .extracting(block -> block.language() + " " + block.name())
                .containsExactlyInAnyOrder(
                        "java migrate",
                        "java connect",
                        "java document",
                        "java documents",
                        "java approve",
                        "java undo",
                        "java rollout",
                        "java tables",
                        "java rule",
                        "java migrator",
                        "java contract",
                        "jshell ",
                        "jshell live");
        assertThat(Page.of("docs/signing-in.md").blocks())
                .extracting(Block::name)
                .containsExactly("sign-in");
        for (String page : List.of("architecture.md", "quirks.md", "assumptions.md", "security.md")) {
            assertThat(Page.of("docs/" + page).blocks().stream().filter(Block::isCode))
                    .as("code in %s, which no test runs", page)
                    .isEmpty();
        }
    }

    @Test
    void what_you_will_see_is_what_the_demo_prints() {
        assertThat(Elided.missing(README.block("text").text(), DemoOutput.text()))
                .as("lines of the README that the demo does not print there")
                .isEmpty();
    }

    @Test
    void migrate(@TempDir Path folder) {
        try (DemoWorld world = DemoWorld.builtIn();
                Snippets snippet = Snippets.ofStatements(
                        README.block("migrate"),
                        "public static Report run(io.powermigrate.endpoint.Endpoint source, io.powermigrate.endpoint.Endpoint target,"
                                + " java.nio.file.Path folder) {",
                        "return report; }")) {
            Report report = (Report) snippet.run(world.source(), world.target(), folder);
            assertThat(report.outcomes()).isNotEmpty();
            assertThat(world.prod().apps()).extracting(app -> app.displayName()).containsExactly("Unit converter");
            world.prod().apps().get(0).called("Renamed there");
            Report second = (Report) snippet.run(world.source(), world.target(), folder);
            assertThat(second.outcomes()).isEmpty(); // the journal knows what was renamed
            assertThat(world.prod().apps()).hasSize(1);
        }
    }

    @Test
    void connect() {
        try (FakePowerPlatform fake = FakePowerPlatform.start();
                Snippets snippet = Snippets.ofStatements(
                        inTest(README.block("connect")), """
                        public static List<Endpoint> run(Cloud cloud, String clientId, Consumer<DeviceCodePrompt> prompt, SignInSettings settings) {
                        """, "return List.of(source, target); }")) {
            FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
            FakeUser eve = fake.tenant("fabrikam.onmicrosoft.com").user("eve@fabrikam.com", "compiler");
            ada.tenant().environment("Contoso Dev").app("Expense report");
            eve.tenant().environment("Fabrikam Prod");
            Consumer<DeviceCodePrompt> prompt = shown -> ada.enters(shown.userCode());
            SignInSettings settings = SignInSettings.builder()
                    .http(fake.settings())
                    .browser(new Browser())
                    .build();
            List<?> opened = (List<?>) snippet.run(fake.cloud(), "readme-client", prompt, settings);
            try (Endpoint source = (Endpoint) opened.get(0);
                    Endpoint target = (Endpoint) opened.get(1)) {
                assertThat(apps(source, fake))
                        .extracting(CanvasApp::displayName)
                        .containsExactly("Expense report");
                assertThat(target.about().text("callerId")).contains(eve.objectId());
            }
        }
    }

    /** The same statements, where the cloud, the browser and the reader of the prompt are the test's. */
    private static Block inTest(Block block) {
        String imports = """
                import io.powermigrate.auth.Credentials;
                import io.powermigrate.auth.DeviceCodePrompt;
                import io.powermigrate.auth.SignInSettings;
                import io.powermigrate.http.Credential;
                import io.powermigrate.http.HttpSettings;
                import java.nio.file.Path;
                import java.util.List;
                import java.util.function.Consumer;
                import javax.crypto.SecretKey;
                """;
        String statements = block.text()
                .replace("Cloud.PUBLIC", "cloud")
                .replace("System.out::println", "prompt")
                .replace("interactive(clientId)", "interactive(clientId, settings)");
        return new Block(block.name(), block.language(), imports + statements);
    }

    @Test
    void sign_in(@TempDir Path folder) {
        try (FakePowerPlatform fake = FakePowerPlatform.start();
                Snippets snippet = Snippets.ofStatements(
                        inTest(Page.of("docs/signing-in.md").block("sign-in")), """
                        public static Credential run(HttpSettings httpSettings, Path folder, SecretKey key, Consumer<DeviceCodePrompt> prompt) {
                            String clientId = "readme-client";
                        """, "return credential; }")) {
            FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
            Consumer<DeviceCodePrompt> prompt = shown -> ada.enters(shown.userCode());
            Credential credential =
                    (Credential) snippet.run(fake.settings(), folder, new SecretKeySpec(new byte[32], "AES"), prompt);
            TokenRequest request =
                    TokenRequest.of(fake.cloud().authority(), ada.tenant().domain(), "https://a");
            assertThat(credential.token(request).objectId()).contains(ada.objectId());
            assertThat(folder).isNotEmptyDirectory();
        }
    }

    private static List<CanvasApp> apps(Endpoint source, FakePowerPlatform fake) {
        return Migration.from(source)
                .to(Inventory.of("nowhere", "nowhere", io.powermigrate.model.Document.empty())
                        .build())
                .install(PowerApps.plugin())
                .time(fake.time())
                .build()
                .inventory()
                .all(CanvasApp.TYPE);
    }

    @Test
    @SuppressWarnings("unchecked") // the snippet says so
    void rule() {
        try (DemoWorld world = DemoWorld.builtIn();
                Snippets snippet = Snippets.ofStatements(
                        README.block("rule"), "public static Rule<CanvasApp> run() {", "return rule; }")) {
            world.dev().apps().get(0).called("Draft of an app");
            Plan plan = world.migration()
                    .addRules((Rule<CanvasApp>) snippet.run())
                    .build()
                    .plan();
            assertThat(plan.step(CanvasApp.TYPE.key("Draft of an app")).orElseThrow())
                    .satisfies(step -> assertThat(step.action()).isEqualTo(Action.BLOCKED))
                    .satisfies(step -> assertThat(step.reason()).isEqualTo("drafts stay where they are made"));
        }
    }

    @Test
    void migrator(@TempDir Path here, @TempDir Path there) throws Exception {
        Files.writeString(here.resolve("shopping.txt"), "milk");
        Files.writeString(here.resolve("reading.txt"), "The Mythical Man-Month");
        Files.writeString(there.resolve("reading.txt"), "nothing yet");
        try (Snippets snippet = Snippets.ofTypes(README.block("migrator"), FILES)) {
            Report first = (Report) snippet.run(here, there);
            first.orThrow();
            assertThat(first.outcomes()).hasSize(2);
            assertThat(there.resolve("shopping.txt")).hasContent("milk");
            assertThat(there.resolve("reading.txt")).hasContent("The Mythical Man-Month");
            assertThat(((Report) snippet.run(here, there)).outcomes()).isEmpty();
        }
    }

    @Test
    void document(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("here.msapp"), SampleDocuments.twoConnections("aa11", "bb22"));
        try (Snippets snippet = Snippets.ofStatements(
                README.block("document"), "public static Object run(java.nio.file.Path file) {", "return issues; }")) {
            assertThat((List<?>) snippet.run(file)).hasSize(2).anySatisfy(issue -> assertThat(issue.toString())
                    .contains("Home / ExpenseGallery / Items"));
        }
        assertThat(CanvasDocument.open(folder.resolve("there.msapp")).bound().sharePointSites())
                .containsExactly("https://fabrikam.sharepoint.com/sites/people");
    }

    @Test
    void documents(@TempDir Path folder, @TempDir Path temp) throws IOException {
        Files.write(folder.resolve("here.msapp"), SampleDocuments.twoConnections("aa11", "bb22"));
        try (DemoWorld world = DemoWorld.builtIn();
                Snippets snippet = Snippets.ofStatements(README.block("documents"), """
                        public static Plan run(java.nio.file.Path folder, io.powermigrate.store.Workspace workspace,
                                io.powermigrate.endpoint.Endpoint target) {
                        """, "return plan; }")) {
            Plan plan = (Plan) snippet.run(folder, Workspace.at(temp), world.target());
            assertThat(plan.step(CanvasApp.TYPE.key("Expense report"))).isPresent();
            assertThat(plan.recreate())
                    .filteredOn(item -> item.key().type().equals("connection"))
                    .hasSize(2);
        }
    }

    @Test
    void contract() {
        try (Snippets snippet = Snippets.ofTypes(
                README.block("migrator"), README.block("contract").text())) {
            Run run = Run.of(snippet.type("TextFilesTest"));
            assertThat(run.failed()).isEmpty();
            assertThat(run.passed())
                    .contains(
                            "a_migrated_resource_has_no_differences_and_a_second_plan_is_empty",
                            "a_change_of_the_source_is_brought_into_the_same_resource",
                            "a_refused_write_is_reported_and_can_be_repeated",
                            "the_source_sees_nothing_above_export",
                            "adapt_is_pure");
            assertThat(run.skipped().values()).allMatch(why -> why.contains("not tested: "));
        }
    }

    @Test
    void commands_and_links_name_what_there_is() {
        List<String> commands = README.blocks().stream()
                .filter(block -> block.language().equals("console"))
                .flatMap(block -> block.text().lines())
                .toList();
        assertThat(commands).isEqualTo(LiveJShellTest.COMMANDS);
        for (String script : List.of("bin/demo", "bin/jshell")) {
            assertThat(Page.root().resolve(script)).isExecutable();
        }
        assertThat(Page.root().resolve("pom.xml")).exists();
        assertThat(links())
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Page.root().resolve(link)).exists());
    }

    private static Stream<String> links() {
        return java.util.regex.Pattern.compile("\\]\\(([^)#:]+)\\)")
                .matcher(README.text())
                .results()
                .map(link -> link.group(1));
    }

    /** What the README says that install needs, and a run between two folders. */
    private static final String FILES = """
            import io.powermigrate.Migration;
            import io.powermigrate.approval.Approval;
            import io.powermigrate.report.Report;
            import io.powermigrate.rule.Rule;
            import io.powermigrate.rule.RuleSet;
            import io.powermigrate.rule.RuleSets;
            import io.powermigrate.spi.MigrationPlugin;
            import io.powermigrate.spi.ResourceReader;
            import java.nio.file.Path;
            import java.time.Instant;
            import java.util.List;

            public class Main implements MigrationPlugin {
                public String name() { return "files"; }
                public List<ResourceReader<?>> readers() { return List.of(new TextFiles()); }
                public List<RuleSet> ruleSets() {
                    return List.of(RuleSet.of(RuleSets.CLASSIC_2016, Rule.withId("FILE-001").forEach(TextFile.TYPE).always()
                            .migrates().because("files travel").remedy("Nothing")));
                }
                public static Report run(Path here, Path there) {
                    Migration migration = Migration.from(Folder.open(here)).to(Folder.open(there)).install(new Main()).build();
                    return migration.execute(migration.plan().approve(Approval.by("ada@contoso.com", Instant.EPOCH)));
                }
            }
            """;
}
