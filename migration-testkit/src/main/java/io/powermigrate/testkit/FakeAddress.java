package io.powermigrate.testkit;

import io.powermigrate.http.Credential;
import io.powermigrate.http.Service;
import io.powermigrate.platform.Cloud;
import io.powermigrate.platform.DataverseHosts;
import io.powermigrate.platform.EnvironmentHosts;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/**
 * A fake that listens somewhere, in this process or in another one such as {@code bin/fake}, with what our own clients
 * need to use it. Immutable.
 *
 * @param uri scheme, host and port, e.g. {@code http://127.0.0.1:8080}
 */
public record FakeAddress(URI uri) {

    private static final String CLIENT = "11111111-1111-4111-8111-111111111111";

    private static final Map<String, String> PREFIXES = Map.of(
            Cloud.BAP, "bap",
            Cloud.POWER_APPS, "powerapps",
            Cloud.FLOW, "flow",
            Cloud.POWER_PLATFORM, "pp",
            Cloud.POWER_BI, "powerbi",
            Cloud.ARM, "arm");

    /** The fake at that address. */
    public static FakeAddress of(URI uri) {
        return new FakeAddress(uri);
    }

    /** A cloud whose services are the fake's; audiences are those of the public one. */
    public Cloud cloud() {
        Cloud cloud = Cloud.PUBLIC
                .withName("fake")
                .withAuthority(at("login"))
                .withBlobStores(at("blob"))
                .withEnvironmentHosts(new EnvironmentHosts(at("envhost") + "/{head}.{tail}", 2))
                .withDataverseHosts(DataverseHosts.of(at("orgs") + "/{org}"));
        for (Map.Entry<String, String> entry : PREFIXES.entrySet()) {
            String audience = Cloud.PUBLIC.service(entry.getKey()).audience();
            cloud = cloud.withService(new Service(entry.getKey(), at(entry.getValue()), audience));
        }
        return cloud;
    }

    /**
     * Signs in as a user, with the password and from then on with the refresh token.
     *
     * @param clock the clock of the fake
     */
    public Credential user(String userPrincipalName, String password, Clock clock) {
        return new FakeCredential(
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        CLIENT,
                        "username",
                        userPrincipalName,
                        "password",
                        password),
                clock);
    }

    private URI at(String prefix) {
        return URI.create(uri + "/" + prefix);
    }
}
