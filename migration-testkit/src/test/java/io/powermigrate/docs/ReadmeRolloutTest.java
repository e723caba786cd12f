package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.rollout.CustomerOutcome.State;
import io.powermigrate.rollout.RolloutReport;
import io.powermigrate.testkit.demo.DemoWorld;
import io.powermigrate.testkit.fake.FakeUser;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's rollout: both customers get the app, and a second run changes nothing. */
class ReadmeRolloutTest {

    private static final Page README = Page.of("README.md");

    @Test
    void rollout(@TempDir Path folder) {
        try (DemoWorld world = DemoWorld.builtIn();
                Snippets snippet = Snippets.ofStatements(
                        README.block("rollout"),
                        "public static RolloutReport run(io.powermigrate.endpoint.Endpoint source,"
                                + " java.util.function.Function<String, io.powermigrate.endpoint.Endpoint> connect,"
                                + " java.nio.file.Path folder) {",
                        "return report; }")) {
            FakeUser grace =
                    world.fake().tenant("fabrikam.onmicrosoft.com").users().get(0);
            Map.of("Anvil", "", "Bolt", "").keySet().forEach(name -> grace.tenant()
                    .environment(name));
            Function<String, Object> connect =
                    name -> world.fake().connect(grace.tenant().environment(name), grace);

            RolloutReport first = (RolloutReport) snippet.run(world.source(), connect, folder);
            assertThat(first.counts()).containsExactly(Map.entry(State.DONE, 2L));
            assertThat(grace.tenant().environment("Anvil").apps()).hasSize(1);
            assertThat(grace.tenant().environment("Bolt").apps()).hasSize(1);
            assertThat(folder.resolve("rollout.json")).exists();

            RolloutReport second = (RolloutReport) snippet.run(world.source(), connect, folder);
            assertThat(second.customers()).allMatch(each -> each.outcomes().isEmpty());
            assertThat(grace.tenant().environment("Bolt").apps()).hasSize(1);
        }
    }
}
