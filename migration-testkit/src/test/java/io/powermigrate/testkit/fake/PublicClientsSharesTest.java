package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what with apps, flows and the tenant, as public clients list and change it (wire/power-platform.md, sections 4 and 8.2). */
class PublicClientsSharesTest extends PublicClientTest {
    private static final String VERSION = "?api-version=2022-11-01";
    private static final String FLOW_VERSION = "?api-version=2016-11-01";

    private String ofMaker;
    private String ofAdmin;
    private String flowOfMaker;
    private String flowOfAdmin;

    @BeforeEach
    void addresses() {
        ofMaker = PA + "/apps/" + app.id();
        ofAdmin = filled(PA + "/scopes/admin/environments/{env}/apps/") + app.id();
        flowOfMaker = filled(FLOW + "/environments/{env}/flows/{flow}");
        flowOfAdmin = filled(FLOW + "/scopes/admin/environments/{env}/flows/{flow}");
    }

    private String share(String principal, String type, String role) {
        return "{\"put\":[{\"properties\":{\"principal\":{\"id\":\"" + principal + "\",\"type\":\"" + type
                + "\"},\"NotifyShareTargetOption\":\"DoNotNotify\",\"roleName\":\"" + role + "\"}}]}";
    }

    private static String unshare(String principal) {
        return "{\"delete\":[{\"id\":\"" + principal + "\"}]}";
    }

    private static JsonNode roles(PublicClient client, String address, String token) {
        return client.m365("GET", address, token).json().path("value");
    }

    @ParameterizedTest
    @EnumSource
    void an_app_is_shared_listed_and_taken_back(PublicClient.Way way) {
        PublicClient client = new PublicClient(world.fake, way);
        String token = client.token(world.ada, Scopes.POWER_APPS);
        String bob = world.bob.objectId();

        JsonNode put = client.m365(
                        "POST", ofMaker + "/modifyPermissions" + VERSION, token, share(bob, "User", "CanEdit"))
                .json();
        assertThat(put.at("/put/0/properties/resourceResponses/0/statusCode").asText())
                .isEqualTo("Created");
        assertThat(roles(client, ofMaker + "/permissions" + VERSION, client.token(world.bob, Scopes.POWER_APPS))
                        .findValuesAsText("roleName"))
                .containsExactly("Owner", "CanEdit");
        assertThat(roles(client, ofAdmin + "/permissions" + VERSION, token).findValuesAsText("email"))
                .containsExactly("ada@contoso.com", "bob@contoso.com");

        JsonNode taken = client.m365("POST", ofAdmin + "/modifyPermissions" + VERSION, token, unshare(bob))
                .json();
        assertThat(taken.toString()).isEqualTo("{\"put\":[]}");
        assertThat(client.m365("GET", ofMaker + VERSION, client.token(world.bob, Scopes.POWER_APPS))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void an_app_is_shared_with_everybody_to_view_only(PublicClient.Way way) {
        PublicClient client = new PublicClient(world.fake, way);
        String token = client.token(world.ada, Scopes.POWER_APPS);
        String modify = ofMaker + "/modifyPermissions" + VERSION;
        String tenant = world.contoso.id();

        assertThat(client.m365("POST", modify, token, share(tenant, "Tenant", "CanEdit"))
                        .status())
                .isEqualTo(400);
        assertThat(client.m365("POST", modify, token, share(tenant, "Tenant", "CanView"))
                        .status())
                .isEqualTo(200);
        String everybody = client.token(world.bob, Scopes.POWER_APPS);
        assertThat(client.m365("GET", ofMaker + VERSION, everybody).status()).isEqualTo(200);
        assertThat(client.m365("POST", modify, everybody, unshare("tenant-" + tenant))
                        .status())
                .isEqualTo(403);
        assertThat(client.m365("POST", modify, token, unshare("tenant-" + tenant))
                        .status())
                .isEqualTo(200);
        assertThat(client.m365("GET", ofMaker + VERSION, everybody).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void an_app_changes_its_owner_by_its_own_route_only(PublicClient.Way way) {
        PublicClient client = new PublicClient(world.fake, way);
        String token = client.token(world.ada, Scopes.POWER_APPS);
        String bob = world.bob.objectId();

        assertThat(client.m365("POST", ofMaker + "/modifyPermissions" + VERSION, token, share(bob, "User", "Owner"))
                        .status())
                .isEqualTo(400);
        JsonNode whole = client.m365(
                        "POST",
                        ofAdmin + "/modifyAppOwner" + VERSION,
                        token,
                        "{\"roleForOldAppOwner\":\"CanView\",\"newAppOwner\":\"" + bob + "\"}")
                .json();

        assertThat(whole.at("/properties/owner/id").asText()).isEqualTo(bob);
        assertThat(roles(client, ofAdmin + "/permissions" + VERSION, token).findValuesAsText("roleName"))
                .containsExactly("Owner", "CanView");
    }

    @ParameterizedTest
    @EnumSource
    void a_flow_is_shared_listed_and_taken_back(PublicClient.Way way) {
        PublicClient client = new PublicClient(world.fake, way);
        String token = client.token(world.ada, Scopes.ARM);
        String bob = world.bob.objectId();
        String mine = client.token(world.bob, Scopes.ARM);

        assertThat(client.m365("GET", flowOfMaker + "/permissions" + FLOW_VERSION, mine)
                        .status())
                .isEqualTo(403);
        assertThat(client.m365(
                                "POST",
                                flowOfMaker + "/modifyPermissions" + FLOW_VERSION,
                                token,
                                share(bob, "User", "CanEdit"))
                        .status())
                .isEqualTo(200);
        assertThat(roles(client, flowOfMaker + "/permissions" + FLOW_VERSION, mine)
                        .findValuesAsText("roleName"))
                .containsExactly("Owner", "CanEdit");
        assertThat(client.m365("POST", flowOfAdmin + "/modifyPermissions" + FLOW_VERSION, token, unshare(bob))
                        .status())
                .isEqualTo(200);
        assertThat(roles(client, flowOfAdmin + "/permissions" + FLOW_VERSION, token))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_flow_is_deleted_stays_with_administrators_and_comes_back(PublicClient.Way way) {
        PublicClient client = new PublicClient(world.fake, way);
        String token = client.token(world.ada, Scopes.ARM);
        String lists = filled(FLOW + "/environments/{env}/flows" + FLOW_VERSION);
        String deleted =
                filled(FLOW + "/scopes/admin/environments/{env}/v2/flows" + FLOW_VERSION + "&include=softDeletedFlows");

        assertThat(client.m365("DELETE", flowOfMaker + FLOW_VERSION, token).status())
                .isEqualTo(200);
        assertThat(client.m365("DELETE", flowOfMaker + FLOW_VERSION, token).status())
                .isEqualTo(204);
        assertThat(client.m365("GET", flowOfMaker + FLOW_VERSION, token).status())
                .isEqualTo(403);
        assertThat(client.m365("GET", lists, token).json().path("value")).hasSize(1);
        assertThat(client.m365("GET", deleted, token).json().path("value").findValuesAsText("state"))
                .containsExactlyInAnyOrder("Deleted", "Started");

        assertThat(client.send(
                                "POST",
                                flowOfAdmin + "/restore" + FLOW_VERSION,
                                java.util.List.of("authorization: Bearer " + token),
                                "")
                        .status())
                .isEqualTo(200);
        assertThat(client.m365("GET", lists, token).json().path("value")).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void settings_of_the_tenant_are_changed_one_by_one_and_read_back(PublicClient.Way way) {
        PublicClient client = new PublicClient(world.fake, way);
        String token = client.token(world.ada, Scopes.POWER_APPS);
        String update = BAP + "/scopes/admin/updateTenantSettings?api-version=2020-10-01";

        client.m365(
                "POST",
                update,
                token,
                "{\"walkMeOptOut\":true,\"powerPlatform\":{\"search\":{},\"powerApps\":{\"enableGuestsToMake\":true}}}");
        JsonNode read = client.m365("POST", BAP + "/listtenantsettings?api-version=2020-10-01", token, "{}")
                .json();

        assertThat(read.path("walkMeOptOut").asBoolean()).isTrue();
        assertThat(read.path("disableSupportTicketsVisibleByAllUsers").isBoolean())
                .isTrue();
        assertThat(read.at("/powerPlatform/powerApps/enableGuestsToMake").asBoolean())
                .isTrue();
        assertThat(read.at("/powerPlatform/governance/disableAdminDigest").isBoolean())
                .isTrue();
        assertThat(client.m365("POST", update, client.token(world.bob, Scopes.POWER_APPS), "{}")
                        .status())
                .isEqualTo(403);
    }
}
