package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.wire.Dialect;
import org.junit.jupiter.api.Test;

class AppQuirksTest extends PackageTest {

    @Test
    void an_imported_app_is_not_ready_until_its_draft_got_its_references() {
        PackageWorld world = world();
        FakeApp app = imported(world);
        assertThat(world.ada.launched(app))
                .isEqualTo(PackagingQuirk.NO_REFERENCES.met() + " ConnectionReferenceMissing");
        write(world, draft(world, app));
        assertThat(publish(world, app).status()).isEqualTo(200);
        assertThat(world.ada.launched(app)).isEqualTo("Ready");
    }

    @Test
    void references_may_arrive_with_the_package() {
        PackageWorld world = world(Dialect.REFERENCES_AFTER_IMPORT, "kept");
        assertThat(world.ada.launched(imported(world))).isEqualTo("Ready");
    }

    @Test
    void what_patch_wrote_is_lost_with_the_next_publish() {
        PackageWorld world = world();
        FakeApp app = imported(world);
        ObjectNode body = draft(world, app);
        JsonNode references = body.at("/properties/connectionReferences");
        assertThat(patch(world, app, references).status()).isEqualTo(200);
        assertThat(world.ada.launched(app)).isEqualTo("Ready");
        ((ObjectNode) body.get("properties")).putObject("connectionReferences");
        write(world, body);
        publish(world, app);
        assertThat(world.ada.launched(app))
                .as(PackagingQuirk.PATCH_PUBLISHED.met())
                .startsWith("Failed");
    }

    @Test
    void an_app_that_somebody_edits_is_leased_until_the_tab_is_closed() {
        PackageWorld world = world();
        FakeApp app = world.app("Orders").openInStudio(world.bob, 1);
        assertThat(world.ada.app("POST", "/" + app.id() + "/acquireLease", "").met())
                .isEqualTo(PackagingQuirk.LEASE_ACTIVE.met());
        app.openInStudio(world.within.ada, 1);
        assertThat(world.ada.app("POST", "/" + app.id() + "/acquireLease", "").met())
                .isEqualTo(PackagingQuirk.LEASE_SAME_USER.met());
        assertThat(world.ada.app("POST", "/" + app.id() + "/acquireLease", "").status())
                .isEqualTo(200);
    }

    @Test
    void a_draft_needs_a_lease_or_not() {
        PackageWorld strict = world();
        FakeApp app = imported(strict);
        assertThat(strict.ada
                        .app("PUT", "/" + app.id(), draft(strict, app).toString())
                        .status())
                .isEqualTo(409);
        PackageWorld lax = world(Dialect.DRAFT_PUT_WITHOUT_LEASE, "accepted");
        FakeApp other = imported(lax);
        assertThat(lax.ada
                        .app("PUT", "/" + other.id() + "/", draft(lax, other).toString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_version_of_three_parts_breaks_the_runtime_package() {
        PackageWorld world = world();
        FakeApp app = imported(world);
        ObjectNode body = draft(world, app);
        ((ObjectNode) body.at("/properties/minClientVersion")).remove("revision");
        assertThat(write(world, body)
                        .body()
                        .at("/properties/unpublishedAppDefinition/properties/minClientVersion/revision")
                        .asInt())
                .isEqualTo(-1);
        publish(world, app);
        assertThat(world.ada.launched(app)).isEqualTo(PackagingQuirk.FOUR_PARTS.met() + " AppPackageFailed");
    }

    @Test
    void some_characters_are_refused_in_a_name() {
        PackageWorld world = world();
        FakeApp app = imported(world);
        ObjectNode body = draft(world, app);
        ((ObjectNode) body.get("properties")).put("displayName", "Orders: all");
        assertThat(write(world, body).met()).isEqualTo(PackagingQuirk.NAME.met());
        ((ObjectNode) body.get("properties")).put("displayName", "Orders, all");
        assertThat(write(world, body).status()).isEqualTo(200);
    }

    @Test
    void publish_is_younger_than_the_oldest_version() {
        PackageWorld world = world();
        String publish = "/" + world.app("Orders").id() + "/publish?api-version=";
        assertThat(world.ada.app("POST", publish + "2016-11-01", "").met())
                .isEqualTo(PackagingQuirk.PUBLISH_VERSION.met());
        assertThat(world.ada.app("POST", publish + "2020-06-01", "").status()).isEqualTo(200);
    }

    @Test
    void a_patch_right_after_publish_meets_the_lease_once() {
        PackageWorld world = world(Dialect.PUBLISH_HOLDS_LEASE, "409 AppLeaseActive");
        FakeApp app = world.app("Orders");
        publish(world, app);
        assertThat(world.ada.app("PATCH", "/" + app.id(), "{}").met()).isEqualTo(PackagingQuirk.PUBLISH_HOLDS.met());
        assertThat(world.ada.app("PATCH", "/" + app.id(), "{}").status()).isEqualTo(200);
    }

    @Test
    void launch_takes_a_token_of_the_platform_only() {
        PackageWorld world = world();
        FakeApp app = world.app("Orders", "shared_sql");
        String address =
                world.fake.environmentHost(world.origin) + "/powerapps/apps/" + app.id() + "/launch?api-version=2";
        assertThat(world.ada.send("POST", address, "").met()).isEqualTo(PackagingQuirk.LAUNCH_TOKEN.met());
        assertThat(world.ada.launched(app)).isEqualTo("Ready");
    }

    @Test
    void a_connector_or_flow_that_is_not_there_shows_at_launch() {
        PackageWorld world = world();
        FakeApp elsewhere = world.within
                .contoso
                .environment("Without the flow")
                .app(SmallDocuments.named("Orders", "shared_sql", "shared_logicflows"));
        assertThat(world.ada.launched(elsewhere)).isEqualTo("Failed FlowNotFound");
        FakeApp app = world.app("Orders", "shared_sql", "shared_logicflows");
        assertThat(world.ada.launched(app)).isEqualTo("Ready");
        ObjectNode references =
                (ObjectNode) app.published().inside().properties().path("connectionReferences");
        references.forEach(each -> ((ObjectNode) each).put("id", ResourceIds.api("shared_gone")));
        patch(world, app, references);
        assertThat(world.ada.launched(app)).isEqualTo("Failed ApiResourceNotFound");
    }

    @Test
    void a_document_may_be_written_anew_on_import() {
        PackageWorld world = world(Dialect.REMADE_DOCUMENT, "serialised again");
        FakeApp app = world.app("Orders", "shared_sql");
        world.ada.install(world.destination, world.ada.export(app));
        String address = world.ada
                .app("GET", "/" + world.arrived().id(), "")
                .body()
                .at("/properties/appUris/documentUri/value")
                .asText();
        assertThat(world.ada.download(address))
                .isNotEqualTo(app.published().document())
                .isNotEmpty();
    }

    private static FakeApp imported(PackageWorld world) {
        world.ada.install(world.destination, world.ada.export(world.app("Orders", "shared_sql")));
        return world.arrived();
    }

    /** The full definition that Studio would send, with the references of the app in the source. */
    private static ObjectNode draft(PackageWorld world, FakeApp app) {
        JsonNode read = world.ada.app("GET", "/" + app.id(), "").body();
        ObjectNode body = Json.object();
        body.put("name", app.id()).put("appType", read.path("appType").asText());
        body.set("tags", read.path("tags"));
        ObjectNode properties = (ObjectNode) read.path("properties").deepCopy();
        properties.put("lifeCycleId", "Draft");
        properties.set(
                "connectionReferences",
                world.origin.apps().get(0).published().inside().properties().path("connectionReferences"));
        body.set("properties", properties);
        return body;
    }

    private static PackageClient.Reply write(PackageWorld world, ObjectNode body) {
        String app = "/" + body.path("name").asText();
        PackageClient.Reply lease = world.ada.app("POST", app + "/acquireLease?forceLeaseAcquisition=false", "");
        PackageClient.Reply written = world.ada.app("PUT", app, body.toString());
        world.ada.app("POST", app + "/releaseLease", lease.body().toString());
        return written;
    }

    private static PackageClient.Reply patch(PackageWorld world, FakeApp app, JsonNode references) {
        ObjectNode patch = Json.object();
        patch.putObject("properties").set("connectionReferences", references.deepCopy());
        return world.ada.app("PATCH", "/" + app.id(), patch.toString());
    }

    private static PackageClient.Reply publish(PackageWorld world, FakeApp app) {
        return world.ada.app("POST", "/" + app.id() + "/publish", "");
    }
}
