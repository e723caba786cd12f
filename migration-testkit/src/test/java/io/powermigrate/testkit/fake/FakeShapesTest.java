package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members, types and nesting of the answers, beside those that were recorded from the service. */
class FakeShapesTest {
    /** Members whose names are data, not shape. */
    private static final Set<String> MAPS = Set.of(
            "tags",
            "connectionReferences",
            "installedConnectionReferences",
            "databaseReferences",
            "connectionParameters",
            "values",
            "definition",
            "triggerSchema",
            "swagger",
            "dataSets",
            "interfaces",
            "scopes");

    private final FakeWorld world = new FakeWorld();
    private final NaiveClient client = world.client;

    @BeforeEach
    void fill() {
        world.contoso.defaultEnvironment().dataverse("contoso");
        world.dev.dataverse("contoso-dev");
        FakeConnection sql = world.dev.connection("shared_sql", "SQL of HR").parameter("server", "hr01");
        world.dev.connection("shared_flowmanagement", "Flows").parameterSet("firstParty");
        world.dev.gateway("Head office");
        world.dev.customConnector("Orders API");
        world.dev.flow("Approve").calling(sql);
        world.dev.app("Expenses").using(sql, "Invoices");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void environments_have_the_recorded_members() {
        String bap = "/bap/providers/Microsoft.BusinessAppPlatform";
        String expand = "?$expand=permissions,properties.capacity,properties/billingPolicy,properties/copilotPolicies";
        same(
                "environments.get.admin.dataverse.json",
                bap + "/scopes/admin/environments/" + world.dev.name() + expand,
                Set.of("/properties/parentEnvironmentGroup", "/properties/billingPolicy/*"));
        same(
                "environments.get.admin.no-dataverse.json",
                bap + "/scopes/admin/environments/" + world.prod.name() + expand,
                Set.of(),
                world.eve);
        same("environments.get.maker.default.json", bap + "/environments/~Default", Set.of("+"));
        same(
                "environments.get.select.instanceApiUrl.json",
                bap + "/environments/" + world.dev.name()
                        + "?$select=properties.linkedEnvironmentMetadata.instanceApiUrl",
                Set.of());
    }

    @Test
    void environments_of_the_other_providers_have_the_recorded_members() {
        same(
                "environments.list.powerapps.json",
                "/powerapps/providers/Microsoft.PowerApps/environments?api-version=2017-08-01",
                Set.of("/value/properties/lastModifiedBy/*", "/value/properties/createdBy/*"));
        same(
                "environments.get.powerapps.default.json",
                "/powerapps/providers/Microsoft.PowerApps/environments/~default?api-version=2016-11-01",
                Set.of());
        same(
                "environments.get.flow.default.json",
                "/flow/providers/Microsoft.ProcessSimple/environments/~default?api-version=2016-11-01",
                Set.of());
    }

    @Test
    void the_tenant_and_its_applications_have_the_recorded_members() {
        String bap = "/bap/providers/Microsoft.BusinessAppPlatform";
        same("tenant.get.json", bap + "/tenant", Set.of());
        world.contoso.application("app-1", "secret").registeredAsAdmin();
        same("admin-applications.list.json", bap + "/adminApplications", Set.of());
    }

    @Test
    void apps_have_the_recorded_members() {
        String base = "/powerapps/providers/Microsoft.PowerApps";
        FakeApp app = world.dev.apps().get(0);
        same("apps.get.maker.json", base + "/apps/" + app.id() + "?api-version=2016-11-01", Set.of("+"));
        same("apps.list.maker.connections.json", base + "/apps?api-version=2017-08-01", Set.of("+"));
        same(
                "apps.list.admin.json",
                base + "/scopes/admin/environments/" + world.dev.name() + "/apps?api-version=2023-06-01",
                Set.of("+", "/value/logicalName", "/value/appLocation"));
    }

    @Test
    void connectors_connections_and_gateways_have_the_recorded_members() {
        String base = "/powerapps/providers/Microsoft.PowerApps";
        String filter = "?api-version=2016-11-01&$filter=environment eq '" + world.dev.name() + "'";
        String custom = world.dev.customConnectors().get(0).name();
        same("connectors.custom.get.json", base + "/apis/" + custom + filter, Set.of());
        same("connectors.custom.list.json", base + "/apis" + filter + " and IsCustomApi eq 'True'", Set.of());
        same(
                "connectors.list.all.json",
                base + "/apis?api-version=2019-05-01",
                Set.of("/value/properties/interfaces", "/value/properties/scopes"));
        same("connections.list.env-host.json", base + "/connections" + filter, Set.of());
        same("gateways.list.powerbi.json", "/powerbi/v1.0/myorg/gateways", Set.of());
    }

    @Test
    void flows_have_the_recorded_members() {
        String flow = "/flow/providers/Microsoft.ProcessSimple";
        String flows = flow + "/environments/" + world.dev.name() + "/flows";
        same(
                "flows.list.maker.json",
                flows,
                Set.of(
                        "/value/properties/templateName",
                        "/value/properties/definitionSummary/description",
                        "/value/properties/definitionSummary/actions/swaggerOperationId",
                        "/value/properties/definitionSummary/actions/metadata"));
        same(
                "flows.list.admin.v2.json",
                flow + "/scopes/admin/environments/" + world.dev.name() + "/v2/flows",
                Set.of());
        same(
                "flows.get.maker.expanded.json",
                flows + "/" + world.dev.flows().get(0).id() + "?$expand=properties.connectionreferences.apidefinition",
                Set.of(
                        "+",
                        "/properties/definitionSummary/triggers/swaggerOperationId",
                        "/properties/definitionSummary/triggers/apiOperation",
                        "/properties/definitionSummary/triggers/metadata",
                        "/properties/definitionSummary/triggers/api",
                        "/properties/definitionSummary/actions/metadata",
                        "/properties/definitionSummary/actions/swaggerOperationId"));
    }

    private void same(String recording, String path, Set<String> allowed) {
        same(recording, path, allowed, world.ada);
    }

    /** {@code +} in allowed: the fake may tell more than this recording, which is cut or older. */
    private void same(String recording, String path, Set<String> allowed, FakeUser caller) {
        Set<String> recorded = new TreeSet<>();
        shape("", recorded(recording), recorded);
        String scope = path.startsWith("/powerbi") ? NaiveClient.POWER_BI : NaiveClient.POWER_APPS;
        NaiveClient.Reply reply = client.get(path, client.userToken(caller, FakeWorld.PASSWORD, scope));
        assertThat(reply.status()).as("%s %s", path, reply.text()).isEqualTo(200);
        Set<String> answered = new TreeSet<>();
        shape("", reply.json(), answered);
        Set<String> missing = without(recorded, answered, allowed);
        Set<String> added = allowed.contains("+") ? Set.of() : without(answered, recorded, allowed);
        assertThat(missing).as("recorded in %s, not answered", recording).isEmpty();
        assertThat(added).as("answered, not recorded in %s", recording).isEmpty();
    }

    private static Set<String> without(Set<String> all, Set<String> others, Set<String> allowed) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(others);
        left.removeIf(each -> allowed.stream()
                .anyMatch(free -> each.startsWith(free.endsWith("/*") ? free.replace("*", "") : free + ":")
                        || each.startsWith(free + "/")));
        return left;
    }

    private static void shape(String path, JsonNode node, Set<String> into) {
        into.add(path + ":" + type(node));
        if (node.isArray()) {
            node.forEach(each -> shape(path, each, into));
        }
        boolean map = MAPS.contains(path.substring(path.lastIndexOf('/') + 1));
        if (node.isObject() && !map) {
            node.properties().forEach(each -> shape(path + "/" + each.getKey(), each.getValue(), into));
        }
    }

    private static String type(JsonNode node) {
        return node.getNodeType().name();
    }

    private static JsonNode recorded(String name) {
        Path file = Path.of(System.getProperty("powermigrate.shared", "../shared"), "fixtures/power-platform", name);
        Assumptions.assumeTrue(Files.exists(file), "the recordings are not here");
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
            return new ObjectMapper().readTree(text);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
