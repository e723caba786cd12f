package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.report.Report;
import io.powermigrate.testkit.demo.DemoWorld;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's plan is executed with two signed approvals, by files alone. */
class ReadmeApprovingTest {

    private static final Page README = Page.of("README.md");

    @Test
    void approve(@TempDir Path folder) throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("Ed25519");
        try (DemoWorld world = DemoWorld.builtIn();
                Snippets snippet = Snippets.ofStatements(
                        README.block("approve"),
                        "public static Report run(io.powermigrate.endpoint.Endpoint source, io.powermigrate.endpoint.Endpoint target,"
                                + " java.nio.file.Path folder, java.security.KeyPair keyOfGrace, java.security.KeyPair keyOfAlan) {",
                        "return report; }")) {
            Report report = (Report)
                    snippet.run(world.source(), world.target(), folder, keys.generateKeyPair(), keys.generateKeyPair());
            assertThat(report.approvals()).hasSize(2);
            assertThat(report.outcomes()).isNotEmpty();
        }
    }
}
