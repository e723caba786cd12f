package io.powermigrate.testkit.fake.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.blobs.BlobAddress;
import io.powermigrate.testkit.fake.internal.document.AppDocument;
import io.powermigrate.testkit.fake.internal.document.Archive;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.packages.PackageResource;
import io.powermigrate.testkit.fake.internal.packages.Pairs;
import io.powermigrate.testkit.fake.internal.packages.UploadedPackage;
import io.powermigrate.testkit.fake.internal.world.AppVersion;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealPackagesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:06Z");
    private static final Path FOLDER = Path.of(System.getProperty("powermigrate.shared", "absent"), "fixtures");

    @BeforeEach
    void only_where_the_recordings_are() {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no recordings here");
    }

    @Test
    void every_real_app_package_is_read() throws IOException {
        for (String name : List.of(
                "power-platform/package.covid.zip",
                "packages/ComponentsDemoApp.zip",
                "packages/SetNewAppOwner_20200110143727.zip",
                "packages/PowerAutomateApprovalCenter_20200410163826.zip",
                "packages/AppandFlowtoRe-CreateFlows_20200605.zip")) {
            UploadedPackage read = UploadedPackage.read(Files.readAllBytes(FOLDER.resolve(name)));
            assertThat(read.appKey()).as(name).isPresent();
            assertThat(read.folder()).as(name).isPresent();
            assertThat(read.dangling()).as(name).isEmpty();
            assertThat(AppDocument.read(read.document()).appName()).as(name).isNotEmpty();
            assertThat(read.telemetry()).as(name).isNotEmpty();
        }
    }

    @Test
    void a_real_flow_package_is_read_as_one_without_an_app() throws IOException {
        UploadedPackage read =
                UploadedPackage.read(Files.readAllBytes(FOLDER.resolve("power-platform/package.groupflow.zip")));
        assertThat(read.appKey()).isEmpty();
        assertThat(read.keysOf(PackageResource.Kind.FLOW)).hasSize(1);
        assertThat(read.flow(read.keysOf(PackageResource.Kind.FLOW).get(0))
                        .at("/properties/displayName")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void a_written_package_has_the_members_and_the_layout_of_a_real_one() throws IOException {
        byte[] zip = Files.readAllBytes(FOLDER.resolve("power-platform/package.covid.zip"));
        UploadedPackage real = UploadedPackage.read(zip);
        byte[] written = rewritten(real);
        assertThat(shape(written)).isEqualTo(shape(zip));
        UploadedPackage again = UploadedPackage.read(written);
        assertThat(again.document()).isEqualTo(real.document());
        Set<String> expected = pointers(real.definition());
        expected.removeIf(p -> p.startsWith("/properties/executionRestrictions"));
        assertThat(pointers(again.definition())).isEqualTo(expected);
        assertThat(members(again.resources())).isEqualTo(members(real.resources()));
    }

    /** The real app, packed by the fake. */
    private static byte[] rewritten(UploadedPackage real) {
        ObjectNode properties = Json.copy(real.definition().path("properties"));
        properties.path("connectionReferences").forEach(r -> {
            String id = real.resources().path(r.path("id").asText()).path("id").asText();
            ((ObjectNode) r).put("id", id);
        });
        List<PackageResource> resources = List.of(
                new PackageResource(
                        ResourceIds.app("a"),
                        PackageResource.Kind.APP,
                        "Covid",
                        "",
                        false,
                        true,
                        "New",
                        List.of(ResourceIds.api("shared_sharepointonline"), ResourceIds.api("shared_office365users"))),
                api("shared_sharepointonline"),
                api("shared_office365users"));
        World world = new World(Clock.fixed(NOW, ZoneOffset.UTC), 1, Dialects.standard());
        BlobAddress document = new BlobAddress("any", "document.msapp");
        world.blobs().put(document, real.document());
        AppVersion app = new AppVersion(world, Json.copy(real.definition().path("tags")), properties, document);
        return new PackageWriter(NOW, new Pairs().mint("env", ""), resources)
                .app(app, "ClassicCanvasApp")
                .write(real.details());
    }

    private static PackageResource api(String name) {
        return new PackageResource(
                ResourceIds.api(name),
                PackageResource.Kind.API,
                name,
                "https://i",
                false,
                false,
                "Existing",
                List.of());
    }

    private static Set<String> shape(byte[] zip) throws IOException {
        Set<String> names = new TreeSet<>();
        List<Archive.Entry> entries = Archive.read(zip).entries();
        entries.forEach(
                e -> names.add(e.name().replaceAll("N[0-9a-f-]{36}", "N#").replaceAll("\\d{10,}", "#")));
        assertThat(entries.get(entries.size() - 1).name()).isEqualTo("manifest.json");
        assertThat(zip[6] | zip[7]).as("flags").isZero();
        return names;
    }

    private static Set<String> members(ObjectNode resources) {
        Set<String> members = new TreeSet<>();
        resources.forEach(
                r -> pointers(r).forEach(p -> members.add(r.path("type").asText() + p)));
        return members;
    }

    private static Set<String> pointers(JsonNode node) {
        Set<String> found = new TreeSet<>();
        collect(node, "", found);
        return found;
    }

    private static void collect(JsonNode node, String path, Set<String> found) {
        for (Map.Entry<String, JsonNode> entry :
                (node.isObject() ? node : JsonNodeFactory.instance.objectNode()).properties()) {
            found.add(path + "/" + entry.getKey());
            collect(entry.getValue(), path + "/" + entry.getKey(), found);
        }
    }
}
