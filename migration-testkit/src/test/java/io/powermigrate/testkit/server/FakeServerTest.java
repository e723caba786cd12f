package io.powermigrate.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.powermigrate.auth.KeyPairFiles;
import io.powermigrate.testkit.fake.FakeApplication;
import io.powermigrate.testkit.fake.FakeService;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeServerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void it_says_what_a_client_needs_and_then_that_it_is_ready() {
        try (FakeService fake = start("--http", "0", "--https", "off", "--user", "eve@contoso.com:own words")) {
            assertThat(printed())
                    .contains(
                            fake.address().toString(),
                            "contoso.onmicrosoft.com",
                            "ada@contoso.com, password analytical",
                            "secret difference-engine",
                            "eve@contoso.com, password as you chose it",
                            "Contoso Dev")
                    .doesNotContain("own words", "https ")
                    .endsWith("ready" + System.lineSeparator());
        }
    }

    @Test
    void an_application_may_have_secrets_and_certificates_out_of_files_and_none_replaces_another(@TempDir Path folder)
            throws Exception {
        KeyPairFiles files = KeyPairFiles.in(folder);
        String[] options = "--http 0 --https off --application app-1:one --certificate app-1:%s --application app-1:two"
                .replace("%s", files.pem().toString())
                .split(" ");

        assertThat(ServerOptions.of(options).certificates()).isEqualTo(Map.of("app-1", List.of(files.certificate())));
        try (FakeService fake = start(options)) {
            assertThat(fake.tenant("contoso.onmicrosoft.com").applications())
                    .extracting(FakeApplication::clientId, FakeApplication::proofs)
                    .containsExactly(tuple(SeededWorld.CLIENT, 1), tuple("app-1", 3));
            assertThat(printed())
                    .contains("app-1, the 3 secrets and certificates that you gave")
                    .doesNotContain("one,", "two,");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--http 0 --http 1",
                "--https off --https 0",
                "--page-size 1 --page-size 2",
                "--user eve@contoso.com:a --user EVE@contoso.com:b"
            })
    void an_option_that_is_given_twice_is_refused_where_it_would_replace_the_first(String line) {
        assertThatThrownBy(() -> ServerOptions.of(line.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice")
                .hasMessageContaining("Usage: bin/fake");
    }

    @Test
    void the_seeded_world_has_the_same_ids_each_time() {
        try (FakeService one = start("--http", "0", "--https", "off");
                FakeService two = start("--http", "0", "--https", "off")) {
            assertThat(names(one)).hasSizeGreaterThan(3).isEqualTo(names(two));
        }
    }

    @Test
    void the_curl_lines_of_the_readme_answer_what_stands_there() throws Exception {
        Assumptions.assumeTrue(has("bash") && has("curl"), "no bash or curl here");
        try (FakeService fake = start("--http", "0", "--https", "off")) {
            String script = Readme.read()
                    .block("snippet: curl")
                    .replace("127.0.0.1:8080", fake.address().getAuthority());
            Process process = new ProcessBuilder("bash", "-euc", script)
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).isEqualTo(Readme.read().block("answer: curl"));
        }
    }

    @Test
    void imports_may_show_later() {
        try (FakeService fake = start("--http", "0", "--https", "off", "--imports-visible-after", "20")) {
            assertThat(fake.dialects()).hasToString("{IMPORT_SHOWS=later, Running until then}");
        }
    }

    @Test
    void the_command_of_the_readme_starts_this_program() throws IOException {
        assertThat(Readme.root().resolve("bin/fake")).isExecutable().content().contains(FakeServer.class.getName());
    }

    @Test
    void a_signal_stops_it_and_nothing_stays(@TempDir Path temporary) throws Exception {
        Process process = program(temporary);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> said =
                    lines.lines().takeWhile(line -> !line.equals("ready")).toList();
            int port = port(said, "http ");
            try (Socket socket = new Socket("127.0.0.1", port)) {
                assertThat(socket.isConnected()).isTrue();
            }
            assertThat(files(temporary)).anyMatch(file -> file.endsWith(".pem"));

            process.destroy();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> new Socket("127.0.0.1", port)).isInstanceOf(ConnectException.class);
            assertThat(files(temporary)).noneMatch(file -> file.contains("fake-power-platform"));
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process program(Path temporary) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeServer.class.getName(),
                        "--http",
                        "0",
                        "--https",
                        "0")
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void a_port_that_is_taken_is_told_with_its_fix() {
        try (FakeService fake = start("--http", "0", "--https", "off")) {
            String taken = Integer.toString(fake.address().getPort());
            assertThatThrownBy(() -> start("--http", taken))
                    .hasMessageContaining("port " + taken)
                    .hasMessageEndingWith("Choose a free port, or 0 for any.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port 1",
                "--http",
                "--http x",
                "--https 70000",
                "--page-size 0",
                "--imports-visible-after soon",
                "--documents nowhere",
                "--certificate a:nowhere"
            })
    void a_wrong_option_is_told_with_the_right_ones(String line) {
        assertThatThrownBy(() -> start(line.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Usage: bin/fake");
    }

    @Test
    void a_secret_is_not_repeated_in_a_message() {
        assertThatThrownBy(() -> start("--user", ":hidden")).hasMessageNotContaining("hidden");
        assertThat(ServerOptions.of("--user", "eve@contoso.com:hidden").toString())
                .doesNotContain("hidden");
    }

    private FakeService start(String... args) {
        ServerOptions options = ServerOptions.of(args);
        FakeService fake = FakeService.start(CLOCK, options.dialects(), options.ports());
        FakeServer.fill(out, fake, options);
        return fake;
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static List<String> names(FakeService fake) {
        return fake.tenant("contoso.onmicrosoft.com").environments().stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each.name()), each.apps().stream().map(app -> app.id())))
                .toList();
    }

    private static boolean has(String command) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private static int port(List<String> said, String scheme) {
        return said.stream()
                .filter(line -> line.strip().startsWith(scheme))
                .map(line -> URI.create(line.strip().substring(scheme.length()).strip())
                        .getPort())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + scheme + " in " + said));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(Path::toString).toList();
        }
    }
}
