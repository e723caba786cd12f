package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import java.util.LinkedHashMap;
import java.util.Map;

/** The calls whose answers were recorded, made of the fake. */
final class RecordedCalls {
    private static final String BAP = "/bap/providers/Microsoft.BusinessAppPlatform";
    private static final String PA = "/powerapps/providers/Microsoft.PowerApps";
    private static final String FLOW = "/flow/providers/Microsoft.ProcessSimple";
    private static final String NOBODYS = "1c6ee23a-a835-44bc-a4f5-462b658efc12";

    private final FakeWorld world = new FakeWorld();
    private final Map<String, Call> calls = new LinkedHashMap<>();
    private final FakeApp app;
    private final FakeApp plain;
    private final FakeFlow flow;

    private interface Call {
        NaiveClient.Reply answer();
    }

    RecordedCalls() {
        world.contoso.defaultEnvironment().dataverse("contoso");
        world.dev.dataverse("contoso-dev");
        FakeConnection sql = world.dev.connection("shared_sql", "SQL of HR").parameter("server", "hr01");
        world.dev.connection("shared_flowmanagement", "Flows").parameterSet("firstParty");
        world.dev.gateway("Head office");
        world.dev.customConnector("Orders API");
        flow = world.dev.flow("Approve").calling(sql);
        app = world.dev.app("Expenses").using(sql, "Invoices");
        plain = world.dev.app("Stock");
        world.contoso.environment("Without a database");
        world.contoso.application("app-1", "secret").registeredAsAdmin();
        environments();
        powerApps();
        documentsAndGateways();
        flows();
        shares();
        packages();
        refusals();
    }

    Map<String, Call> calls() {
        return calls;
    }

    NaiveClient.Reply answer(String recording) {
        Call call = calls.get(recording);
        if (call == null) {
            throw new AssertionError("No call for the recording " + recording + ".");
        }
        return call.answer();
    }

    void close() {
        world.close();
    }

    private void environments() {
        String admin = BAP + "/scopes/admin/environments";
        String expand = "?$expand=permissions,properties.capacity,properties/billingPolicy,properties/copilotPolicies";
        get("environments.get.admin.dataverse.json", admin + "/" + world.dev.name() + expand);
        calls.put(
                "environments.get.admin.no-dataverse.json",
                () -> world.client.get(admin + "/" + world.prod.name() + expand, world.token(world.eve)));
        get("environments.get.admin.minimal.json", admin + "/" + world.dev.name());
        get("environments.list.admin.json", admin);
        get("environments.get.maker.default.json", BAP + "/environments/~Default");
        get(
                "environments.get.select.instanceApiUrl.json",
                BAP + "/environments/" + world.dev.name()
                        + "?$select=properties.linkedEnvironmentMetadata.instanceApiUrl");
        get("environments.list.powerapps.json", PA + "/environments?api-version=2017-08-01");
        get("environments.get.powerapps.default.json", PA + "/environments/~default?api-version=2016-11-01");
        get("environments.get.flow.default.json", FLOW + "/environments/~default?api-version=2016-11-01");
        get("tenant.get.json", BAP + "/tenant");
        get("admin-applications.list.json", BAP + "/adminApplications");
    }

    private void powerApps() {
        String filter = "?api-version=2016-11-01&$filter=environment eq '" + world.dev.name() + "'";
        String custom = PA + "/apis/" + world.dev.customConnectors().get(0).name() + filter;
        get("apps.get.maker.json", PA + "/apps/" + app.id() + "?api-version=2016-11-01");
        get("apps.list.maker.connections.json", PA + "/apps?api-version=2017-08-01");
        get(
                "apps.list.admin.json",
                PA + "/scopes/admin/environments/" + world.dev.name() + "/apps?api-version=2023-06-01");
        get("connectors.custom.get.json", custom);
        get("connectors.custom.list.json", PA + "/apis" + filter + " and IsCustomApi eq 'True'");
        get("connectors.list.all.json", PA + "/apis?api-version=2019-05-01");
        get("connections.list.env-host.json", PA + "/connections" + filter);
    }

    private void documentsAndGateways() {
        calls.put("connectors.custom.list.page1.json", () -> {
            world.dev.customConnector("Another");
            world.fake.pageSize(1);
            NaiveClient.Reply first = answer("connectors.custom.list.json");
            world.fake.pageSize(250);
            return first;
        });
        calls.put(
                "connectors.custom.originalSwagger.json",
                () -> world.client.get(answer("connectors.custom.get.json")
                        .json()
                        .at("/properties/apiDefinitions/originalSwaggerUrl")
                        .asText()));
        calls.put(
                "gateways.list.powerbi.json",
                () -> world.client.get(
                        "/powerbi/v1.0/myorg/gateways",
                        world.client.userToken(world.ada, FakeWorld.PASSWORD, NaiveClient.POWER_BI)));
    }

    private void flows() {
        String flows = FLOW + "/environments/" + world.dev.name() + "/flows";
        get("flows.list.maker.json", flows);
        get("flows.list.admin.v2.json", FLOW + "/scopes/admin/environments/" + world.dev.name() + "/v2/flows");
        get(
                "flows.get.maker.expanded.json",
                flows + "/" + flow.id() + "?$expand=properties.connectionreferences.apidefinition");
    }

    private void shares() {
        flow.coOwner(world.bob);
        get(
                "flows.permissions.list.json",
                FLOW + "/environments/" + world.dev.name() + "/flows/" + flow.id() + "/permissions");
        get("apps.permissions.list.json", PA + "/apps/" + app.id() + "/permissions");
        String modify = PA + "/apps/" + app.id() + "/modifyPermissions";
        String principal =
                "{\"principal\":{\"id\":\"" + world.bob.objectId() + "\",\"type\":\"User\"},\"roleName\":\"CanView\"}";
        calls.put(
                "apps.modifyPermissions.put.response.json",
                () -> world.client.post(
                        modify, world.token(world.ada), "{\"put\":[{\"properties\":" + principal + "}]}"));
        calls.put(
                "apps.modifyPermissions.delete.response.json",
                () -> world.client.post(
                        modify, world.token(world.ada), "{\"delete\":[{\"id\":\"" + world.bob.objectId() + "\"}]}"));
    }

    private void packages() {
        post(
                "package.listPackageResources.app.json",
                "listPackageResources",
                "baseResourceIds",
                ResourceIds.app(plain.id()));
        post("package.listPackageResources.flow.json", "listPackageResources", "baseResourceIds", flow.resourceId());
        post(
                "package.listPackageResources.flow.errors.json",
                "listPackageResources",
                "baseResourceIds",
                ResourceIds.flow(NOBODYS));
        post(
                "package.exportPackage.app.accepted.json",
                "exportPackage",
                "includedResourceIds",
                ResourceIds.app(plain.id()));
        calls.put("package.packagingOperations.app.running.json", () -> polled(1));
        calls.put("package.packagingOperations.app.succeeded.json", () -> polled(2));
    }

    private NaiveClient.Reply polled(int times) {
        String location = answer("package.exportPackage.app.accepted.json")
                .header("Location")
                .orElseThrow();
        NaiveClient.Reply last = world.client.get(location, world.token(world.ada));
        return times == 1 ? last : world.client.get(location, world.token(world.ada));
    }

    private void refusals() {
        String filter = "?api-version=2016-11-01&$filter=environment eq '";
        get("apps.error.app-not-found.json", PA + "/apps/" + NOBODYS + "?api-version=2016-11-01");
        get("connectors.error.api-resource-not-found.json", PA + "/apis/none" + filter + world.dev.name() + "'");
        get("connectors.error.environment-not-in-tenant.json", PA + "/apis/none" + filter + world.prod.name() + "'");
        get("environments.error.not-found.404.json", BAP + "/scopes/admin/environments/" + NOBODYS);
        get(
                "flows.error.connection-authorization-failed.json",
                FLOW + "/environments/" + world.dev.name() + "/flows/" + NOBODYS);
        calls.put("error.environment-access-denied.json", () -> {
            FakeEnvironment closed = world.contoso.environment("Closed").maker(world.ada);
            return world.client.get(FLOW + "/environments/" + closed.name() + "/flows", world.token(world.bob));
        });
    }

    private void get(String recording, String path) {
        calls.put(recording, () -> world.client.get(path, world.token(world.ada)));
    }

    private void post(String recording, String verb, String member, String id) {
        String path = BAP + "/environments/" + world.dev.name() + "/" + verb + "?api-version=2016-11-01";
        calls.put(
                recording,
                () -> world.client.post(
                        path,
                        world.token(world.ada),
                        "{\"" + member + "\":[\"" + id + "\"],\"details\":{\"displayName\":\"Any\"}}"));
    }
}
