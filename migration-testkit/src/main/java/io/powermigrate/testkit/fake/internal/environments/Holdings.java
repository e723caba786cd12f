package io.powermigrate.testkit.fake.internal.environments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.flows.FlowJson;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.AppState;
import io.powermigrate.testkit.fake.internal.world.Catalogue;
import io.powermigrate.testkit.fake.internal.world.ConnectionState;
import io.powermigrate.testkit.fake.internal.world.EnvironmentState;
import io.powermigrate.testkit.fake.internal.world.FlowState;
import io.powermigrate.testkit.fake.internal.world.UserState;
import io.powermigrate.testkit.fake.internal.world.World;
import java.util.List;
import java.util.Optional;

/** What an environment has, as a user sees it: what a package may be bound to. Stateless. */
public record Holdings(World world, EnvironmentState environment, UserState user) {

    /** The facts of a connector that packages carry. */
    public Optional<ObjectNode> connector(String name) {
        Optional<ObjectNode> custom = environment
                .customConnector(each -> each.name().equalsIgnoreCase(name))
                .map(each -> facts(each.displayName(), Catalogue.CUSTOM_ICON, true));
        return custom.or(
                () -> world.catalogue().find(name).map(each -> facts(each.displayName(), each.iconUri(), false)));
    }

    private static ObjectNode facts(String displayName, String iconUri, boolean custom) {
        return Json.object()
                .put("displayName", displayName)
                .put("iconUri", iconUri)
                .put("isCustomApi", custom);
    }

    public boolean hasConnector(String name) {
        return connector(name).isPresent();
    }

    public Optional<AppState> app(String id) {
        return environment.apps().stream()
                .filter(each -> each.id().equalsIgnoreCase(id))
                .findFirst();
    }

    public boolean hasApp(String id) {
        return app(id).isPresent();
    }

    /** The names of the connections of a connector that the user may use. */
    public List<String> connections(String connector) {
        return environment.connections().stream()
                .filter(each -> each.connectorName().equalsIgnoreCase(connector)
                        && each.sharing().maySee(user))
                .map(ConnectionState::name)
                .toList();
    }

    public boolean hasConnection(String connector, String name) {
        return connections(connector).stream().anyMatch(name::equalsIgnoreCase);
    }

    /** The properties of a flow that packages carry. */
    public Optional<ObjectNode> flow(String id) {
        return environment.flows().stream()
                .filter(flow -> flow.id().equalsIgnoreCase(id) && !flow.isDeleted())
                .findFirst()
                .map(Holdings::properties);
    }

    public boolean hasFlow(String id) {
        return flow(id).isPresent();
    }

    private static ObjectNode properties(FlowState flow) {
        ObjectNode properties = Json.object().put("displayName", flow.displayName());
        properties.set("definition", FlowJson.definition(flow));
        ObjectNode references = properties.putObject("connectionReferences");
        flow.calls().forEach((name, connection) -> references
                .putObject(name)
                .put("connectionName", connection.name())
                .put("source", "Invoker")
                .put("id", ResourceIds.api(connection.connectorName()))
                .put("tier", "NotSpecified"));
        return properties;
    }

    /** Makes a flow of a package and answers its id; it arrives switched off (wire/power-platform.md, section 3.2). */
    public String newFlow(ObjectNode properties) {
        FlowState flow = environment
                .flow(properties.path("displayName").asText("Flow"))
                .owner(user)
                .state("Stopped");
        if (!properties.path("definition").isEmpty()) {
            flow.definition(properties.path("definition").toString());
        }
        List<ConnectionState> connections = environment.connections();
        for (JsonNode reference : properties.path("connectionReferences")) {
            connections.stream()
                    .filter(each ->
                            each.name().equals(reference.path("connectionName").asText()))
                    .forEach(flow::calling);
        }
        return flow.id();
    }
}
