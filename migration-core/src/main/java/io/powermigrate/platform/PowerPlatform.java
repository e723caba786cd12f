package io.powermigrate.platform;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.http.Credential;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.http.Login;
import io.powermigrate.http.Service;
import io.powermigrate.http.TenantId;
import io.powermigrate.http.Transport;
import io.powermigrate.model.Document;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The way into an environment of the Power Platform. */
public final class PowerPlatform {

    private PowerPlatform() {}

    /**
     * Signs in and finds the environment: with one request by its id, with two by its display name, as no other environment
     * in the maker's and the administrator's list may have that too, and one more that asks the sign-in service for the
     * tenant's id where the tenant is given by a domain. Tokens and the environment must be of that tenant.
     *
     * @return an endpoint that is closed by the caller; its clients come from {@link PowerPlatformClient#KEY}
     * @throws io.powermigrate.error.MigrationException when nobody could be signed in, when no environment has the name
     *     (lists what is visible), when several have it (lists them), when the token or the environment is of another tenant,
     *     or when it tells the address of a Dataverse that is none of {@link Cloud#dataverseHosts}
     */
    public static Endpoint connect(Environment environment, Credential credential) {
        return connect(environment, credential, HttpSettings.standard());
    }

    /** As {@link #connect(Environment, Credential)}, over HTTP as the settings say. */
    public static Endpoint connect(Environment environment, Credential credential, HttpSettings settings) {
        Cloud cloud = environment.cloud();
        String tenantId = TenantId.of(cloud.authority(), environment.tenant(), settings);
        Login login = new Login(cloud.authority(), environment.tenant(), credential).withTenantId(tenantId);
        Transport transport = Transport.open(cloud.table(), login, settings);
        try {
            return endpoint(tenantId, open(environment, tenantId, transport));
        } catch (RuntimeException | Error e) {
            transport.close();
            throw e;
        }
    }

    private static PowerPlatformClient open(Environment environment, String tenantId, Transport transport) {
        Cloud cloud = environment.cloud();
        boolean appOnly = transport.tokenFor(cloud.service(Cloud.BAP).base()).appOnly();
        EnvironmentFacts facts = new EnvironmentSearch(transport, environment).find(appOnly);
        requireIn(tenantId, environment, facts);
        return new PowerPlatformClient(cloud, facts, withDataverse(transport, cloud, facts));
    }

    /** The token was held against the tenant before; this is what the service says. */
    private static void requireIn(String tenantId, Environment environment, EnvironmentFacts facts) {
        Optional<String> told = facts.tenantId().filter(id -> !id.equalsIgnoreCase(tenantId));
        if (told.isPresent()) {
            throw new MigrationException(
                    "The environment " + facts + " was not opened because it belongs to tenant " + told.get()
                            + ", and asked for was " + environment.tenant() + ", whose id is " + tenantId,
                    "Give the tenant that the environment belongs to, and sign in there");
        }
    }

    /** Each Dataverse is a service of its own, its address being the audience (wire/power-platform.md, section 0.1). */
    private static Transport withDataverse(Transport transport, Cloud cloud, EnvironmentFacts facts) {
        Transport result = transport;
        for (String told : facts.dataverseTold()) {
            URI base = cloud.dataverseHosts()
                    .address(told)
                    .filter(uri -> !transport.table().knows(uri))
                    .orElseThrow(() -> foreign(told, cloud, facts));
            result = result.with(Service.exactly("dataverse", base, base.toString()));
        }
        return result;
    }

    private static MigrationException foreign(String told, Cloud cloud, EnvironmentFacts facts) {
        return new MigrationException(
                "The environment " + facts + " was not opened because it tells the Dataverse address \"" + shown(told)
                        + "\", which is none of " + cloud.dataverseHosts() + "; nothing was sent there",
                "Check who changed the environment, or give Cloud.withDataverseHosts that address if you trust it");
    }

    /** Without a query and a user, which may be secrets. */
    private static String shown(String told) {
        String head = told.split("[?#]", 2)[0];
        return head.substring(head.lastIndexOf('@') + 1);
    }

    private static Endpoint endpoint(String tenantId, PowerPlatformClient client) {
        EnvironmentFacts facts = client.facts();
        String id = facts.tenantId().orElse(tenantId) + "/" + facts.name();
        return Endpoint.of(id, facts.displayName(), about(client), client);
    }

    private static Document about(PowerPlatformClient client) {
        EnvironmentFacts facts = client.facts();
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("cloud", client.cloud().name());
        about.put("environment", facts.name());
        about.put("displayName", facts.displayName());
        client.tenantId().ifPresent(id -> about.put("tenantId", id));
        about.put("region", facts.region());
        about.put("sku", facts.sku());
        about.put("isDefault", facts.isDefault());
        about.put("isManaged", facts.isManaged());
        facts.dataverseUrl().ifPresent(url -> about.put("dataverseUrl", url.toString()));
        facts.makerUrl().ifPresent(url -> about.put("makerUrl", url.toString()));
        about.put("appOnly", client.appOnly());
        client.callerId().ifPresent(id -> about.put("callerId", id));
        return client.identity().into(Document.of(about));
    }
}
