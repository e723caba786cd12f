package io.powermigrate.testkit.fake.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class VariantsTest extends WorldTest {
    private static final String TABLES =
            "{\\\"default.cds\\\":{\\\"dataSources\\\":{\\\"Accounts\\\":{\\\"logicalName\\\":\\\"account\\\"}}}}";

    @Test
    void an_app_with_tables_is_refused_by_the_export_and_not_by_the_import() throws IOException {
        PackagingServer server = world(Variant.TABLES_REFUSED);
        byte[] tables = Documents.edited(
                Documents.named("Accounts"),
                "Properties.json",
                "\"LocalDatabaseReferences\":\"{}\"",
                "\"LocalDatabaseReferences\":\"" + TABLES + "\"");
        assertThat(listed(server, server.add(tables))).isEqualTo("200 DataverseDependencies");
        byte[] other = Documents.carrying(ada(server).export("origin", app(server, "Orders")), tables);
        assertThat(ada(server).install(other).path("status").asText()).isEqualTo("Succeeded");
        PackagingServer open = world();
        assertThat(listed(open, open.add(tables))).isEqualTo("200");
    }

    @Test
    void an_edited_manifest_is_refused_where_it_does_not_hang() throws IOException {
        PackagingServer server = world(Variant.EDITED_MANIFEST_REFUSED, Variant.RETRY_AFTER_DURATION);
        server.connections.put("added", PackagingServer.list("c"));
        byte[] edited = Documents.edited(
                ada(server).export("origin", app(server, "Orders")),
                "manifest.json",
                "\"resources\":{",
                "\"resources\":{\"added\":{\"type\":\"Microsoft.PowerApps/apis/connections\",\"dependsOn\":[]},");
        assertThat(ada(server).install(edited).path("status").asText()).isEqualTo("400 InvalidPackageDependencies");
    }

    @Test
    void publish_and_launch_answer_in_their_other_ways() throws IOException {
        PackagingServer server = world(
                Variant.PUBLISH_WITHOUT_BODY,
                Variant.PUBLISH_REFUSED_404,
                Variant.PUBLISH_FREES_LEASE,
                Variant.LAUNCH_AT_ONCE);
        String app = "/" + app(server, "Orders").name();
        assertThat(ada(server)
                        .app("POST", app + "/publish?api-version=2016-11-01", "")
                        .status())
                .isEqualTo(404);
        assertThat(ada(server).app("POST", app + "/publish", "").status()).isEqualTo(204);
        assertThat(ada(server).app("PATCH", app, "{}").status()).isEqualTo(200);
        assertThat(new NaiveClient(server, "ada", "https://api.powerplatform.com")
                        .send("POST", "/powerapps/apps" + app + "/launch?api-version=2", "")
                        .body()
                        .at("/listAppPackageOperationDetails/packageStatus")
                        .asText())
                .isEqualTo("Ready");
    }

    @Test
    void an_export_may_carry_an_identity_file_and_a_trusted_package_comes_from_outside() throws IOException {
        PackagingServer server = world(Variant.IDENTITY_FILE);
        byte[] genuine = ada(server).export("origin", app(server, "Orders"));
        assertThat(Documents.without(genuine, "-identity.json")).hasSizeLessThan(genuine.length);
        PackagingServer elsewhere = world();
        assertThat(ada(elsewhere).install(genuine).path("status").asText()).isEqualTo("500 InternalServerError");
        elsewhere.packaging.trust(genuine, "another tenant");
        assertThat(ada(elsewhere).install(genuine).path("status").asText()).isEqualTo("Succeeded");
    }

    private String listed(PackagingServer server, AppState app) {
        return ada(server)
                .bap("origin", "listPackageResources", "{\"baseResourceIds\":[\"" + Ids.app(app.name()) + "\"]}")
                .met();
    }
}
