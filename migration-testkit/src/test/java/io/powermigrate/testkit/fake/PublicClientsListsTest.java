package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The points of wire/clients.md about lists and environments. */
class PublicClientsListsTest extends PublicClientTest {

    /** Each list that m365 reads, with what it has in this world. */
    private enum Listed {
        ENVIRONMENTS(BAP + "/environments?api-version=2020-10-01", Scopes.POWER_APPS, 2),
        ENVIRONMENTS_ADMIN(BAP + "/scopes/admin/environments?api-version=2020-10-01", Scopes.POWER_APPS, 2),
        ENVIRONMENTS_POWER_APPS(PA + "/environments?api-version=2017-08-01", Scopes.POWER_APPS, 2),
        ENVIRONMENTS_FLOW(FLOW + "/environments?api-version=2016-11-01", Scopes.ARM, 2),
        APPS(PA + "/apps?api-version=2017-08-01", Scopes.POWER_APPS, 2),
        APPS_ADMIN(PA + "/scopes/admin/environments/{env}/apps?api-version=2017-08-01", Scopes.POWER_APPS, 2),
        FLOWS(FLOW + "/environments/{env}/flows?api-version=2016-11-01&$filter=search('personal')", Scopes.ARM, 2),
        FLOWS_ADMIN(FLOW + "/scopes/admin/environments/{env}/v2/flows?api-version=2016-11-01", Scopes.ARM, 2),
        RUNS(FLOW + "/environments/{env}/flows/{flow}/runs?api-version=2016-11-01", Scopes.ARM, 2),
        CONNECTORS(
                PA + "/apis?api-version=2016-11-01&$filter=environment eq '{env}' and IsCustomApi eq 'True'",
                Scopes.POWER_APPS,
                2);

        private final String address;
        private final String scope;
        private final int items;

        Listed(String address, String scope, int items) {
            this.address = address;
            this.scope = scope;
            this.items = items;
        }
    }

    static Stream<Arguments> lists() {
        return Stream.of(PublicClient.Way.values()).flatMap(way -> Stream.of(Listed.values())
                .flatMap(list -> Stream.of(false, true).map(throttled -> Arguments.of(way, list, throttled))));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void points_11_and_13_to_15_lists_over_several_pages_throttled_and_not(
            PublicClient.Way way, Listed list, boolean throttled) {
        world.fake.pageSize(1);
        PublicClient client = new PublicClient(world.fake, way);
        String own = client.token(world.ada, list.scope);
        String arm = client.token(world.ada, Scopes.ARM);
        if (throttled) {
            world.fake.faults().times(2, request -> request.method().equals("GET"), Fault.throttledForSeconds(1));
        }
        List<JsonNode> items = new ArrayList<>();
        String next = filled(list.address);
        while (!next.isEmpty()) {
            // a token for each host: m365 derives it from the address (wire/power-platform.md, section 0.3)
            JsonNode page = whenTaken(client, next, isArm(next) ? arm : own);
            page.path("value").forEach(items::add);
            next = page.path("@odata.nextLink").asText(page.path("nextLink").asText(""));
        }
        assertThat(items)
                .hasSize(list.items)
                .noneMatch(item -> item.path("name").asText().isEmpty());
        assertThat(world.fake.requests().stream().filter(seen -> seen.status() == 429))
                .hasSize(throttled ? 2 : 0);
    }

    /** m365 asks again for as long as it is told to wait. */
    private static JsonNode whenTaken(PublicClient client, String address, String token) {
        PublicClient.Answered answer = client.m365("GET", address, token);
        while (answer.status() == 429) {
            assertThat(answer.header("retry-after")).isEqualTo("1");
            answer = client.m365("GET", address, token);
        }
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    @ParameterizedTest
    @EnumSource
    void point_14_one_environment_has_four_shapes_and_one_name(PublicClient.Way way) {
        PublicClient client = new PublicClient(world.fake, way);
        String power = client.token(world.ada, Scopes.POWER_APPS);
        String arm = client.token(world.ada, Scopes.ARM);
        String name = "/environments/" + world.dev.name();
        Map<String, String> ids = Map.of(
                BAP + name + "?api-version=2020-10-01", "/providers/Microsoft.BusinessAppPlatform" + name,
                BAP + "/scopes/admin" + name + "?api-version=2020-10-01",
                        "/providers/Microsoft.BusinessAppPlatform/scopes/admin" + name,
                PA + name + "?api-version=2016-11-01", "/providers/Microsoft.PowerApps" + name,
                FLOW + name + "?api-version=2016-11-01", "/providers/Microsoft.ProcessSimple" + name);

        ids.forEach((address, id) -> {
            JsonNode environment = client.m365("GET", address, address.contains("flow") ? arm : power)
                    .json();
            assertThat(environment.path("name").asText()).isEqualTo(world.dev.name());
            assertThat(environment.path("id").asText()).isEqualTo(id);
        });
    }

    @ParameterizedTest
    @EnumSource
    void point_12_dataverse_is_told_with_the_address_under_which_the_client_reaches_it(PublicClient.Way way) {
        PublicClient client = new PublicClient(world.fake, way);
        String token = client.token(world.ada, Scopes.POWER_APPS);
        String selected = BAP + "/environments/" + world.dev.name() + "?api-version=2020-10-01"
                + "&$select=properties.linkedEnvironmentMetadata.instanceApiUrl";

        String dataverse = client.m365("GET", selected, token)
                .json()
                .at("/properties/linkedEnvironmentMetadata/instanceApiUrl")
                .asText();
        assertThat(dataverse)
                .isEqualTo(
                        way == PublicClient.Way.HOST
                                ? "https://contosodev.api.crm4.dynamics.com"
                                : world.fake.address() + "/orgs/contosodev");
    }

    /** Each list of flows of a maker, with what of {@link #flowsOfSeveral} it holds (wire/power-platform.md, section 14). */
    private enum Filter {
        NONE("", "Own", "Own and shared"),
        PERSONAL("&$filter=search('personal')", "Own"),
        TEAM("&$filter=search('team')", "Own and shared", "Shared with bob"),
        TEAM_AND_SOLUTIONS(
                "&$filter=search('team')&include=includeSolutionCloudFlows",
                "Own and shared",
                "Shared with bob",
                "Shared with bob, of a solution");

        private final String query;
        private final List<String> flows;

        Filter(String query, String... flows) {
            this.query = query;
            this.flows = List.of(flows);
        }
    }

    private void flowsOfSeveral() {
        world.dev.flow("Own").owner(world.bob);
        world.dev.flow("Own and shared").owner(world.bob).coOwner(world.ada);
        world.dev.flow("Shared with bob").coOwner(world.bob);
        world.dev
                .flow("Shared with bob, of a solution")
                .coOwner(world.bob)
                .inSolution("11111111-0000-0000-0000-000000000001");
    }

    @ParameterizedTest
    @EnumSource
    void a_makers_list_of_flows_leaves_out_what_others_created_unless_it_is_asked_for_shared_ones(Filter filter) {
        flowsOfSeveral();
        PublicClient client = new PublicClient(world.fake, PublicClient.Way.HOST);
        String list = filled(FLOW + "/environments/{env}/flows?api-version=2016-11-01" + filter.query);

        JsonNode answer =
                client.m365("GET", list, client.token(world.bob, Scopes.ARM)).json();

        assertThat(answer.path("value").findValuesAsText("displayName")).isEqualTo(filter.flows);
    }

    @ParameterizedTest
    @EnumSource
    void an_administrators_list_of_flows_holds_all(PublicClient.Way way) {
        flowsOfSeveral();
        PublicClient client = new PublicClient(world.fake, way);
        String list = filled(FLOW + "/scopes/admin/environments/{env}/v2/flows?api-version=2016-11-01");

        assertThat(client.m365("GET", list, client.token(world.ada, Scopes.ARM))
                        .json()
                        .path("value"))
                .hasSize(6);
    }

    private static boolean isArm(String address) {
        return address.contains("management.azure.com") || address.contains("/arm/");
    }
}
