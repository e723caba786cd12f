package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.testkit.fake.wire.Dialect;
import io.powermigrate.testkit.fake.wire.Dialects;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VariantsTest extends PackageTest {
    private static final String TABLES =
            "{\\\"default.cds\\\":{\\\"dataSources\\\":{\\\"Accounts\\\":{\\\"logicalName\\\":\\\"account\\\"}}}}";

    @Test
    void an_app_with_tables_is_refused_by_the_export_and_not_by_the_import() {
        PackageWorld world = world(Dialect.DATAVERSE_APP_IN_PACKAGE, "refused");
        byte[] tables = SmallDocuments.edited(
                SmallDocuments.named("Accounts"),
                "Properties.json",
                "\"LocalDatabaseReferences\":\"{}\"",
                "\"LocalDatabaseReferences\":\"" + TABLES + "\"");
        assertThat(world.ada.listed(world.origin.app(tables)).met()).isEqualTo("200 DataverseDependencies");
        byte[] other = SmallDocuments.carrying(world.ada.export(world.app("Orders")), tables);
        assertThat(world.ada.install(world.destination, other).path("status").asText())
                .isEqualTo("Succeeded");
        PackageWorld open = world();
        assertThat(open.ada.listed(open.origin.app(tables)).met()).isEqualTo("200");
    }

    @Test
    void an_edited_manifest_is_refused_where_it_does_not_hang() {
        PackageWorld world = world(Dialects.standard()
                .with(Dialect.EDITED_MANIFEST, "400 dangling keys")
                .with(Dialect.RETRY_AFTER, "ISO 8601 duration"));
        byte[] edited = SmallDocuments.edited(
                world.ada.export(world.app("Orders")),
                "manifest.json",
                "\"resources\":{",
                "\"resources\":{\"added\":{\"type\":\"Microsoft.PowerApps/apis/connections\",\"dependsOn\":[]},");
        assertThat(world.ada.install(world.destination, edited).path("status").asText())
                .isEqualTo("400 InvalidPackageDependencies");
    }

    @Test
    void publish_and_launch_answer_in_their_other_ways() {
        PackageWorld world = world(Dialects.standard()
                .with(Dialect.PUBLISH_STATUS, "204")
                .with(Dialect.PUBLISH_REFUSAL, "404")
                .with(Dialect.LAUNCH_FIRST_STATUS, "Ready"));
        FakeApp app = world.app("Orders");
        String path = "/" + app.id();
        assertThat(world.ada
                        .app("POST", path + "/publish?api-version=2016-11-01", "")
                        .status())
                .isEqualTo(404);
        assertThat(world.ada.app("POST", path + "/publish", "").status()).isEqualTo(204);
        assertThat(world.ada.app("PATCH", path, "{}").status()).isEqualTo(200);
        long before = world.fake.requests().size();
        assertThat(world.ada.launched(app)).isEqualTo("Ready");
        assertThat(world.fake.requests().size() - before).isEqualTo(1);
    }

    @Test
    void an_export_may_carry_an_identity_file_and_a_package_may_come_from_outside() {
        PackageWorld world = world(Dialect.EXPORTED_IDENTITY_FILE, "present");
        byte[] genuine = world.ada.export(world.app("Orders"));
        assertThat(SmallDocuments.without(genuine, "-identity.json")).hasSizeLessThan(genuine.length);
        PackageWorld elsewhere = world();
        assertThat(elsewhere
                        .ada
                        .install(elsewhere.destination, genuine)
                        .path("status")
                        .asText())
                .isEqualTo("500 InternalServerError");
        elsewhere.origin.exported(genuine);
        assertThat(elsewhere
                        .ada
                        .install(elsewhere.destination, genuine)
                        .path("status")
                        .asText())
                .isEqualTo("Succeeded");
    }

    @Test
    void what_is_no_package_of_an_app_was_never_exported() {
        FakeEnvironment origin = world().origin;
        assertThatThrownBy(() -> origin.exported("no zip".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("Pass a whole exported zip.");
    }
}
