package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.fake.wire.FakeReference;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeListsTest {
    private static final String POWER_APPS = "/powerapps/providers/Microsoft.PowerApps";
    private static final String FLOW = "/flow/providers/Microsoft.ProcessSimple";

    private final FakeWorld world = new FakeWorld();
    private final NaiveClient client = world.client;

    @AfterEach
    void stop() {
        assertThat(world.fake.unmatched()).isEmpty();
        world.close();
    }

    @Test
    void a_maker_sees_own_and_shared_apps_and_the_administrator_all() {
        world.dev.app("Of Ada");
        world.dev.app("Of Bob").owner(world.bob);
        world.dev.app("For all").sharedWith(world.bob);
        String admin = POWER_APPS + "/scopes/admin/environments/" + world.dev.name() + "/apps?api-version=2016-11-01";
        String maker = filtered(POWER_APPS + "/apps", "");
        String editable = filtered(POWER_APPS + "/apps", " and classification eq 'EditableApps'");

        assertThat(names(client.get(maker, world.token(world.bob)))).containsExactly("Of Bob", "For all");
        assertThat(names(client.get(editable, world.token(world.bob)))).containsExactly("Of Bob");
        assertThat(names(client.get(admin, world.token(world.ada)))).containsExactly("Of Ada", "Of Bob", "For all");
    }

    @Test
    void pages_are_linked_and_the_last_has_no_link() {
        for (int i = 0; i < 5; i++) {
            world.dev.app("App " + i);
        }
        world.fake.pageSize(2);

        List<JsonNode> pages = pages(filtered(POWER_APPS + "/apps", ""), world.token(world.ada));

        assertThat(pages).extracting(page -> page.path("value").size()).containsExactly(2, 2, 1);
        assertThat(pages.get(0).path("nextLink").asText()).startsWith(world.fake.address() + POWER_APPS + "/apps?");
        assertThat(pages.get(2).has("nextLink")).isFalse();
    }

    @Test
    void the_second_page_of_custom_connectors_is_on_another_host_and_needs_its_audience() {
        world.dev.customConnector("Orders API");
        world.dev.customConnector("Billing");
        world.fake.pageSize(1);
        String path = filtered(POWER_APPS + "/apis", " and IsCustomApi eq 'True'");
        JsonNode first = client.get(path, world.token(world.ada)).json();
        String next = first.path("nextLink").asText();

        assertThat(first.path("value").get(0).path("name").asText()).startsWith("shared_orders-20api-5f");
        assertThat(next).startsWith(world.fake.address() + "/arm/providers/Microsoft.PowerApps/apis?");
        assertThat(client.get(next, world.token(world.ada)).status()).isEqualTo(401);
        String arm = client.userToken(world.ada, FakeWorld.PASSWORD, NaiveClient.ARM);
        assertThat(names(client.get(next, arm))).containsExactly("Billing");
    }

    @Test
    void a_custom_connector_has_another_name_in_each_environment_and_its_document_in_a_blob() {
        FakeConnector here = world.dev.customConnector("Orders API").servedBy("orders.contoso.com");
        FakeConnector there = world.prod.customConnector("Orders API");
        JsonNode read = client.get(filtered(POWER_APPS + "/apis/" + here.name(), ""), world.token(world.ada))
                .json();
        String original = read.path("properties")
                .path("apiDefinitions")
                .path("originalSwaggerUrl")
                .asText();

        assertThat(here.name()).isNotEqualTo(there.name());
        assertThat(client.get(original).json().path("host").asText()).isEqualTo("orders.contoso.com");
        assertThat(read.path("properties").path("swagger").path("host").asText())
                .endsWith(".azure-apim.net");
    }

    @Test
    void standard_connectors_are_known_and_others_are_not_found() {
        JsonNode sql = client.get(filtered(POWER_APPS + "/apis/shared_sql", ""), world.token(world.ada))
                .json();

        assertThat(sql.path("properties").path("displayName").asText()).isEqualTo("SQL Server");
        assertThat(sql.path("properties").path("tier").asText()).isEqualTo("Premium");
        assertThat(client.get(filtered(POWER_APPS + "/apis/shared_none", ""), world.token(world.ada))
                        .errorCode())
                .isEqualTo("ApiResourceNotFound");
    }

    @Test
    void connections_are_told_on_both_hosts() {
        FakeGateway office = world.dev.gateway("Head office");
        FakeConnection sql = world.dev
                .connection("shared_sql", "SQL of HR")
                .parameter("server", "hr01")
                .through(office);
        world.dev.connection("shared_office365", "Broken").status("Error");
        String platform = client.userToken(world.ada, FakeWorld.PASSWORD, NaiveClient.PLATFORM);
        String host = world.fake.environmentHost(world.dev).toString();

        JsonNode old = client.get(filtered(POWER_APPS + "/connections", ""), world.token(world.ada))
                .json();
        NaiveClient.Reply own = client.get(host + "/connectivity/connections?api-version=1", platform);

        assertThat(own.json()).isEqualTo(old);
        assertThat(names(own)).containsExactly("SQL of HR", "Broken");
        JsonNode first = old.path("value").get(0).path("properties");
        assertThat(first.path("connectionParameters").path("gateway").path("id").asText())
                .isEqualTo(office.id());
        assertThat(old.path("value").get(0).path("name").asText()).isEqualTo(sql.name());
        assertThat(old.at("/value/1/properties/statuses/0/status").asText()).isEqualTo("Error");
        assertThat(client.get(host + "/connectivity/connections?api-version=1", world.token(world.ada))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void flows_are_listed_and_read_with_their_definition() {
        FakeConnection mail = world.dev.connection("shared_office365", "Mail");
        FakeFlow flow = world.dev.flow("Approve expense").calling(mail);
        String base = FLOW + "/environments/" + world.dev.name() + "/flows";

        assertThat(names(client.get(base + "?api-version=2016-11-01", world.token(world.ada))))
                .containsExactly("Approve expense");
        JsonNode whole =
                client.get(base + "/" + flow.id(), world.token(world.ada)).json();
        assertThat(whole.at("/properties/connectionReferences/shared_office365/connectionName")
                        .asText())
                .isEqualTo(mail.name());
        assertThat(client.post(base + "/" + flow.id() + "/listWadl", world.token(world.ada), "")
                        .status())
                .isEqualTo(200);
        NaiveClient.Reply foreign = client.get(base + "/" + flow.id(), world.token(world.bob));
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.errorCode()).isEqualTo("ConnectionAuthorizationFailed");
        String admin = FLOW + "/scopes/admin/environments/" + world.dev.name() + "/v2/flows";
        assertThat(names(client.get(admin, world.token(world.ada)))).containsExactly("Approve expense");
    }

    @Test
    void gateways_belong_to_the_tenant_and_the_region() {
        world.dev.gateway("Head office");
        String powerBi = client.userToken(world.ada, FakeWorld.PASSWORD, NaiveClient.POWER_BI);

        assertThat(client.get("/powerbi/v1.0/myorg/gateways", powerBi)
                        .json()
                        .at("/value/0/name")
                        .asText())
                .isEqualTo("Head office");
        assertThat(names(client.get(filtered(POWER_APPS + "/gateways", ""), world.token(world.ada))))
                .containsExactly("Head office");
    }

    @Test
    void the_draft_comes_only_with_a_new_version_and_the_question() {
        FakeApp app = world.dev.app("Expenses");
        String path = POWER_APPS + "/apps/" + app.id() + "?$expand=unpublishedAppDefinition&api-version=";

        assertThat(client.get(path + "2016-11-01", world.token(world.ada))
                        .json()
                        .at("/properties/unpublishedAppDefinition")
                        .isMissingNode())
                .isTrue();
        assertThat(client.get(path + "2017-05-01", world.token(world.ada))
                        .json()
                        .at("/properties/unpublishedAppDefinition/properties/displayName")
                        .asText())
                .isEqualTo("Expenses");
    }

    @Test
    void references_of_an_app_name_connectors_and_flows() {
        FakeConnection sql = world.dev.connection("shared_sql", "SQL");
        FakeFlow flow = world.dev.flow("Approve").calling(sql);

        FakeApp app = world.dev.app("Expenses").using(sql, "Invoices").running(flow);

        assertThat(app.publishedReferences())
                .extracting(FakeReference::connectorName)
                .containsExactly("shared_sql", "shared_sql", "shared_logicflows");
        assertThat(app.publishedReferences().get(2).workflowName()).contains(flow.id());
    }

    @Test
    void the_default_environment_has_an_alias_and_only_makers_see_a_closed_one() {
        world.dev.maker(world.ada);
        String base = "/bap/providers/Microsoft.BusinessAppPlatform/environments";

        assertThat(client.get(base + "/~Default?api-version=2020-10-01", world.token(world.bob))
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("Default-" + world.contoso.id());
        assertThat(client.get(base, world.token(world.bob)).json().path("value"))
                .hasSize(1);
        assertThat(client.get(base + "/" + world.dev.name(), world.token(world.bob))
                        .errorCode())
                .isEqualTo("EnvironmentAccessDenied");
        assertThat(client.get(base, world.token(world.ada)).json().path("value"))
                .hasSize(2);
    }

    @Test
    void requests_are_counted_by_environment_and_effect_and_logged_without_secrets() {
        world.dev.app("Expenses");
        String token = world.token(world.ada);
        long before = world.dev.requests(FakeEffect.READ);

        client.get(filtered(POWER_APPS + "/apps", ""), token);
        client.get(filtered(POWER_APPS + "/apps", ""));

        assertThat(world.dev.requests(FakeEffect.READ) - before).isEqualTo(2);
        assertThat(world.prod.requests(FakeEffect.READ)).isZero();
        SeenRequest last = world.fake.requests().get(world.fake.requests().size() - 1);
        assertThat(last.authorized()).isFalse();
        assertThat(last.status()).isEqualTo(401);
        assertThat(world.fake.requests().toString()).doesNotContain(token);
    }

    @Test
    void many_clients_at_once_see_whole_lists() throws Exception {
        for (int i = 0; i < 20; i++) {
            world.dev.app("App " + i);
        }
        world.fake.pageSize(7);
        String token = world.token(world.ada);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int number = i;
                readers.add(() -> {
                    world.prod.app("Made meanwhile " + number);
                    return pages(filtered(POWER_APPS + "/apps", ""), token).stream()
                            .mapToInt(page -> page.path("value").size())
                            .sum();
                });
            }
            for (Future<Integer> read : threads.invokeAll(readers)) {
                assertThat(read.get()).isEqualTo(20);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(world.prod.apps()).hasSize(40).extracting(FakeApp::id).doesNotHaveDuplicates();
        assertThat(world.dev.requests(FakeEffect.READ)).isEqualTo(120);
    }

    private String filtered(String path, String more) {
        return path + "?api-version=2017-08-01&$filter=environment eq '" + world.dev.name() + "'" + more;
    }

    private List<JsonNode> pages(String first, String token) {
        List<JsonNode> pages = new ArrayList<>();
        String next = first;
        while (!next.isEmpty()) {
            JsonNode page = client.get(next, token).json();
            pages.add(page);
            next = page.path("nextLink").asText();
        }
        return pages;
    }

    private static List<String> names(NaiveClient.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        List<String> names = new ArrayList<>();
        reply.json()
                .path("value")
                .forEach(each ->
                        names.add(each.path("properties").path("displayName").asText()));
        return names;
    }
}
