package io.powermigrate.testkit.fake.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AppQuirksTest extends WorldTest {
    private static final String PLATFORM = "https://api.powerplatform.com";

    @Test
    void an_imported_app_is_not_ready_until_its_draft_got_its_references() throws IOException {
        PackagingServer server = world();
        String app = imported(server);
        assertThat(launched(server, app)).isEqualTo(PackagingQuirk.NO_REFERENCES.met());
        write(server, draft(server, app));
        assertThat(ada(server).app("POST", "/" + app + "/publish", "").status()).isEqualTo(200);
        assertThat(launched(server, app)).isEqualTo("Ready");
    }

    @Test
    void references_may_arrive_with_the_package() throws IOException {
        assertThat(launchedAfterImport(world(Variant.REFERENCES_KEPT))).isEqualTo("Ready");
    }

    @Test
    void what_patch_wrote_is_lost_with_the_next_publish() throws IOException {
        PackagingServer server = world();
        String app = imported(server);
        ObjectNode body = draft(server, app);
        ObjectNode patch = Json.object();
        patch.putObject("properties")
                .set(
                        "connectionReferences",
                        body.at("/properties/connectionReferences").deepCopy());
        assertThat(ada(server).app("PATCH", "/" + app, patch.toString()).status())
                .isEqualTo(200);
        assertThat(launched(server, app)).isEqualTo("Ready");
        ((ObjectNode) body.get("properties")).putObject("connectionReferences");
        write(server, body);
        ada(server).app("POST", "/" + app + "/publish", "");
        assertThat(launched(server, app))
                .as(PackagingQuirk.PATCH_PUBLISHED.met())
                .isEqualTo("Failed");
    }

    @Test
    void an_app_that_somebody_edits_is_leased_until_the_tab_is_closed() throws IOException {
        PackagingServer server = world();
        AppState app = app(server, "Orders");
        app.lease().openInStudio("bob", 1);
        assertThat(ada(server)
                        .app("POST", "/" + app.name() + "/acquireLease", "")
                        .met())
                .isEqualTo(PackagingQuirk.LEASE_ACTIVE.met());
        app.lease().openInStudio("ada", 1);
        assertThat(ada(server)
                        .app("POST", "/" + app.name() + "/acquireLease", "")
                        .met())
                .isEqualTo(PackagingQuirk.LEASE_SAME_USER.met());
        assertThat(ada(server)
                        .app("POST", "/" + app.name() + "/acquireLease", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_draft_needs_a_lease_or_not() throws IOException {
        PackagingServer strict = world();
        String app = imported(strict);
        ObjectNode body = draft(strict, app);
        assertThat(ada(strict).app("PUT", "/" + app, body.toString()).status()).isEqualTo(409);
        PackagingServer lax = world(Variant.DRAFT_WITHOUT_LEASE);
        String other = imported(lax);
        assertThat(ada(lax).app("PUT", "/" + other + "/", draft(lax, other).toString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_version_of_three_parts_breaks_the_runtime_package() throws IOException {
        PackagingServer server = world();
        String app = imported(server);
        ObjectNode body = draft(server, app);
        ((ObjectNode) body.at("/properties/minClientVersion")).remove("revision");
        assertThat(write(server, body)
                        .body()
                        .at("/properties/unpublishedAppDefinition/properties/minClientVersion/revision")
                        .asInt())
                .isEqualTo(-1);
        ada(server).app("POST", "/" + app + "/publish", "");
        assertThat(launched(server, app)).isEqualTo(PackagingQuirk.FOUR_PARTS.met());
    }

    @Test
    void some_characters_are_refused_in_a_name() throws IOException {
        PackagingServer server = world();
        String app = imported(server);
        ObjectNode body = draft(server, app);
        ((ObjectNode) body.get("properties")).put("displayName", "Orders: all");
        assertThat(write(server, body).met()).isEqualTo(PackagingQuirk.NAME.met());
        ((ObjectNode) body.get("properties")).put("displayName", "Orders, all");
        assertThat(write(server, body).status()).isEqualTo(200);
    }

    @Test
    void publish_is_younger_than_the_oldest_version() throws IOException {
        PackagingServer server = world();
        AppState app = app(server, "Orders");
        assertThat(ada(server)
                        .app("POST", "/" + app.name() + "/publish?api-version=2016-11-01", "")
                        .met())
                .isEqualTo(PackagingQuirk.PUBLISH_VERSION.met());
        assertThat(ada(server)
                        .app("POST", "/" + app.name() + "/publish?api-version=2020-06-01", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_patch_right_after_publish_meets_the_lease_once() throws IOException {
        PackagingServer server = world();
        AppState app = app(server, "Orders");
        ada(server).app("POST", "/" + app.name() + "/publish", "");
        assertThat(ada(server).app("PATCH", "/" + app.name(), "{}").met())
                .isEqualTo(PackagingQuirk.PUBLISH_HOLDS.met());
        assertThat(ada(server).app("PATCH", "/" + app.name(), "{}").status()).isEqualTo(200);
    }

    @Test
    void launch_takes_a_token_of_the_platform_only() throws IOException {
        PackagingServer server = world();
        AppState app = app(server, "Orders", "shared_sql");
        String address = "/powerapps/apps/" + app.name() + "/launch?api-version=2";
        assertThat(ada(server).send("POST", address, "").met()).isEqualTo(PackagingQuirk.LAUNCH_TOKEN.met());
        assertThat(launched(server, app.name())).isEqualTo("Ready");
    }

    @Test
    void a_connector_or_flow_that_is_not_there_shows_at_launch() throws IOException {
        PackagingServer server = world();
        AppState app = app(server, "Orders", "shared_sql", "shared_logicflows");
        server.flows.clear();
        assertThat(launched(server, app.name())).isEqualTo("Failed");
        server.flows.put(Documents.FLOW, Json.object());
        assertThat(launched(server, app.name())).isEqualTo("Ready");
        server.connectors.remove("shared_sql");
        assertThat(launched(server, app.name())).isEqualTo("Failed");
    }

    @Test
    void a_document_may_be_written_anew_on_import() throws IOException {
        PackagingServer server = world(Variant.DOCUMENT_RESERIALISED);
        AppState app = app(server, "Orders", "shared_sql");
        NaiveClient ada = ada(server);
        ada.install(ada.export("origin", app));
        String address = ada.app("GET", "/" + server.destination.apps().get(0).name(), "")
                .body()
                .at("/properties/appUris/documentUri/value")
                .asText();
        assertThat(ada.download(address))
                .isNotEqualTo(app.published().document())
                .isNotEmpty();
    }

    private String launchedAfterImport(PackagingServer server) throws IOException {
        return launched(server, imported(server));
    }

    private String imported(PackagingServer server) throws IOException {
        NaiveClient ada = ada(server);
        ada.install(ada.export("origin", app(server, "Orders", "shared_sql")));
        return server.destination.apps().get(0).name();
    }

    /** The full definition that Studio would send, with the references of the app in the origin. */
    private ObjectNode draft(PackagingServer server, String app) {
        JsonNode read = ada(server).app("GET", "/" + app, "").body();
        ObjectNode body = Json.object();
        body.put("name", app).put("appType", read.path("appType").asText());
        body.set("tags", read.path("tags"));
        ObjectNode properties = (ObjectNode) read.path("properties").deepCopy();
        properties.put("lifeCycleId", "Draft");
        properties.set(
                "connectionReferences",
                server.origin.apps().get(0).published().properties().path("connectionReferences"));
        body.set("properties", properties);
        return body;
    }

    private NaiveClient.Reply write(PackagingServer server, ObjectNode body) {
        NaiveClient ada = ada(server);
        String app = "/" + body.path("name").asText();
        NaiveClient.Reply lease = ada.app("POST", app + "/acquireLease?forceLeaseAcquisition=false", "");
        NaiveClient.Reply written = ada.app("PUT", app, body.toString());
        ada.app("POST", app + "/releaseLease", lease.body().toString());
        return written;
    }

    private static String launched(PackagingServer server, String app) {
        NaiveClient player = new NaiveClient(server, "ada", PLATFORM);
        for (int i = 0; i < 5; i++) {
            JsonNode details = player.send("POST", "/powerapps/apps/" + app + "/launch?api-version=2", "")
                    .body()
                    .path("listAppPackageOperationDetails");
            if (!details.path("packageStatus").asText().equals("InProgress")) {
                return details.path("packageStatus").asText();
            }
        }
        return "hangs";
    }
}
