package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.docs.Page.Block;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.model.Document;
import io.powermigrate.testkit.FakeAddress;
import io.powermigrate.testkit.server.FakeServer;
import io.powermigrate.time.Time;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example in one process after the other, against {@code bin/fake} in a third one. */
class ReadmeTwiceTest {

    private static final String CONVERTER = "Unit converter";
    private static final String APPS = "/powerapps/providers/Microsoft.PowerApps/apps";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // started for each test
    private Process server;

    @SuppressWarnings("NullAway.Init") // started for each test
    private FakeAddress fake;

    @BeforeEach
    void start() throws IOException {
        server = java(System.getProperty("java.class.path"), FakeServer.class, "--http", "0", "--https", "off");
        BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
        List<String> lines =
                said.lines().takeWhile(line -> !line.equals("ready")).toList();
        fake = lines.stream()
                .map(String::strip)
                .filter(line -> line.startsWith("http "))
                .map(line -> FakeAddress.of(
                        URI.create(line.substring("http ".length()).strip())))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void stop() {
        server.destroyForcibly();
    }

    @Test
    void the_second_process_has_nothing_to_do_also_after_the_apps_were_renamed() throws Exception {
        Path example = compiled(Page.of("README.md").block("migrate"));
        assertThat(run(example, Effect.WRITE)).containsExactly("did canvas-app " + CONVERTER);
        List<Document> arrived = there();
        assertThat(arrived).hasSize(1);

        assertThat(run(example, Effect.READ)).isEmpty();
        rename(arrived.get(0), "Converter of the test team");
        assertThat(run(example, Effect.READ)).isEmpty();
        assertThat(there()).hasSize(1).allMatch(app -> named(app, "Converter of the test team"));
    }

    @Test
    void three_processes_make_once_what_the_mapping_says_is_new() throws Exception {
        String id = apps("Contoso Dev").stream()
                .filter(app -> named(app, CONVERTER))
                .flatMap(app -> app.text("name").stream())
                .findFirst()
                .orElseThrow();
        Block block = Page.of("README.md").block("migrate");
        String asNew = "Mapping.of(io.powermigrate.model.Binding.asNew(\"canvas-app\", \"" + id + "\"), ";
        Path example =
                compiled(new Block(block.name(), block.language(), block.text().replace("Mapping.of(", asNew)));
        for (int i = 1; i <= 3; i++) {
            run(example, i == 1 ? Effect.WRITE : Effect.READ);
            assertThat(there()).as("after run %s", i).hasSize(1);
        }
    }

    private static Path compiled(Block example) {
        return Snippets.folderOfStatements(
                example,
                "public static Report run(io.powermigrate.endpoint.Endpoint source, io.powermigrate.endpoint.Endpoint target,"
                        + " java.nio.file.Path folder) {",
                "return report; }");
    }

    /** What a run in a new process has done. */
    private List<String> run(Path example, Effect ceiling) throws Exception {
        Process run = java(
                example + java.io.File.pathSeparator + System.getProperty("java.class.path"),
                ReadmeRun.class,
                fake.uri().toString(),
                folder.resolve("journal").toString(),
                ceiling.name());
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said.lines()).as(said).contains("ended");
        return said.lines().filter(line -> line.startsWith("did ")).toList();
    }

    private Process java(String classPath, Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                classPath,
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private List<Document> there() throws Exception {
        return apps("Contoso Test");
    }

    private List<Document> apps(String environment) throws Exception {
        List<Document> all =
                send("GET", APPS + "?api-version=2016-11-01", "").at("value").items();
        return all.stream()
                .filter(app -> app.text("properties", "environment", "name")
                        .filter(name -> name.equals(nameOf(environment)))
                        .isPresent())
                .toList();
    }

    private String nameOf(String environment) {
        try {
            return send("GET", "/powerapps/providers/Microsoft.PowerApps/environments?api-version=2016-11-01", "")
                    .at("value")
                    .items()
                    .stream()
                    .filter(each -> each.text("properties", "displayName")
                            .filter(environment::equals)
                            .isPresent())
                    .flatMap(each -> each.text("name").stream())
                    .findFirst()
                    .orElseThrow();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean named(Document app, String name) {
        return app.text("properties", "displayName").filter(name::equals).isPresent();
    }

    private void rename(Document app, String name) throws Exception {
        String id = app.text("name").orElseThrow();
        send(
                "PATCH",
                APPS + "/" + id + "?api-version=2017-05-01",
                "{\"properties\":{\"displayName\":\"" + name + "\"}}");
    }

    private Document send(String method, String path, String body) throws IOException, InterruptedException {
        String token = fake.user("ada@contoso.com", "analytical", Time.system().clock())
                .token(TokenRequest.of(
                        fake.cloud().authority(), "contoso.onmicrosoft.com", "https://service.powerapps.com/"))
                .value();
        HttpRequest request = HttpRequest.newBuilder(URI.create(fake.uri() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return Document.parse(answer.body());
    }
}
