package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.packaging.AppEnvironment;
import io.powermigrate.testkit.fake.packaging.AppState;
import io.powermigrate.testkit.fake.packaging.AppVersion;
import io.powermigrate.testkit.fake.packaging.Holdings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An environment of the fake, as packaging sees it. Thread-safe. */
final class PackagedEnvironment extends AppEnvironment {
    private final World world;
    private final FakeEnvironment environment;
    private final Map<FakeApp, AppState> apps = new ConcurrentHashMap<>();

    PackagedEnvironment(World world, FakeEnvironment environment) {
        super(environment.name(), environment.displayName());
        this.world = world;
        this.environment = environment;
    }

    @Override
    public Optional<AppState> app(String name) {
        return environment.apps().stream()
                .filter(app -> app.id().equalsIgnoreCase(name))
                .findFirst()
                .map(this::state);
    }

    @Override
    public AppState create(io.powermigrate.testkit.fake.packaging.Caller owner, AppVersion version) {
        FakeApp app = new FakeApp(world, environment, user(owner), PackagedApp.version(world, version));
        return state(environment.add(app.type(version.appType())));
    }

    @Override
    public void remove(AppState app) {
        environment.apps().stream().filter(each -> each.id().equals(app.name())).forEach(each -> {
            environment.remove(each);
            apps.remove(each);
        });
    }

    @Override
    public Holdings has(io.powermigrate.testkit.fake.packaging.Caller caller) {
        FakeUser user = user(caller);
        return new Holdings(
                this::connector,
                name -> environment.connections().stream()
                        .filter(c -> c.connectorName().equalsIgnoreCase(name)
                                && c.sharing().maySee(user))
                        .map(FakeConnection::name)
                        .toList(),
                name -> environment.flows().stream()
                        .filter(flow -> flow.id().equalsIgnoreCase(name))
                        .findFirst()
                        .map(PackagedEnvironment::properties),
                properties -> made(properties, user));
    }

    private AppState state(FakeApp app) {
        return apps.computeIfAbsent(app, each -> new PackagedApp(world, each));
    }

    private FakeUser user(io.powermigrate.testkit.fake.packaging.Caller caller) {
        return environment.tenant().userById(caller.objectId()).orElseThrow();
    }

    private Optional<ObjectNode> connector(String name) {
        Optional<ObjectNode> custom = environment
                .customConnector(each -> each.name().equalsIgnoreCase(name))
                .map(each -> Json.object()
                        .put("displayName", each.displayName())
                        .put("iconUri", ConnectorJson.CUSTOM_ICON)
                        .put("isCustomApi", true));
        return custom.or(() -> world.catalogue().find(name).map(each -> Json.object()
                .put("displayName", each.displayName())
                .put("iconUri", each.iconUri())
                .put("isCustomApi", false)));
    }

    private static ObjectNode properties(FakeFlow flow) {
        ObjectNode properties = Json.object().put("displayName", flow.displayName());
        properties.set("definition", FlowJson.definition(flow));
        ObjectNode references = properties.putObject("connectionReferences");
        flow.calls().forEach((name, connection) -> references
                .putObject(name)
                .put("connectionName", connection.name())
                .put("source", "Invoker")
                .put("id", "/providers/Microsoft.PowerApps/apis/" + connection.connectorName())
                .put("tier", "NotSpecified"));
        return properties;
    }

    /** A flow of a package arrives switched off (wire/power-platform.md, section 3.2). */
    private String made(ObjectNode properties, FakeUser owner) {
        FakeFlow flow = environment
                .flow(properties.path("displayName").asText("Flow"))
                .owner(owner)
                .state("Stopped");
        if (!properties.path("definition").isEmpty()) {
            flow.definition(properties.path("definition").toString());
        }
        List<FakeConnection> connections = environment.connections();
        for (JsonNode reference : properties.path("connectionReferences")) {
            connections.stream()
                    .filter(c ->
                            c.name().equals(reference.path("connectionName").asText()))
                    .forEach(flow::calling);
        }
        return flow.id();
    }
}
