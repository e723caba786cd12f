package io.powermigrate.testkit.fake.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ImportQuirksTest extends WorldTest {
    @Test
    void the_upload_link_is_not_the_staged_one() throws IOException {
        PackagingServer server = world();
        NaiveClient ada = ada(server);
        byte[] genuine = ada.export("origin", app(server, "Orders"));
        ObjectNode body = NaiveClient.chosen(ada.parameters(genuine), "New");
        ObjectNode naive = body.deepCopy();
        naive.putObject("packageLink").put("value", ada.upload(genuine));
        assertThat(ada.bap("destination", "importPackage", naive.toString()).met())
                .isEqualTo(PackagingQuirk.STAGED_LINK.met());
        assertThat(ada.bap("destination", "importPackage", body.toString()).status())
                .isEqualTo(202);
    }

    @Test
    void a_package_without_its_manifests_is_refused() throws IOException {
        PackagingServer server = world();
        NaiveClient ada = ada(server);
        byte[] genuine = ada.export("origin", app(server, "Orders", "shared_logicflows"));
        assertThat(ada.parameters(Documents.without(genuine, "manifest.json"))
                        .path("status")
                        .asText())
                .isEqualTo(PackagingQuirk.ROOT_MANIFEST.met());
        assertThat(ada.parameters(Documents.without(genuine, "flows/manifest.json"))
                        .path("status")
                        .asText())
                .isEqualTo(PackagingQuirk.FLOW_MANIFEST.met());
        assertThat(ada.parameters(genuine).path("status").asText()).isEqualTo("Succeeded");
    }

    @Test
    void every_user_resource_has_to_be_chosen() throws IOException {
        PackagingServer server = world();
        NaiveClient ada = ada(server);
        ObjectNode parameters = ada.parameters(ada.export("origin", app(server, "Orders", "shared_sql")));
        assertThat(ada.bap("destination", "importPackage", parameters.toString())
                        .met())
                .isEqualTo(PackagingQuirk.CHOICE.met());
        for (JsonNode resource : parameters.path("resources")) {
            if (resource.path("configurableBy").asText().equals("User")) {
                ((ObjectNode) resource).put("selectedCreationType", "New");
            }
        }
        assertThat(ada.bap("destination", "importPackage", parameters.toString())
                        .status())
                .isEqualTo(202);
    }

    @Test
    void existing_flows_and_connections_have_to_exist() throws IOException {
        PackagingServer server = world();
        NaiveClient ada = ada(server);
        byte[] genuine = ada.export("origin", app(server, "Orders", "shared_logicflows"));
        assertThat(error(ada, genuine, "no-flow", "c0")).isEqualTo(PackagingQuirk.EXISTING_FLOW.met());
        assertThat(error(ada, genuine, Documents.FLOW, "no-connection"))
                .isEqualTo(PackagingQuirk.EXISTING_CONNECTION.met());
        assertThat(error(ada, genuine, Documents.FLOW, "c0")).isEqualTo("Succeeded");
    }

    @Test
    void an_error_may_stand_on_top() throws IOException {
        PackagingServer server = world(Variant.ERRORS_ON_TOP);
        NaiveClient ada = ada(server);
        byte[] genuine = ada.export("origin", app(server, "Orders", "shared_logicflows"));
        ObjectNode body = bound(ada.parameters(genuine), "no-flow", "c0");
        JsonNode done = ada.await(ada.bap("destination", "importPackage", body.toString()));
        assertThat(done.at("/errors/0/code").asText()).isEqualTo("FlowNotFound");
    }

    @Test
    void a_new_flow_must_not_authenticate_by_itself() throws IOException {
        PackagingServer server = world();
        ((ObjectNode) Objects.requireNonNull(server.flows.get(Documents.FLOW)).path("definition"))
                .putObject("actions")
                .putObject("Call")
                .putObject("inputs")
                .putObject("authentication")
                .put("type", "Raw");
        NaiveClient ada = ada(server);
        byte[] genuine = ada.export("origin", app(server, "Orders", "shared_logicflows"));
        ObjectNode body = bound(ada.parameters(genuine), Documents.FLOW, "c0");
        body.path("resources").forEach(r -> {
            if (r.path("type").asText().equals("Microsoft.Flow/flows")) {
                ((ObjectNode) r).put("selectedCreationType", "New");
            }
        });
        JsonNode done = ada.await(ada.bap("destination", "importPackage", body.toString()));
        assertThat(done.path("resources").findValuesAsText("code"))
                .containsExactly(PackagingQuirk.FLOW_AUTHENTICATION.met());
    }

    @Test
    void an_update_lands_as_a_draft() throws IOException {
        PackagingServer server = world();
        NaiveClient ada = ada(server);
        ada.install(ada.export("origin", app(server, "Orders")));
        AppState there = server.destination.apps().get(0);
        byte[] newer = ada.export("origin", app(server, "Orders 2"));
        ObjectNode body = NaiveClient.chosen(ada.parameters(newer), "Update");
        body.path("resources").forEach(r -> ((ObjectNode) r).put("id", Ids.app(there.name())));
        assertThat(ada.await(ada.bap("destination", "importPackage", body.toString()))
                        .path("status")
                        .asText())
                .isEqualTo("Succeeded");
        assertThat(there.displayName())
                .as(PackagingQuirk.DRAFT_AFTER_UPDATE.met())
                .isEqualTo("Orders");
        assertThat(ada.app("GET", "/" + there.name() + "?$expand=unpublishedAppDefinition", "")
                        .body()
                        .at("/properties/unpublishedAppDefinition/properties/displayName")
                        .asText())
                .isEqualTo("Orders 2");
        ada.app("POST", "/" + there.name() + "/publish", "");
        assertThat(there.displayName()).isEqualTo("Orders 2");
        assertThat(server.destination.apps()).hasSize(1);
    }

    @Test
    void no_body_makes_an_app_directly() throws IOException {
        PackagingServer server = world();
        assertThat(ada(server).app("POST", "", "{}").met()).isEqualTo(PackagingQuirk.DIRECT_POST.met());
        assertThat(ada(server).app("PATCH", "", "{}").met()).isEqualTo(PackagingQuirk.DIRECT_PATCH.met());
    }

    @Test
    void validation_gives_back_what_it_was_given_unknown_members_too() throws IOException {
        PackagingServer server = world();
        NaiveClient ada = ada(server);
        ObjectNode body = NaiveClient.chosen(ada.parameters(ada.export("origin", app(server, "Orders"))), "New");
        body.put("unknown", "kept");
        NaiveClient.Reply valid = ada.bap("destination", "validateImportPackage", body.toString());
        assertThat(valid.body()).isEqualTo(body);
        JsonNode done =
                ada.await(ada.bap("destination", "importPackage", valid.body().toString()));
        assertThat(done.path("unknown").asText()).isEqualTo("kept");
    }

    private static String error(NaiveClient client, byte[] zip, String flow, String connection) {
        ObjectNode body = bound(client.parameters(zip), flow, connection);
        JsonNode done = client.await(client.bap("destination", "importPackage", body.toString()));
        return done.path("resources").findValuesAsText("code").stream()
                .findFirst()
                .orElse(done.path("status").asText());
    }

    private static ObjectNode bound(ObjectNode parameters, String flow, String connection) {
        NaiveClient.chosen(parameters, "New").path("resources").forEach(r -> {
            ObjectNode resource = (ObjectNode) r;
            switch (r.path("type").asText()) {
                case "Microsoft.Flow/flows" -> resource.put("id", Ids.flow(flow));
                case "Microsoft.PowerApps/apis/connections" ->
                    resource.put("id", Ids.api("shared_sql") + "/connections/" + connection);
                default -> resource.put("seen", true);
            }
        });
        return parameters;
    }
}
