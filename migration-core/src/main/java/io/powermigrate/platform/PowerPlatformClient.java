package io.powermigrate.platform;

import io.powermigrate.endpoint.ClientKey;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.http.AccessToken;
import io.powermigrate.http.Service;
import io.powermigrate.http.Transport;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Identity;
import java.net.URI;
import java.util.Optional;

/**
 * One open environment, for the readers and migrators of its types: its facts, its addresses, who is signed in, and a
 * transport that keeps the endpoint's ceiling. Thread-safe.
 */
public final class PowerPlatformClient implements AutoCloseable {

    /** Gives the client of an endpoint that {@link PowerPlatform#connect} opened. */
    public static final ClientKey<PowerPlatformClient> KEY =
            new ClientKey<>(PowerPlatformClient.class, endpoint -> endpoint.connection(PowerPlatformClient.class)
                    .limitedTo(endpoint.ceiling()));

    private final Cloud cloud;
    private final EnvironmentFacts facts;
    private final Transport transport;

    PowerPlatformClient(Cloud cloud, EnvironmentFacts facts, Transport transport) {
        this.cloud = cloud;
        this.facts = facts;
        this.transport = transport;
    }

    /** Where the environment is. */
    public Cloud cloud() {
        return cloud;
    }

    /** What the service said about the environment when it was opened. */
    public EnvironmentFacts facts() {
        return facts;
    }

    /** The environment's name in addresses. */
    public String environmentName() {
        return facts.name();
    }

    /** Sends calls, up to the endpoint's ceiling. */
    public Transport transport() {
        return transport;
    }

    /** Whether an application is signed in without a user: maker lists show it nothing, admin lists do. */
    public boolean appOnly() {
        return token().appOnly();
    }

    /** The directory id of the signed-in user or service principal, where the token tells it. */
    public Optional<String> callerId() {
        return token().objectId();
    }

    /** Who is signed in, as the token tells it that the environment was found with; every other token is of the same one. */
    public Identity identity() {
        return token().identity();
    }

    /** The tenant's id: as the environment tells it, else the token. */
    public Optional<String> tenantId() {
        return facts.tenantId().or(() -> token().tenantId());
    }

    /** An address of the business application platform; the path begins with a slash. */
    public URI bap(String pathAndQuery) {
        return at(cloud.service(Cloud.BAP), pathAndQuery);
    }

    /** An address of Power Apps. */
    public URI powerApps(String pathAndQuery) {
        return at(cloud.service(Cloud.POWER_APPS), pathAndQuery);
    }

    /** An address of Power Automate. */
    public URI flow(String pathAndQuery) {
        return at(cloud.service(Cloud.FLOW), pathAndQuery);
    }

    /** An address of the Power Platform API's global host. */
    public URI powerPlatform(String pathAndQuery) {
        return at(cloud.service(Cloud.POWER_PLATFORM), pathAndQuery);
    }

    /** An address of Power BI. */
    public URI powerBi(String pathAndQuery) {
        return at(cloud.service(Cloud.POWER_BI), pathAndQuery);
    }

    /** An address on the environment's own host of the Power Platform API. */
    public URI environmentHost(String pathAndQuery) {
        URI base = cloud.environmentHost(facts.name());
        return at(new Service("environmentHost", base, ""), pathAndQuery);
    }

    /**
     * An address of the environment's Dataverse.
     *
     * @throws MigrationException when the environment has none
     */
    public URI dataverse(String pathAndQuery) {
        URI base = facts.dataverseApiUrl()
                .orElseThrow(() -> new MigrationException(
                        "Dataverse was not asked because environment " + facts + " has none",
                        "Add a Dataverse database to the environment, or leave its types out of the scope"));
        return at(Service.exactly("dataverse", base, ""), pathAndQuery);
    }

    PowerPlatformClient limitedTo(Effect most) {
        return new PowerPlatformClient(cloud, facts, transport.limitedTo(most));
    }

    private AccessToken token() {
        return transport.tokenFor(cloud.service(Cloud.BAP).base());
    }

    /** An empty part of a path would ask for a list instead of one thing (wire/power-platform.md, section 0.3). */
    private static URI at(Service service, String pathAndQuery) {
        String path = pathAndQuery.split("\\?", 2)[0];
        if (!path.startsWith("/") || path.contains("//")) {
            throw new MigrationException(
                    "An address of " + service.name() + " was not made because its path has an empty part: " + path,
                    "Check that no id is empty");
        }
        return service.uri(pathAndQuery);
    }

    /** Closes the connections of the endpoint. */
    @Override
    public void close() {
        transport.close();
    }

    @Override
    public String toString() {
        return Shown.message("PowerPlatformClient[" + facts + "]");
    }
}
