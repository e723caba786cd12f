package io.powermigrate.powerapps.connection;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.http.Call;
import io.powermigrate.http.UriText;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.ResourceType;
import io.powermigrate.platform.PowerPlatformClient;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.gateway.Gateway;
import io.powermigrate.powerapps.shape.Place;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads connections. For a user they come from the environment's own host, {@code /connectivity/connections}: of that
 * route there are recorded answers and it is the one of the present portal; the older route of Power Apps is known from
 * scripts only, and would answer a refusal with the same refusal, so it is not tried in its place. Applications have
 * nothing but the route for admins (wire/power-platform.md, section 5.1). Thread-safe.
 */
public final class ConnectionReader implements ResourceReader<Connection> {

    private static final int MOST_SHOWN = 3;

    /** A reader; it holds no state. */
    public ConnectionReader() {}

    @Override
    public ResourceType<Connection> type() {
        return Connection.TYPE;
    }

    @Override
    public Optional<URI> page(Inventory environment) {
        return Place.of(environment).page("connections");
    }

    @Override
    public Stream<Connection> list(Endpoint endpoint) {
        PowerPlatformClient client = endpoint.client(PowerPlatformClient.KEY);
        URI uri = client.appOnly()
                ? client.powerApps("/providers/Microsoft.PowerApps/scopes/admin/environments/"
                        + UriText.segment(client.environmentName()) + "/connections?api-version=2016-11-01")
                : client.environmentHost("/connectivity/connections?api-version=1");
        return client.transport()
                .items(Call.get(uri), "name", "properties/apiId|id")
                .filter(answer -> !ConnectionItems.isFlow(answer))
                .map(ConnectionItems::listed);
    }

    @Override
    public Coverage coverage(Endpoint endpoint) {
        return endpoint.client(PowerPlatformClient.KEY).appOnly()
                ? Coverage.complete()
                : Coverage.visibleOnly(
                        "a maker's list shows the connections that the signed-in user made or was given; whether it "
                                + "shows what is shared with a group or through an app is not known",
                        "Ask the owners of the others to share them with that user, or read as an application that is registered for "
                                + "administration");
    }

    @Override
    public List<Item> mentions(Connection fetched) {
        List<Item> mentions = new ArrayList<>();
        String by = "the connection " + fetched.displayName();
        if (fetched.connector().isCustom()) {
            mentions.add(CustomConnector.mentioned(fetched.connector(), by));
        }
        fetched.gateway()
                .map(id -> Gateway.mentioned(id, fetched.gatewayName().orElse(""), by))
                .ifPresent(mentions::add);
        return mentions;
    }

    /**
     * By binding (of its id, its key or its connector); else, of the connections with its connector and with equal or
     * mapped parameters that are connected and that the caller may use, that of the same name, or the only one.
     */
    @Override
    public Match<Connection> match(Connection source, Inventory destination, Mapping mapping) {
        Fit fit = new Fit(source, destination, mapping);
        return fit.bound()
                .map(bound -> bound.found()
                        .filter(found -> !fit.hasConnectorOf(found))
                        .map(found ->
                                Match.notFound(usable(fit, destination), bound.how() + " to " + fit.mismatch(found)))
                        .orElse(bound))
                .orElseGet(() -> new Candidates(source, destination, mapping).match());
    }

    private static List<Connection> usable(Fit fit, Inventory destination) {
        return ByConnector.of(destination).of(fit).stream().limit(MOST_SHOWN).toList();
    }

    /** A line for the connector is one for all of its connections. */
    @Override
    public Optional<String> sharedName(Connection connection) {
        return Optional.of(connection.connector().wire());
    }

    @Override
    public Optional<String> sharedTitle(Connection connection, Inventory source) {
        return Optional.of(ConnectorTitles.of(source).title(connection.connector()));
    }

    /** Texts stand for parameters, or for a part of one. */
    @Override
    public Collection<Binding> met(Connection source, Collection<Binding> lines, Workspace workspace) {
        return lines.stream()
                .filter(line -> source.parameters().values().stream()
                        .anyMatch(value -> value.equalsIgnoreCase(line.from()) || value.contains(line.from())))
                .toList();
    }

    /** Which one it is was settled when it was matched; it has to work as well. */
    @Override
    public List<Difference> differences(Connection desired, Connection actual) {
        List<Difference> differences = new ArrayList<>();
        if (!actual.isConnected()) {
            String problem = actual.content()
                    .text("problem")
                    .map(code -> " (" + code + ")")
                    .orElse("");
            differences.add(new Difference("its status", "Connected", actual.status() + problem));
        }
        return differences;
    }
}
