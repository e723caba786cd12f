package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.world.EnvironmentState;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** An environment of the fake and what lives in it. It also counts the requests that came for it. Thread-safe. */
public final class FakeEnvironment extends Handle {

    private final EnvironmentState inside;

    FakeEnvironment(EnvironmentState inside) {
        this.inside = inside;
    }

    @Override
    EnvironmentState inside() {
        return inside;
    }

    /** The environment's name on the wire: a GUID, or {@code Default-<tenant>}. */
    public String name() {
        return inside.name();
    }

    /** The name that people see. */
    public String displayName() {
        return inside.displayName();
    }

    /** The tenant. */
    public FakeTenant tenant() {
        return new FakeTenant(inside.tenant());
    }

    /** Whether it is the tenant's default environment. */
    public boolean isDefault() {
        return inside.isDefault();
    }

    /** Gives it another display name. */
    public FakeEnvironment called(String newDisplayName) {
        inside.called(newDisplayName);
        return this;
    }

    /** Puts it into a region with its Azure region, e.g. {@code unitedstates}, {@code westus}. */
    public FakeEnvironment region(String newRegion, String newAzureRegion) {
        inside.region(newRegion, newAzureRegion);
        return this;
    }

    /** Default, Production, Sandbox, Trial, Developer or Teams. */
    public FakeEnvironment sku(String newSku) {
        inside.sku(newSku);
        return this;
    }

    /** Gives it a Dataverse database under that domain name. */
    public FakeEnvironment dataverse(String domainName) {
        inside.dataverse(domainName);
        return this;
    }

    /**
     * Its Dataverse database.
     *
     * @throws IllegalStateException if it has none
     */
    public FakeDataverse organisation() {
        return new FakeDataverse(
                inside.dataverse()
                        .orElseThrow(() -> new IllegalStateException(
                                "The environment " + displayName() + " has no Dataverse. Call dataverse first.")),
                inside.dialects());
    }

    /** Only this user (and those named before) may make things here; without a call every user of the tenant may. */
    public FakeEnvironment maker(FakeUser user) {
        inside.maker(user.inside());
        return this;
    }

    /** A gateway of the tenant in this environment's region. */
    public FakeGateway gateway(String gatewayName) {
        return new FakeGateway(inside.gateway(gatewayName));
    }

    /** A new custom connector; its name on the wire differs in each environment. */
    public FakeConnector customConnector(String title) {
        return new FakeConnector(inside.customConnector(title));
    }

    /** A new custom connector with a name that its title does not tell, {@code shared_orders-20api-5f…}. */
    public FakeConnector customConnector(String wireName, String title) {
        return new FakeConnector(inside.customConnector(wireName, title));
    }

    /** A new connection of that connector, e.g. {@code shared_sql}. */
    public FakeConnection connection(String connectorName, String title) {
        return new FakeConnection(inside.connection(connectorName, title));
    }

    /** A new connection of that connector. */
    public FakeConnection connection(FakeConnector connector, String title) {
        return connection(connector.name(), title);
    }

    /** A new cloud flow with a Power Apps trigger, switched on. */
    public FakeFlow flow(String title) {
        return new FakeFlow(inside.flow(title));
    }

    /** A new published app without a real document: it can be listed, but not read or migrated. */
    public FakeApp app(String title) {
        return new FakeApp(inside.app(title));
    }

    /** A new published app of a document, such as one of {@code testkit.msapp.SampleDocuments}; name and connection references are read from it. */
    public FakeApp app(byte[] msapp) {
        return new FakeApp(inside.app(msapp));
    }

    /**
     * A new published app for each .msapp of the folder, with the connections, custom connectors, gateways and flows that
     * the documents name; what is here already is not made again.
     *
     * @throws UncheckedIOException if the folder cannot be read
     * @throws IllegalArgumentException if a file is no document; says which, and the others are here
     */
    public FakeEnvironment documents(Path folder) {
        List<String> unread = inside.fill(folder);
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException(
                    String.join("; ", unread) + ". Take these files away, or say who is told of them.");
        }
        return this;
    }

    /**
     * As {@link #documents(Path)}, where files that are no documents are left out.
     *
     * @param told is told of each of them, in a sentence without its full stop
     * @throws UncheckedIOException if the folder cannot be read
     */
    public FakeEnvironment documents(Path folder, Consumer<String> told) {
        inside.fill(folder).forEach(told);
        return this;
    }

    /**
     * A package file of an app that was exported here before the fake began: an import takes it like one of the fake's own
     * (wire/canvas-app-import.md, section 2).
     *
     * @throws IllegalArgumentException if it is no package of an app
     */
    public FakeEnvironment exported(byte[] appPackage) {
        inside.exported(appPackage);
        return this;
    }

    /** All apps that show, in the order of their making; not one of an import that shows later. */
    public List<FakeApp> apps() {
        return inside.apps().stream().map(FakeApp::new).toList();
    }

    /** All flows, in the order of their making. */
    public List<FakeFlow> flows() {
        return inside.flows().stream().map(FakeFlow::new).toList();
    }

    /** All connections, in the order of their making. */
    public List<FakeConnection> connections() {
        return inside.connections().stream().map(FakeConnection::new).toList();
    }

    /** The custom connectors, in the order of their making. */
    public List<FakeConnector> customConnectors() {
        return inside.customConnectors().stream().map(FakeConnector::new).toList();
    }

    /** How many requests of that effect have come for this environment, refused ones too. */
    public long requests(FakeEffect effect) {
        return inside.requests(effect);
    }
}
