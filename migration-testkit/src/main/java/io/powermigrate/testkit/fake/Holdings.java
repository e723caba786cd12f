package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What an environment has, as a user sees it: what a package may be bound to. Stateless. */
record Holdings(World world, FakeEnvironment environment, FakeUser user) {

    /** The facts of a connector that packages carry. */
    Optional<ObjectNode> connector(String name) {
        Optional<ObjectNode> custom = environment
                .customConnector(each -> each.name().equalsIgnoreCase(name))
                .map(each -> facts(each.displayName(), ConnectorJson.CUSTOM_ICON, true));
        return custom.or(
                () -> world.catalogue().find(name).map(each -> facts(each.displayName(), each.iconUri(), false)));
    }

    private static ObjectNode facts(String displayName, String iconUri, boolean custom) {
        return Json.object()
                .put("displayName", displayName)
                .put("iconUri", iconUri)
                .put("isCustomApi", custom);
    }

    boolean hasConnector(String name) {
        return connector(name).isPresent();
    }

    Optional<FakeApp> app(String id) {
        return environment.apps().stream()
                .filter(each -> each.id().equalsIgnoreCase(id))
                .findFirst();
    }

    boolean hasApp(String id) {
        return app(id).isPresent();
    }

    /** The names of the connections of a connector that the user may use. */
    List<String> connections(String connector) {
        return environment.connections().stream()
                .filter(each -> each.connectorName().equalsIgnoreCase(connector)
                        && each.sharing().maySee(user))
                .map(FakeConnection::name)
                .toList();
    }

    boolean hasConnection(String connector, String name) {
        return connections(connector).stream().anyMatch(name::equalsIgnoreCase);
    }

    /** The properties of a flow that packages carry. */
    Optional<ObjectNode> flow(String id) {
        return environment.flows().stream()
                .filter(flow -> flow.id().equalsIgnoreCase(id) && !flow.isDeleted())
                .findFirst()
                .map(Holdings::properties);
    }

    boolean hasFlow(String id) {
        return flow(id).isPresent();
    }

    private static ObjectNode properties(FakeFlow flow) {
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
    String newFlow(ObjectNode properties) {
        FakeFlow flow = environment
                .flow(properties.path("displayName").asText("Flow"))
                .owner(user)
                .state("Stopped");
        if (!properties.path("definition").isEmpty()) {
            flow.definition(properties.path("definition").toString());
        }
        List<FakeConnection> connections = environment.connections();
        for (JsonNode reference : properties.path("connectionReferences")) {
            connections.stream()
                    .filter(each ->
                            each.name().equals(reference.path("connectionName").asText()))
                    .forEach(flow::calling);
        }
        return flow.id();
    }
}
