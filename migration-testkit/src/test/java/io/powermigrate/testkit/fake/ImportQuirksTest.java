package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import io.powermigrate.testkit.fake.wire.Dialect;
import org.junit.jupiter.api.Test;

class ImportQuirksTest extends PackageTest {
    @Test
    void the_upload_link_is_not_the_staged_one() {
        PackageWorld world = world();
        PackageClient ada = world.ada;
        byte[] genuine = ada.export(world.app("Orders"));
        ObjectNode body = PackageClient.chosen(ada.parameters(world.destination, genuine), "New");
        ObjectNode naive = body.deepCopy();
        naive.putObject("packageLink").put("value", ada.upload(world.destination, genuine));
        assertThat(ada.bap(world.destination, "importPackage", naive.toString()).met())
                .isEqualTo(PackagingQuirk.STAGED_LINK.met());
        assertThat(ada.bap(world.destination, "importPackage", body.toString()).status())
                .isEqualTo(202);
    }

    @Test
    void a_package_without_its_manifests_is_refused() {
        PackageWorld world = world();
        PackageClient ada = world.ada;
        byte[] genuine = ada.export(world.app("Orders", "shared_logicflows"));
        assertThat(ada.parameters(world.destination, SmallDocuments.without(genuine, "manifest.json"))
                        .path("status")
                        .asText())
                .isEqualTo(PackagingQuirk.ROOT_MANIFEST.met());
        assertThat(ada.parameters(world.destination, SmallDocuments.without(genuine, "flows/manifest.json"))
                        .path("status")
                        .asText())
                .isEqualTo(PackagingQuirk.FLOW_MANIFEST.met());
        assertThat(ada.parameters(world.destination, genuine).path("status").asText())
                .isEqualTo("Succeeded");
    }

    @Test
    void every_user_resource_has_to_be_chosen() {
        PackageWorld world = world();
        PackageClient ada = world.ada;
        ObjectNode parameters = ada.parameters(world.destination, ada.export(world.app("Orders", "shared_sql")));
        assertThat(ada.bap(world.destination, "importPackage", parameters.toString())
                        .met())
                .isEqualTo(PackagingQuirk.CHOICE.met());
        for (JsonNode resource : parameters.path("resources")) {
            if (resource.path("configurableBy").asText().equals("User")) {
                ((ObjectNode) resource).put("selectedCreationType", "New");
            }
        }
        assertThat(ada.bap(world.destination, "importPackage", parameters.toString())
                        .status())
                .isEqualTo(202);
    }

    @Test
    void existing_flows_and_connections_have_to_exist() {
        PackageWorld world = world();
        PackageClient ada = world.ada;
        byte[] genuine = ada.export(world.app("Orders", "shared_logicflows"));
        assertThat(error(world, genuine, "no-flow", world.connection())).isEqualTo(PackagingQuirk.EXISTING_FLOW.met());
        assertThat(error(world, genuine, SmallDocuments.FLOW, "no-connection"))
                .isEqualTo(PackagingQuirk.EXISTING_CONNECTION.met());
        assertThat(error(world, genuine, SmallDocuments.FLOW, world.connection()))
                .isEqualTo("Succeeded");
    }

    @Test
    void an_error_may_stand_on_top() {
        PackageWorld world = world(Dialect.REFUSED_IMPORT_ERROR, "errors");
        PackageClient ada = world.ada;
        byte[] genuine = ada.export(world.app("Orders", "shared_logicflows"));
        ObjectNode body = bound(ada.parameters(world.destination, genuine), "no-flow", world.connection());
        JsonNode done = ada.await(ada.bap(world.destination, "importPackage", body.toString()));
        assertThat(done.at("/errors/0/code").asText()).isEqualTo("FlowNotFound");
    }

    @Test
    void a_new_flow_must_not_authenticate_by_itself() {
        PackageWorld world = world();
        world.flow.definition("{\"actions\":{\"Call\":{\"inputs\":{\"authentication\":{\"type\":\"Raw\"}}}}}");
        PackageClient ada = world.ada;
        byte[] genuine = ada.export(world.app("Orders", "shared_logicflows"));
        ObjectNode body = bound(ada.parameters(world.destination, genuine), SmallDocuments.FLOW, world.connection());
        body.path("resources").forEach(r -> {
            if (r.path("type").asText().equals("Microsoft.Flow/flows")) {
                ((ObjectNode) r).put("selectedCreationType", "New");
            }
        });
        JsonNode done = ada.await(ada.bap(world.destination, "importPackage", body.toString()));
        assertThat(done.path("resources").findValuesAsText("code"))
                .containsExactly(PackagingQuirk.FLOW_AUTHENTICATION.met());
    }

    @Test
    void an_update_lands_as_a_draft() {
        PackageWorld world = world();
        PackageClient ada = world.ada;
        ada.install(world.destination, ada.export(world.app("Orders")));
        FakeApp there = world.arrived();
        byte[] newer = ada.export(world.app("Orders 2"));
        ObjectNode body = PackageClient.chosen(ada.parameters(world.destination, newer), "Update");
        body.path("resources").forEach(r -> ((ObjectNode) r).put("id", ResourceIds.app(there.id())));
        assertThat(ada.await(ada.bap(world.destination, "importPackage", body.toString()))
                        .path("status")
                        .asText())
                .isEqualTo("Succeeded");
        assertThat(there.displayName())
                .as(PackagingQuirk.DRAFT_AFTER_UPDATE.met())
                .isEqualTo("Orders");
        assertThat(ada.app("GET", "/" + there.id() + "?$expand=unpublishedAppDefinition", "")
                        .body()
                        .at("/properties/unpublishedAppDefinition/properties/displayName")
                        .asText())
                .isEqualTo("Orders 2");
        ada.app("POST", "/" + there.id() + "/publish", "");
        assertThat(there.displayName()).isEqualTo("Orders 2");
        assertThat(world.destination.apps()).hasSize(1);
    }

    @Test
    void no_body_makes_an_app_directly() {
        PackageWorld world = world();
        assertThat(world.ada.app("POST", "", "{}").met()).isEqualTo(PackagingQuirk.DIRECT_POST.met());
        assertThat(world.ada.app("PATCH", "", "{}").met()).isEqualTo(PackagingQuirk.DIRECT_PATCH.met());
    }

    @Test
    void validation_gives_back_what_it_was_given_unknown_members_too() {
        PackageWorld world = world();
        PackageClient ada = world.ada;
        ObjectNode body =
                PackageClient.chosen(ada.parameters(world.destination, ada.export(world.app("Orders"))), "New");
        body.put("unknown", "kept");
        PackageClient.Reply valid = ada.bap(world.destination, "validateImportPackage", body.toString());
        assertThat(valid.body()).isEqualTo(body);
        JsonNode done = ada.await(
                ada.bap(world.destination, "importPackage", valid.body().toString()));
        assertThat(done.path("unknown").asText()).isEqualTo("kept");
    }

    private static String error(PackageWorld world, byte[] zip, String flow, String connection) {
        ObjectNode body = bound(world.ada.parameters(world.destination, zip), flow, connection);
        JsonNode done = world.ada.await(world.ada.bap(world.destination, "importPackage", body.toString()));
        return done.path("resources").findValuesAsText("code").stream()
                .findFirst()
                .orElse(done.path("status").asText());
    }

    private static ObjectNode bound(ObjectNode parameters, String flow, String connection) {
        PackageClient.chosen(parameters, "New").path("resources").forEach(r -> {
            ObjectNode resource = (ObjectNode) r;
            switch (r.path("type").asText()) {
                case "Microsoft.Flow/flows" -> resource.put("id", ResourceIds.flow(flow));
                case "Microsoft.PowerApps/apis/connections" ->
                    resource.put("id", ResourceIds.api("shared_sql") + "/connections/" + connection);
                default -> resource.put("seen", true);
            }
        });
        return parameters;
    }
}
