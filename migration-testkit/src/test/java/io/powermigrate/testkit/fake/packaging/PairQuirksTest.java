package io.powermigrate.testkit.fake.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PairQuirksTest extends WorldTest {
    @Test
    void a_genuine_package_arrives_as_a_new_app() throws IOException {
        PackagingServer server = world();
        JsonNode done = ada(server).install(ada(server).export("origin", app(server, "Orders", "shared_sql")));
        assertThat(done.path("status").asText()).isEqualTo("Succeeded");
        assertThat(server.destination.apps()).singleElement().matches(a -> a.displayName()
                .equals("Orders"));
        String name = server.destination.apps().get(0).name();
        assertThat(done.path("resources").findValuesAsText("id")).contains(Ids.app(name));
    }

    @Test
    void a_key_that_was_never_minted_is_refused_and_nothing_is_made() throws IOException {
        PackagingServer server = world();
        byte[] genuine = ada(server).export("origin", app(server, "Orders"));
        String key = UploadedPackage.read(genuine).appKey().orElseThrow();
        byte[] forged = Documents.edited(genuine, "manifest.json", key, "11111111-2222-4333-8444-555555555555");
        assertThat(ada(server).install(forged).path("status").asText()).isEqualTo(PackagingQuirk.PAIR.met());
        assertThat(server.destination.apps()).isEmpty();
    }

    @Test
    void a_folder_of_another_export_is_refused() throws IOException {
        PackagingServer server = world();
        AppState app = app(server, "Orders");
        byte[] one = ada(server).export("origin", app);
        byte[] two = ada(server).export("origin", app);
        byte[] mixed = Documents.moved(
                one,
                UploadedPackage.read(one).folder().orElseThrow(),
                UploadedPackage.read(two).folder().orElseThrow());
        assertThat(ada(server).install(mixed).path("status").asText()).isEqualTo(PackagingQuirk.PAIR_EXACT.met());
        assertThat(ada(server).install(one).path("status").asText()).isEqualTo("Succeeded");
    }

    @Test
    void a_pair_serves_other_apps_and_outlives_the_app_it_came_from() throws IOException {
        PackagingServer server = world();
        AppState app = app(server, "Orders");
        byte[] genuine = ada(server).export("origin", app);
        assertThat(ada(server).app("DELETE", "/" + app.name(), "").status()).isEqualTo(200);
        byte[] other = Documents.carrying(genuine, Documents.named("Stock"));
        assertThat(ada(server).install(other).path("status").asText()).isEqualTo("Succeeded");
    }

    @Test
    void a_foreign_pair_serves_only_its_own_package_where_the_service_insists() throws IOException {
        PackagingServer server = world(Variant.SAME_ENVIRONMENT_PAIRS);
        byte[] genuine = ada(server).export("origin", app(server, "Orders"));
        byte[] other = Documents.carrying(genuine, Documents.named("Stock"));
        assertThat(ada(server).install(other).path("status").asText()).isEqualTo("500 InternalServerError");
        byte[] handBuilt = Documents.edited(
                genuine, "manifest.json", UploadedPackage.read(genuine).telemetry(), "own");
        assertThat(ada(server).install(handBuilt).path("status").asText()).isEqualTo("500 InternalServerError");
        assertThat(ada(server).install(genuine).path("status").asText()).isEqualTo("Succeeded");
    }

    @Test
    void connections_added_to_an_exported_manifest_make_the_parameters_hang() throws IOException {
        PackagingServer server = world();
        byte[] genuine = ada(server).export("origin", app(server, "Orders", "shared_sql"));
        byte[] edited = Documents.edited(
                genuine,
                "manifest.json",
                "\"resources\":{",
                "\"resources\":{\"added\":{\"type\":\"Microsoft.PowerApps/apis/connections\",\"dependsOn\":[]},");
        assertThat(ada(server).parameters(edited).path("status").asText())
                .isEqualTo(PackagingQuirk.ADDED_CONNECTION.met());
        assertThat(ada(server).parameters(genuine).path("status").asText()).isEqualTo("Succeeded");
    }

    @Test
    void a_dependency_that_is_not_there_is_refused() throws IOException {
        PackagingServer server = world();
        byte[] genuine = ada(server).export("origin", app(server, "Orders"));
        byte[] edited = Documents.edited(genuine, "manifest.json", "\"dependsOn\":[]", "\"dependsOn\":[\"nowhere\"]");
        assertThat(ada(server).install(edited).path("status").asText()).isEqualTo(PackagingQuirk.DANGLING_KEY.met());
        assertThat(ada(server).install(genuine).path("status").asText()).isEqualTo("Succeeded");
    }

    @Test
    void an_app_in_a_solution_is_in_no_package() throws IOException {
        PackagingServer server = world();
        assertThat(listed(server, ada(server), app(server, "Orders").inSolution()))
                .isEqualTo(PackagingQuirk.SOLUTION.met());
        assertThat(listed(server, ada(server), app(server, "Stock"))).isEqualTo("200");
    }

    @Test
    void only_owner_and_co_owner_export() throws IOException {
        PackagingServer server = world();
        MemoryEnvironment.MemoryApp app = app(server, "Orders");
        NaiveClient bob = new NaiveClient(server, "bob", BAP);
        assertThat(listed(server, bob, app)).isEqualTo(PackagingQuirk.NOT_OWNER.met());
        assertThat(listed(server, bob, app.share("bob"))).isEqualTo("200");
    }

    @Test
    void an_application_packs_nothing() throws IOException {
        PackagingServer server = world();
        AppState app = app(server, "Orders").share("app-1");
        assertThat(listed(server, new NaiveClient(server, "app-1", BAP), app))
                .isEqualTo(PackagingQuirk.APP_TOKEN.met());
    }

    @Test
    void the_list_spells_keys_in_upper_case_base64() throws IOException {
        PackagingServer server = world();
        AppState app = app(server, "Orders", "shared_logicflows");
        NaiveClient.Reply reply = ada(server)
                .bap("origin", "listPackageResources", "{\"baseResourceIds\":[\"" + Ids.app(app.name()) + "\"]}");
        ObjectNode resources = (ObjectNode) reply.body().path("resources");
        assertThat(resources.has(PackageResource.listKey(Ids.app(app.name())))).isTrue();
        assertThat(resources.findValuesAsText("type"))
                .containsExactlyInAnyOrder(
                        "Microsoft.PowerApps/apps",
                        "Microsoft.PowerApps/apis",
                        "Microsoft.PowerApps/apis",
                        "Microsoft.PowerApps/apis/connections",
                        "Microsoft.Flow/flows");
    }

    private static String listed(PackagingServer server, NaiveClient client, AppState app) {
        return client.bap("origin", "listPackageResources", "{\"baseResourceIds\":[\"" + Ids.app(app.name()) + "\"]}")
                .met();
    }
}
