package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.house.Compiled;
import io.powermigrate.model.Document;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeService;
import io.powermigrate.testkit.fake.FakeTenant;
import io.powermigrate.testkit.msapp.SampleDocuments;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code bin/jshell --live} starts with opens two tenants by device code, and the scripts in {@code examples} run there. Nothing of
 * the fake is in reach but its address.
 */
@Tag("long")
class LiveJShellTest {

    private static final String PLAN =
            "POWERMIGRATE_CLIENT_ID=... POWERMIGRATE_SOURCE=\"contoso.onmicrosoft.com/Contoso Dev\""
                    + " POWERMIGRATE_TARGET=\"fabrikam.onmicrosoft.com/Fabrikam Prod\" bin/jshell --live examples/plan.jsh";

    /** The commands of the README; the last one opens two environments and runs a script. */
    static final List<String> COMMANDS =
            List.of("bin/demo", "mvn -B -ntp verify", "bin/jshell", "bin/jshell --live", PLAN);

    /** A person who opens the address that is shown and enters the code there. */
    private static final String PERSON = """
            prompt = shown -> {
                try {
                    URI.create(shown.address() + "?otc=" + shown.userCode() + "&login_hint=%s").toURL().openStream().close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
            """;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // started for each test
    private FakeService fake;

    @BeforeEach
    void two_tenants_of_which_one_is_empty() {
        fake = FakeService.start(Clock.systemUTC()).devicePollSeconds(1);
        FakeTenant contoso = fake.tenant("contoso.onmicrosoft.com");
        contoso.user("ada@contoso.com", "analytical");
        FakeEnvironment dev = contoso.environment("Contoso Dev").dataverse("contosodev");
        dev.organisation()
                .solution(SolutionBuilder.named("Orders")
                        .table(TableSpec.named("new_Order", "Order"))
                        .toZip());
        String office = dev.connection("shared_office365users", "=Office").name();
        dev.app(SampleDocuments.twoConnections(
                office, dev.connection("shared_sharepointonline", "SharePoint").name()));
        FakeTenant fabrikam = fake.tenant("fabrikam.onmicrosoft.com");
        fabrikam.user("grace@fabrikam.com", "compiler");
        fabrikam.environment("Fabrikam Prod").dataverse("fabrikamprod");
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void it_opens_two_tenants_and_runs_the_examples() throws IOException {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(Compiled.classPath());
            JShellTest.runs(shell, Page.of("bin/imports.jsh").text());
            JShellTest.runs(shell, Page.of("bin/live.jsh").text());
            JShellTest.runs(shell, """
                    cloud = FakeAddress.of(URI.create("%s")).cloud();
                    folder = Path.of("%s");
                    """.formatted(fake.address(), folder));
            List<String> lines =
                    Page.of("README.md").block("live").text().lines().toList();
            assertThat(lines).hasSize(5);
            JShellTest.runs(shell, lines.get(0));
            JShellTest.runs(shell, PERSON.formatted("ada@contoso.com") + lines.get(1));
            JShellTest.runs(shell, PERSON.formatted("grace@fabrikam.com") + lines.get(2));
            JShellTest.runs(shell, lines.get(3));
            JShellTest.runs(shell, lines.get(4));
            assertThat(folder.resolve("plan.html")).content().contains("Expense report");
            inventory(shell);
            ties(shell);
            plan_page_and_mapping(shell);
            JShellTest.runs(shell, "migration.close(); source.close(); target.close();");
        }
    }

    private void inventory(JShell shell) throws IOException {
        JShellTest.runs(shell, Page.of("examples/inventory.jsh").text());
        List<String> lines = Files.readAllLines(folder.resolve("inventory.csv"));
        assertThat(lines.get(0)).isEqualTo("type,name,id,supplied,needs");
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("\"canvas-app\",\"Expense report\",")
                        .contains("connection \"\"shared_sharepointonline / SharePoint\"\""))
                .anySatisfy(line ->
                        assertThat(line).startsWith("\"table\",\"new_order\"").contains(",\"\","))
                .anySatisfy(line ->
                        assertThat(line).startsWith("\"table\",\"account\"").contains(",\"supplied\","))
                .anySatisfy(line -> assertThat(line).startsWith("\"connection\",\"'=Office\""))
                .noneSatisfy(line -> assertThat(line).contains(",\"="));
    }

    private void ties(JShell shell) throws IOException {
        JShellTest.runs(shell, Page.of("examples/ties.jsh").text());
        assertThat(folder.resolve("ties.txt"))
                .content()
                .contains("canvas-app \"Expense report\": it keeps values of the source");
    }

    private void plan_page_and_mapping(JShell shell) throws IOException {
        JShellTest.runs(shell, Page.of("examples/plan.jsh").text());
        assertThat(folder.resolve("plan.html")).content().contains("<html", "Contoso Dev", "Fabrikam Prod");
        assertThat(Document.parse(Files.readString(folder.resolve("plan.json"))).members())
                .isNotEmpty();
        String mapping = Files.readString(folder.resolve("mapping.jsh"));
        assertThat(mapping).contains("// lines.add(Binding.of(\"connection\", ");
        JShellTest.runs(shell, mapping.replace("// lines.add", "lines.add"));
        List<String> values = JShellTest.runs(shell, "mapping.lines().size();");
        assertThat(Integer.parseInt(values.get(0))).isPositive();
    }

    @Test
    void the_command_of_the_readme_sets_what_the_startup_file_reads() {
        assertThat(PLAN.replaceAll("(?s)(POWERMIGRATE_\\w+)=|.", "$1 ").trim().split(" +"))
                .hasSize(3)
                .allSatisfy(name -> assertThat(Page.of("bin/live.jsh").text()).contains('"' + name + '"'));
    }

    @Test
    void without_the_id_of_an_application_it_says_what_to_give() {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(Compiled.classPath());
            JShellTest.runs(shell, Page.of("bin/imports.jsh").text());
            JShellTest.runs(shell, Page.of("bin/live.jsh").text());
            assertThat(shell.eval("connect(\"contoso.onmicrosoft.com\", \"Contoso Dev\");"))
                    .singleElement()
                    .satisfies(event -> assertThat(event.exception()).hasMessageContaining("clientId = "));
        }
    }
}
