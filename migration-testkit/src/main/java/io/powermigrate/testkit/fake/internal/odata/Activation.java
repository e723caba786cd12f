package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.wire.Dialect;
import java.nio.charset.StandardCharsets;

/** What keeps a cloud flow from being switched on (wire/dataverse-situations.md, S43, S44, S46). */
final class Activation {
    private static final String FLOW_CLIENT = "0x80060467";

    private final Request request;
    private final JsonNode properties;

    private Activation(Request request, ObjectNode flow) {
        this.request = request;
        String text = flow.path("clientdata").asText("");
        this.properties =
                Json.objectOrEmpty(text.getBytes(StandardCharsets.UTF_8)).path("properties");
    }

    /** Lets a flow be switched on, or refuses it. */
    static void check(Request request, Table table, ObjectNode before, ObjectNode after) {
        boolean isFlow = table.logicalName().equals("workflow")
                && before.path("category").asInt() == 5;
        if (isFlow && !isOn(before) && isOn(after)) {
            Activation activation = new Activation(request, before);
            activation.references();
            activation.children(activation.properties.path("definition"));
        }
    }

    private static boolean isOn(ObjectNode flow) {
        return flow.path("statecode").asInt() == 1;
    }

    private void references() {
        for (JsonNode use : properties.path("connectionReferences")) {
            String name = use.path("connection")
                    .path("connectionReferenceLogicalName")
                    .asText("");
            if (!name.isEmpty()) {
                reference(name);
            }
        }
    }

    private void reference(String name) {
        ObjectNode row = request.organisation()
                .rows("connectionreferences")
                .first("connectionreferencelogicalname", name)
                .orElseGet(Json::object);
        String connection = row.path("connectionid").asText("");
        if (connection.isEmpty()) {
            throw refusal(
                    "BadRequest",
                    "XrmConnectionReferenceMissingConnection",
                    "Connection Id missing for connection reference logical name '" + name + "'.");
        }
        if (!request.mayUse(connection)) {
            throw refusal(
                    "Forbidden",
                    "ConnectionAuthorizationFailed",
                    "The caller object id is '" + request.userId() + "'. Connection '"
                            + row.path("connectorid").asText("") + "/connections/" + connection
                            + "' cannot be used to activate this flow, either because this is not a valid connection or"
                            + " because it is not a connection you have access permission for.");
        }
    }

    private void children(JsonNode node) {
        String child = node.path("type").asText("").equals("Workflow")
                ? node.path("inputs").path("host").path("workflowReferenceName").asText("")
                : "";
        boolean off = !child.isEmpty()
                && request.organisation()
                        .rows("workflows")
                        .find(child)
                        .filter(Activation::isOn)
                        .isEmpty();
        if (off && request.dialects().is(Dialect.CHILD_FLOW_OFF, "refused")) {
            throw refusal(
                    "BadRequest",
                    "ChildFlowNeverPublished",
                    "The child flow '" + child + "' of this flow is not switched on.");
        }
        node.forEach(this::children);
    }

    private static Refusal refusal(String status, String code, String message) {
        return Refusal.of(
                400,
                FLOW_CLIENT,
                "Flow client error returned with status code \"" + status + "\" and details \"{\"error\":{\"code\":\""
                        + code + "\",\"message\":\"" + message + "\"}}\".");
    }
}
