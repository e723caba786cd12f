package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The points of wire/clients.md about exports, documents and single things; those about Dataverse wait for its routes. */
class PublicClientsDataTest extends PublicClientTest {
    private static final String FORM = "content-type: application/x-www-form-urlencoded";

    @ParameterizedTest
    @EnumSource
    void points_8_and_9_an_app_is_exported_through_a_location_and_read_without_a_token(PublicClient.Way way) {
        PublicClient client = new PublicClient(world.fake, way);
        String token = client.token(world.ada, Scopes.POWER_APPS);
        String id = "/providers/Microsoft.PowerApps/apps/" + app.id();
        PublicClient.Answered started = exported(client, token, id);

        assertThat(started.status()).isEqualTo(202);
        JsonNode polled = client.m365("GET", started.header("location"), token).json();
        assertThat(polled.at("/properties/status").asText()).isEqualTo("Running");
        polled = client.m365("GET", started.header("location"), token).json();
        assertThat(polled.at("/properties/status").asText()).isEqualTo("Succeeded");
        assertZip(client.anonymous(polled.at("/properties/packageLink/value").asText()));
    }

    @ParameterizedTest
    @EnumSource
    void point_8_a_flow_is_exported_with_the_answer_itself(PublicClient.Way way) {
        PublicClient client = new PublicClient(world.fake, way);
        String token = client.token(world.ada, Scopes.POWER_APPS);

        PublicClient.Answered exported = exported(client, token, "/providers/Microsoft.Flow/flows/" + flow.id());

        assertThat(exported.json().path("resources")).hasSize(3);
        assertThat(exported.status()).isEqualTo(200);
        assertZip(client.anonymous(exported.json().at("/packageLink/value").asText()));
    }

    @ParameterizedTest
    @EnumSource
    void point_9_the_original_document_of_a_connector_is_read_without_a_token(PublicClient.Way way) {
        PublicClient client = new PublicClient(world.fake, way);
        String token = client.token(world.ada, Scopes.POWER_APPS);
        FakeConnector orders = world.dev.customConnectors().get(0);
        String original = client.m365(
                        "GET",
                        filled(PA + "/apis/" + orders.name()
                                + "?api-version=2016-11-01&$filter=environment eq '{env}' and IsCustomApi eq 'True'"),
                        token)
                .json()
                .at("/properties/apiDefinitions/originalSwaggerUrl")
                .asText();

        assertThat(client.anonymous(original).json().path("host").asText()).isEqualTo("orders.contoso.com");
    }

    @ParameterizedTest
    @EnumSource
    void point_10_a_post_without_a_body_has_no_length_and_the_type_of_a_form(PublicClient.Way way) {
        PublicClient client = new PublicClient(world.fake, way);
        String power = client.token(world.ada, Scopes.POWER_APPS);
        String arm = client.token(world.ada, Scopes.ARM);
        String one = FLOW + "/environments/" + world.dev.name() + "/flows/" + flow.id();
        String run = one + "/runs/" + flow.runs().get(0).name();
        String version = "?api-version=2016-11-01";

        assertThat(bodiless(client, "POST", BAP + "/listtenantsettings?api-version=2020-10-01", power))
                .isEqualTo(200);
        assertThat(bodiless(client, "POST", one + "/stop" + version, arm)).isEqualTo(200);
        assertThat(flow.state()).isEqualTo("Stopped");
        assertThat(bodiless(client, "POST", one + "/start" + version, arm)).isEqualTo(200);
        assertThat(flow.state()).isEqualTo("Started");
        assertThat(bodiless(client, "POST", one + "/exportToARMTemplate" + version, arm))
                .isEqualTo(200);
        assertThat(bodiless(client, "POST", run + "/cancel" + version, arm)).isEqualTo(200);
        assertThat(flow.runs().get(0).status()).isEqualTo("Cancelled");
        assertThat(bodiless(client, "PUT", BAP + "/adminApplications/app-1?api-version=2020-06-01", power))
                .isEqualTo(200);
        assertThat(world.contoso.inside().adminApplications()).containsExactly("app-1");
    }

    @ParameterizedTest
    @EnumSource
    void apps_flows_and_runs_are_read_one_by_one(PublicClient.Way way) {
        PublicClient client = new PublicClient(world.fake, way);
        String power = client.token(world.ada, Scopes.POWER_APPS);
        String arm = client.token(world.ada, Scopes.ARM);
        String version = "?api-version=2016-11-01";
        String one = FLOW + "/environments/" + world.dev.name() + "/flows/" + flow.id();
        String run = one + "/runs/" + flow.runs().get(1).name();

        assertThat(read(client, PA + "/apps/" + app.id() + version, power, "/properties/displayName"))
                .isEqualTo("Expenses");
        assertThat(read(client, one + version, arm, "/properties/state")).isEqualTo("Started");
        assertThat(read(client, run + version, arm, "/properties/status")).isEqualTo("Succeeded");
    }

    @ParameterizedTest
    @EnumSource
    void what_a_run_and_its_actions_took_and_gave_is_read_behind_their_links_without_a_token(PublicClient.Way way) {
        PublicClient client = new PublicClient(world.fake, way);
        String run = FLOW + "/environments/" + world.dev.name() + "/flows/" + flow.id() + "/runs/"
                + flow.runs().get(1).name() + "?";
        String token = client.token(world.ada, Scopes.ARM);
        JsonNode plain =
                client.m365("GET", run + "api-version=2016-11-01", token).json();
        JsonNode expanded = client.m365("GET", run + "$expand=properties%2Factions&api-version=2016-11-01", token)
                .json();
        JsonNode action = expanded.at("/properties/actions").elements().next();

        assertThat(plain.path("properties").has("actions")).isFalse();
        for (JsonNode link : List.of(
                plain.at("/properties/trigger/outputsLink"),
                plain.at("/properties/trigger/inputsLink"),
                action.path("inputsLink"),
                action.path("outputsLink"))) {
            PublicClient.Answered content = client.anonymous(link.path("uri").asText());
            assertThat(content.status()).isEqualTo(200);
            assertThat(content.json().path("body").isObject()).isTrue();
            assertThat(content.body()).hasSize(link.path("contentSize").asInt());
            assertThat(client.anonymous(link.path("uri").asText().replace("sig=", "sig=0"))
                            .status())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource
    void gateways_are_read_where_power_bi_keeps_them(PublicClient.Way way) {
        PublicClient client = new PublicClient(world.fake, way);
        String token = client.token(world.ada, Scopes.POWER_BI);
        String gateways = "https://api.powerbi.com/v1.0/myorg/gateways";

        String first = read(client, gateways, token, "/value/0/id");

        assertThat(read(client, gateways + "/" + first, token, "/name")).isEqualTo("Head office");
    }

    private static String read(PublicClient client, String address, String token, String member) {
        return client.m365("GET", address, token).json().at(member).asText();
    }

    /** As both exports do it: the answer to the list is the body of the start. */
    private PublicClient.Answered exported(PublicClient client, String token, String id) {
        String base = BAP + "/environments/" + world.dev.name();
        JsonNode resources = client.m365(
                        "POST",
                        base + "/listPackageResources?api-version=2016-11-01",
                        token,
                        "{\"baseResourceIds\":[\"" + id + "\"]}")
                .json()
                .path("resources");
        return client.m365(
                "POST",
                base + "/exportPackage?api-version=2016-11-01",
                token,
                "{\"includedResourceIds\":[\"" + id + "\"],\"details\":{\"displayName\":\"Any\"},\"resources\":"
                        + resources + "}");
    }

    private static int bodiless(PublicClient client, String method, String address, String token) {
        return client.send(
                        method,
                        address,
                        List.of("accept: application/json", FORM, "authorization: Bearer " + token),
                        "")
                .status();
    }

    private static void assertZip(PublicClient.Answered answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith('P', 'K');
    }
}
