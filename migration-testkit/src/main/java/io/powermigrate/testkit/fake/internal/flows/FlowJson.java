package io.powermigrate.testkit.fake.internal.flows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.connections.ConnectorJson;
import io.powermigrate.testkit.fake.internal.ids.Ids;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.Catalogue;
import io.powermigrate.testkit.fake.internal.world.ConnectionState;
import io.powermigrate.testkit.fake.internal.world.FlowState;
import io.powermigrate.testkit.fake.internal.world.UserState;
import java.util.Locale;
import java.util.Map;

/** The shapes of a flow (wire/power-platform.md, section 4.2). */
public final class FlowJson {
    private static final String SCHEMA = "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/"
            + "2016-06-01/workflowdefinition.json#";

    private FlowJson() {}

    /** An item of the makers' list: no definition, no connections. */
    static ObjectNode listed(FlowState flow) {
        ObjectNode body = head(flow);
        ObjectNode properties = body.withObject("/properties");
        properties.set("triggerSchema", triggerSchema(definition(flow)));
        times(flow, properties);
        properties.set("definitionSummary", summary(definition(flow)));
        tail(flow, properties);
        return body.set("properties", properties.put("provisioningMethod", "FromDefinition"));
    }

    /** An item of the administrators' list, thinner still. */
    static ObjectNode admin(FlowState flow) {
        ObjectNode body = head(flow);
        ObjectNode properties = body.withObject("/properties");
        times(flow, properties);
        properties.put("flowSuspensionReason", "None");
        ObjectNode summary = properties.putObject("definitionSummary");
        summary.putArray("triggers");
        summary.putArray("actions");
        tail(flow, properties);
        properties.put("flowFailureAlertSubscribed", false);
        end(properties);
        return body;
    }

    /** A get, with definition and connections. */
    static ObjectNode whole(FlowState flow, boolean withApis) {
        ObjectNode body = listed(flow);
        ObjectNode properties = body.withObject("/properties").put("userType", "Owner");
        properties.set("definition", definition(flow));
        properties.put("plan", "NotSpecified");
        properties.set("connectionReferences", references(flow, withApis));
        properties.set("installedConnectionReferences", references(flow, withApis));
        String trigger = flow.id().replace("-", "").toUpperCase(Locale.ROOT);
        properties
                .put("flowSuspensionReason", "None")
                .put(
                        "flowTriggerUri",
                        "https://europe-002.azure-apim.net:443/apim/logicflows/" + trigger
                                + "/triggers/manual/run?api-version=2016-06-01")
                .put("installationStatus", "Installed");
        properties.putArray("referencedResources");
        ObjectNode licence = properties.putObject("licenseData");
        licence.putObject("performanceProfile").putObject("throttles").put("mode", "High");
        licence.put("flowLicenseName", "placeholder");
        end(properties);
        return body;
    }

    public static ObjectNode definition(FlowState flow) {
        return flow.ownDefinition().orElseGet(() -> made(flow));
    }

    /** A flow that an app calls, with one action for each connection. */
    private static ObjectNode made(FlowState flow) {
        ObjectNode definition = Json.object().put("$schema", SCHEMA).put("contentVersion", "1.0.0.0");
        ObjectNode parameters = definition.putObject("parameters");
        parameters.putObject("$connections").put("type", "Object").putObject("defaultValue");
        parameters.putObject("$authentication").put("type", "SecureObject").putObject("defaultValue");
        ObjectNode manual = definition.putObject("triggers").putObject("manual");
        manual.put("type", "Request").put("kind", "PowerAppV2");
        ObjectNode inputs = manual.putObject("inputs");
        if (!flow.inputs().isEmpty() || !flow.outputs().isEmpty()) {
            inputs.set("schema", schema(flow.inputs()));
        }
        ObjectNode actions = definition.putObject("actions");
        for (Map.Entry<String, ConnectionState> each : flow.calls().entrySet()) {
            ObjectNode action = actions.putObject("Call_" + each.getKey());
            action.putObject("runAfter");
            action.put("type", "OpenApiConnection");
            action.putObject("inputs")
                    .putObject("host")
                    .put("connectionName", each.getKey())
                    .put("operationId", "Call")
                    .put(
                            "apiId",
                            "/providers/Microsoft.PowerApps/apis/"
                                    + each.getValue().connectorName());
        }
        if (!flow.outputs().isEmpty()) {
            respond(actions, flow.outputs());
        }
        return definition;
    }

    private static void respond(ObjectNode actions, Map<String, String> outputs) {
        ObjectNode respond =
                actions.putObject("Respond").put("type", "Response").put("kind", "PowerApp");
        respond.putObject("inputs").put("statusCode", 200).set("schema", schema(outputs));
    }

    private static ObjectNode schema(Map<String, String> members) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        members.forEach((name, type) -> {
            properties.putObject(name).put("title", name).put("type", type);
            required.add(name);
        });
        return schema;
    }

    private static ObjectNode references(FlowState flow, boolean withApis) {
        ObjectNode references = Json.object();
        flow.calls().forEach((name, connection) -> {
            String api = connection.connectorName();
            ObjectNode reference = references
                    .putObject(name)
                    .put("connectionName", connection.name())
                    .put("source", "Invoker")
                    .put("id", "/providers/Microsoft.PowerApps/apis/" + api);
            flow.world().catalogue().find(api).ifPresent(standard -> {
                reference
                        .put("displayName", standard.displayName())
                        .put("iconUri", standard.iconUri())
                        .put("brandColor", standard.brandColor());
                if (withApis) {
                    reference.set("apiDefinition", ConnectorJson.standard(standard));
                }
            });
            String tier = flow.world()
                    .catalogue()
                    .find(api)
                    .map(Catalogue.Standard::tier)
                    .orElse("Standard");
            reference.put("tier", tier);
        });
        return references;
    }

    private static ObjectNode head(FlowState flow) {
        String environment = flow.environment().name();
        ObjectNode body = Json.object()
                .put("name", flow.id())
                .put("id", "/providers/Microsoft.ProcessSimple/environments/" + environment + "/flows/" + flow.id())
                .put("type", "Microsoft.ProcessSimple/environments/flows");
        ObjectNode properties = body.putObject("properties")
                .put("apiId", "/providers/Microsoft.PowerApps/apis/shared_logicflows")
                .put("displayName", flow.displayName())
                .put("state", flow.state());
        flow.solutionEntity().ifPresent(id -> properties.put("workflowEntityId", id));
        return body;
    }

    private static void times(FlowState flow, ObjectNode properties) {
        properties.put("createdTime", Ids.stamp(flow.created())).put("lastModifiedTime", Ids.stamp(flow.created()));
        String environment = flow.environment().name();
        properties
                .putObject("environment")
                .put("name", environment)
                .put("type", "Microsoft.ProcessSimple/environments")
                .put("id", "/providers/Microsoft.ProcessSimple/environments/" + environment);
    }

    private static void tail(FlowState flow, ObjectNode properties) {
        UserState owner = flow.sharing().owner();
        properties
                .putObject("creator")
                .put("tenantId", owner.tenant().id())
                .put("objectId", owner.objectId())
                .put("userId", owner.objectId())
                .put("userType", "ActiveDirectory");
        properties.put("flowFailureAlertSubscribed", true);
    }

    private static void end(ObjectNode properties) {
        properties.put("isManaged", false);
        properties.putObject("machineDescriptionData");
        properties
                .putObject("flowOpenAiData")
                .put("isConsequential", false)
                .put("isConsequentialFlagOverwritten", false);
    }

    private static ObjectNode summary(ObjectNode definition) {
        ObjectNode summary = Json.object();
        summary.putArray("triggers");
        definition.path("triggers").forEach(trigger -> {
            ObjectNode item = summary.withArray("triggers").addObject();
            item.put("type", trigger.path("type").asText());
            if (trigger.has("kind")) {
                item.put("kind", trigger.path("kind").asText());
            }
        });
        summary.putArray("actions");
        definition.path("actions").forEach(action -> summary.withArray("actions")
                .addObject()
                .put("type", action.path("type").asText()));
        return summary;
    }

    private static ObjectNode triggerSchema(ObjectNode definition) {
        for (JsonNode trigger : definition.path("triggers")) {
            if (trigger.path("inputs").path("schema") instanceof ObjectNode schema) {
                return schema.deepCopy();
            }
        }
        return Json.object();
    }
}
