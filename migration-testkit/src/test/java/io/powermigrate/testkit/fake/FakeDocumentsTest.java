package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.powermigrate.testkit.fake.wire.Dialects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FakeDocumentsTest {
    private static final String KEY = "11111111-2222-3333-4444-555555555555";

    @Test
    void an_app_of_a_document_takes_its_name_and_references_from_it() throws IOException {
        String local = "{\\\"" + KEY + "\\\":{\\\"id\\\":\\\"" + KEY + "\\\",\\\"dataSources\\\":[\\\"Lists\\\"],"
                + "\\\"connectionRef\\\":{\\\"id\\\":\\\"/providers/microsoft.powerapps/apis/shared_sharepointonline\\\","
                + "\\\"displayName\\\":\\\"SharePoint\\\"}}}";
        byte[] msapp = zip(
                "Properties.json",
                "{\"Name\":\"x.msapp\",\"LocalConnectionReferences\":\"" + local + "\"}",
                "Resources\\PublishInfo.json",
                "\uFEFF{\"AppName\":\"Visit list\"}");
        try (FakeWorld world = new FakeWorld()) {
            FakeApp app = world.dev.app(msapp);

            assertThat(app.displayName()).isEqualTo("Visit list");
            assertThat(app.published().document()).isEqualTo(msapp);
            assertThat(app.publishedReferences()).singleElement().satisfies(reference -> {
                assertThat(reference.key()).isEqualTo(KEY);
                assertThat(reference.connectorName()).isEqualTo("shared_sharepointonline");
                assertThat(reference.dataSources()).containsExactly("Lists");
            });
        }
    }

    @Test
    void a_damaged_document_is_a_clear_mistake_of_the_test() throws IOException {
        byte[] whole = zip("Properties.json", "{\"Name\":\"" + "x".repeat(4000) + Math.PI + "\"}");
        byte[] half = new byte[40];
        System.arraycopy(whole, 0, half, 0, half.length);
        try (FakeWorld world = new FakeWorld()) {
            assertThatThrownBy(() -> world.dev.app(half)).hasMessageEndingWith("Pass a whole .msapp.");
        }
    }

    @Test
    void every_real_document_becomes_an_app() throws IOException {
        Path folder = Path.of(System.getProperty("powermigrate.shared", "../shared"), "fixtures", "msapp");
        Assumptions.assumeTrue(Files.isDirectory(folder), "the real documents are not here");
        try (FakeWorld world = new FakeWorld();
                Stream<Path> files = Files.list(folder)) {
            List<Path> documents = files.filter(file -> file.toString().endsWith(".msapp"))
                    .sorted()
                    .toList();
            for (Path file : documents) {
                FakeApp app = world.dev.app(Files.readAllBytes(file));
                assertThat(app.displayName()).as(file.toString()).isNotBlank();
                assertThat(app.publishedReferences())
                        .allSatisfy(each -> assertThat(each.connectorName()).startsWith("shared_"));
            }
            JsonNode list = world.client
                    .get("/powerapps/providers/Microsoft.PowerApps/apps", world.token(world.ada))
                    .json();
            assertThat(list.path("value")).hasSameSizeAs(documents);
        }
    }

    static List<Dialects> dialects() {
        return Dialects.each();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dialects")
    void reading_works_in_every_dialect(Dialects dialects) {
        try (FakeWorld world = new FakeWorld(dialects)) {
            FakeApp app = world.dev.app("Expenses");
            world.dev.connection("shared_sql", "SQL");
            String token = world.token(world.ada);
            String base = "/powerapps/providers/Microsoft.PowerApps";
            JsonNode read = world.client
                    .get(base + "/apps/" + app.id() + "?api-version=2017-05-01&$expand=unpublishedAppDefinition", token)
                    .json();

            assertThat(read.at("/properties/displayName").asText()).isEqualTo("Expenses");
            assertThat(read.at("/properties/connectionReferences").isEmpty()).isTrue();
            assertThat(world.client
                            .get(base + "/connections?$filter=environment eq '" + world.dev.name() + "'", token)
                            .json()
                            .path("value"))
                    .hasSize(1);
            assertThat(world.fake.unmatched()).isEmpty();
        }
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
