package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import io.powermigrate.testkit.fake.internal.packages.PackageResource;
import io.powermigrate.testkit.fake.internal.packages.UploadedPackage;
import io.powermigrate.testkit.fake.wire.Dialect;
import org.junit.jupiter.api.Test;

class PairQuirksTest extends PackageTest {
    @Test
    void a_genuine_package_arrives_as_a_new_app() {
        PackageWorld world = world();
        JsonNode done = world.ada.install(world.destination, world.ada.export(world.app("Orders", "shared_sql")));
        assertThat(done.path("status").asText()).isEqualTo("Succeeded");
        assertThat(world.destination.apps()).singleElement().matches(a -> a.displayName()
                .equals("Orders"));
        String name = world.arrived().id();
        assertThat(done.path("resources").findValuesAsText("id")).contains(ResourceIds.app(name));
    }

    @Test
    void a_key_that_was_never_minted_is_refused_and_nothing_is_made() {
        PackageWorld world = world();
        byte[] genuine = world.ada.export(world.app("Orders"));
        String key = UploadedPackage.read(genuine).appKey().orElseThrow();
        byte[] forged = SmallDocuments.edited(genuine, "manifest.json", key, "11111111-2222-4333-8444-555555555555");
        assertThat(world.ada.install(world.destination, forged).path("status").asText())
                .isEqualTo(PackagingQuirk.PAIR.met());
        assertThat(world.destination.apps()).isEmpty();
    }

    @Test
    void a_folder_of_another_export_is_refused() {
        PackageWorld world = world();
        FakeApp app = world.app("Orders");
        byte[] one = world.ada.export(app);
        byte[] two = world.ada.export(app);
        byte[] mixed = SmallDocuments.moved(
                one,
                UploadedPackage.read(one).folder().orElseThrow(),
                UploadedPackage.read(two).folder().orElseThrow());
        assertThat(world.ada.install(world.destination, mixed).path("status").asText())
                .isEqualTo(PackagingQuirk.PAIR_EXACT.met());
        assertThat(world.ada.install(world.destination, one).path("status").asText())
                .isEqualTo("Succeeded");
    }

    @Test
    void a_pair_serves_other_apps_and_outlives_the_app_it_came_from() {
        PackageWorld world = world();
        FakeApp app = world.app("Orders");
        byte[] genuine = world.ada.export(app);
        assertThat(world.ada.app("DELETE", "/" + app.id(), "").status()).isEqualTo(200);
        byte[] other = SmallDocuments.carrying(genuine, SmallDocuments.named("Stock"));
        assertThat(world.ada.install(world.destination, other).path("status").asText())
                .isEqualTo("Succeeded");
    }

    @Test
    void a_foreign_pair_serves_only_its_own_package_where_the_service_insists() {
        PackageWorld world = world(Dialect.FOREIGN_PACKAGE_PAIR, "SAME_ENVIRONMENT");
        byte[] genuine = world.ada.export(world.app("Orders"));
        byte[] other = SmallDocuments.carrying(genuine, SmallDocuments.named("Stock"));
        assertThat(world.ada.install(world.destination, other).path("status").asText())
                .isEqualTo("500 InternalServerError");
        byte[] handBuilt = SmallDocuments.edited(
                genuine, "manifest.json", UploadedPackage.read(genuine).telemetry(), "own");
        assertThat(world.ada
                        .install(world.destination, handBuilt)
                        .path("status")
                        .asText())
                .isEqualTo("500 InternalServerError");
        assertThat(world.ada.install(world.destination, genuine).path("status").asText())
                .isEqualTo("Succeeded");
    }

    @Test
    void connections_added_to_an_exported_manifest_make_the_parameters_hang() {
        PackageWorld world = world(Dialect.EDITED_MANIFEST, "hangs");
        byte[] genuine = world.ada.export(world.app("Orders", "shared_sql"));
        byte[] edited = SmallDocuments.edited(
                genuine,
                "manifest.json",
                "\"resources\":{",
                "\"resources\":{\"added\":{\"type\":\"Microsoft.PowerApps/apis/connections\",\"dependsOn\":[]},");
        assertThat(world.ada
                        .parameters(world.destination, edited)
                        .path("status")
                        .asText())
                .isEqualTo(PackagingQuirk.ADDED_CONNECTION.met());
        assertThat(world.ada
                        .parameters(world.destination, genuine)
                        .path("status")
                        .asText())
                .isEqualTo("Succeeded");
    }

    @Test
    void a_dependency_that_is_not_there_is_refused() {
        PackageWorld world = world();
        byte[] genuine = world.ada.export(world.app("Orders"));
        byte[] edited =
                SmallDocuments.edited(genuine, "manifest.json", "\"dependsOn\":[]", "\"dependsOn\":[\"nowhere\"]");
        assertThat(world.ada.install(world.destination, edited).path("status").asText())
                .isEqualTo(PackagingQuirk.DANGLING_KEY.met());
        assertThat(world.ada.install(world.destination, genuine).path("status").asText())
                .isEqualTo("Succeeded");
    }

    @Test
    void an_app_in_a_solution_is_in_no_package() {
        PackageWorld world = world();
        assertThat(world.ada.listed(world.app("Orders").inSolution()).met()).isEqualTo(PackagingQuirk.SOLUTION.met());
        assertThat(world.ada.listed(world.app("Stock")).met()).isEqualTo("200");
    }

    @Test
    void only_owner_and_co_owner_export() {
        PackageWorld world = world();
        FakeApp app = world.app("Orders");
        PackageClient bob = world.client(world.bob);
        assertThat(bob.listed(app).met()).isEqualTo(PackagingQuirk.NOT_OWNER.met());
        assertThat(bob.listed(app.coOwner(world.bob)).met()).isEqualTo("200");
    }

    @Test
    void an_application_packs_nothing() {
        PackageWorld world = world();
        FakeTenant tenant = world.within.contoso;
        tenant.application("app-1", "secret").registeredAsAdmin();
        PackageClient application = new PackageClient(
                world.fake, scope -> new NaiveClient(world.fake).applicationToken(tenant, "app-1", "secret", scope));
        assertThat(application.listed(world.app("Orders")).met()).isEqualTo(PackagingQuirk.APP_TOKEN.met());
    }

    @Test
    void the_list_spells_keys_in_upper_case_base64() {
        PackageWorld world = world();
        FakeApp app = world.app("Orders", "shared_logicflows");
        PackageClient.Reply reply = world.ada.listed(app);
        ObjectNode resources = (ObjectNode) reply.body().path("resources");
        assertThat(resources.has(PackageResource.listKey(ResourceIds.app(app.id()))))
                .isTrue();
        assertThat(resources.findValuesAsText("type"))
                .containsExactlyInAnyOrder(
                        "Microsoft.PowerApps/apps",
                        "Microsoft.PowerApps/apis",
                        "Microsoft.PowerApps/apis",
                        "Microsoft.PowerApps/apis/connections",
                        "Microsoft.Flow/flows");
    }
}
