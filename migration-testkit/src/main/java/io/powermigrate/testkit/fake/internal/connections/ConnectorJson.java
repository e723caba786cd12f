package io.powermigrate.testkit.fake.internal.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.ids.Ids;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.Catalogue;
import io.powermigrate.testkit.fake.internal.world.ConnectorState;
import io.powermigrate.testkit.fake.internal.world.EnvironmentState;
import io.powermigrate.testkit.fake.internal.world.UserState;
import io.powermigrate.testkit.fake.internal.world.World;

/** The shapes of a connector (wire/power-platform.md, section 6). */
public final class ConnectorJson {

    private static final String RUNTIME = "europe-002.azure-apim.net";

    private ConnectorJson() {}

    /** A connector of the publisher's own, as the catalogue and a get have it. */
    public static ObjectNode standard(Catalogue.Standard connector) {
        ObjectNode body = head(connector.name());
        ObjectNode properties = body.putObject("properties")
                .put("displayName", connector.displayName())
                .put("iconUri", connector.iconUri())
                .put("iconBrandColor", connector.brandColor())
                .put("apiEnvironment", "Shared")
                .put("isCustomApi", false);
        ObjectNode parameters = properties.putObject("connectionParameters");
        if (connector.takesGateway()) {
            ObjectNode gateway = parameters.putObject("gateway").put("type", "gatewaySetting");
            gateway.putObject("gatewaySettings")
                    .put("dataSourceType", connector.displayName())
                    .putArray("connectionDetails");
        }
        runtime(properties, "/apim/" + connector.shortName());
        release(properties, connector);
        properties.putArray("capabilities").add(connector.takesGateway() ? "gateway" : "actions");
        properties
                .put("description", connector.displayName())
                .put("createdTime", "2016-09-30T04:12:48.5709476Z")
                .put("changedTime", "2023-09-21T23:21:20.0282274Z")
                .put("releaseTag", "Production")
                .put("tier", connector.tier())
                .put("publisher", "Microsoft");
        return body;
    }

    private static void release(ObjectNode properties, Catalogue.Standard connector) {
        ObjectNode metadata = properties
                .putObject("metadata")
                .put("source", "marketplace")
                .put("brandColor", connector.brandColor())
                .put("useNewApimVersion", "true");
        metadata.putObject("version")
                .put("previous", "releases/v1.0.1702\\1.0.1702.3811")
                .put("current", "releases/v1.0.1705\\1.0.1705.3833");
    }

    private static void runtime(ObjectNode properties, String basePath) {
        properties.putArray("runtimeUrls").add("https://" + RUNTIME + basePath);
        properties.put("primaryRuntimeUrl", "https://" + RUNTIME + basePath);
    }

    /** A custom connector; its own get has the runtime's document inside, a list has not. */
    static ObjectNode custom(World world, Call call, ConnectorState connector, boolean whole) {
        EnvironmentState environment = connector.environment();
        UserState owner = connector.sharing().owner();
        String basePath = "/apim/" + connector.name().replaceFirst("^shared_", "");
        ObjectNode body = head(connector.name());
        ObjectNode properties = body.putObject("properties")
                .put("displayName", connector.displayName())
                .put("iconUri", Catalogue.CUSTOM_ICON)
                .put("iconBrandColor", "#007ee5");
        properties.putObject("contact");
        properties.putObject("license");
        properties.put("apiEnvironment", "Shared").put("isCustomApi", true);
        properties.putObject("connectionParameters");
        if (whole && connector.hasInlineDefinition()) {
            properties.set("swagger", connector.swagger(RUNTIME, basePath));
            properties.put("wadlUrl", world.blobs().readLink(call.origin(), connector.swagger()));
        }
        runtime(properties, basePath);
        properties.set("metadata", metadata(environment, owner));
        properties.putArray("capabilities");
        properties.put("description", "");
        String link = world.blobs().readLink(call.origin(), connector.swagger());
        properties.putObject("apiDefinitions").put("originalSwaggerUrl", link).put("modifiedSwaggerUrl", link);
        made(properties, connector);
        properties.set("environment", environmentOf(environment));
        properties.put("tier", "Standard").put("publisher", owner.displayName()).put("almMode", "Environment");
        return body;
    }

    private static void made(ObjectNode properties, ConnectorState connector) {
        ObjectNode owner = connector.sharing().owner().json();
        properties.set("createdBy", owner);
        properties.set("modifiedBy", owner);
        properties
                .put("createdTime", Ids.stamp(connector.created()))
                .put("changedTime", Ids.stamp(connector.created()));
    }

    public static ObjectNode environmentOf(EnvironmentState environment) {
        return Json.object()
                .put("id", "/providers/Microsoft.PowerApps/environments/" + environment.name())
                .put("name", environment.name());
    }

    /** createdBy and modifiedBy are texts here that hold JSON. */
    private static ObjectNode metadata(EnvironmentState environment, UserState owner) {
        ObjectNode metadata =
                Json.object().put("source", "powerapps-user-defined").put("brandColor", "#007ee5");
        metadata.putObject("contact");
        metadata.putObject("license");
        return metadata.putNull("publisherUrl")
                .putNull("serviceUrl")
                .putNull("documentationUrl")
                .put("environmentName", environment.name())
                .putNull("xrmConnectorId")
                .put("almMode", "Environment")
                .put("createdBy", owner.json().toString())
                .put("modifiedBy", owner.json().toString())
                .put("allowSharing", false);
    }

    private static ObjectNode head(String name) {
        return Json.object()
                .put("name", name)
                .put("id", "/providers/Microsoft.PowerApps/apis/" + name)
                .put("type", "Microsoft.PowerApps/apis");
    }
}
