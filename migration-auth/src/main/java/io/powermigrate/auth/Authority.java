package io.powermigrate.auth;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.TokenRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where one tenant signs in. MSAL4J takes an authority of the form {@code https://host/tenant} only: it drops a port in
 * its cache and takes the first part of a path for the tenant (wire/msal-authority.md). So it is told the host, and the
 * real address is put in where its requests leave. Nothing that it asks for may leave the authority. Immutable.
 *
 * @param base the sign-in service of the cloud; may have a port and a path
 * @param tenant the tenant's id or one of its domains, in lower case
 */
record Authority(URI base, String tenant) {

    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9.-]*");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> NOBODY_IN_PARTICULAR = Set.of("common", "organizations", "consumers");

    /** The authority of a request. */
    static Authority of(TokenRequest request) {
        String tenant = request.tenant().toLowerCase(Locale.ROOT);
        if (!TENANT.matcher(tenant).matches() || NOBODY_IN_PARTICULAR.contains(tenant)) {
            throw new MigrationException(
                    "Nobody was signed in because \"" + request.tenant() + "\" names no tenant",
                    "Give the tenant's id or one of its domains, such as contoso.onmicrosoft.com");
        }
        return new Authority(request.authority(), tenant);
    }

    /** What MSAL4J is told. */
    String forMsal() {
        return "https://" + host() + "/" + tenant + "/";
    }

    /** The real address of what MSAL4J asks for. */
    URI real(URI asked) {
        if (!host().equalsIgnoreCase(asked.getHost())) {
            throw new MigrationException(
                    "A request of the sign-in to " + asked.getHost() + " was not sent because the tenant signs in at "
                            + base.getHost() + "; a federated domain asks for that with a user name and password",
                    "Sign in with deviceCode or interactive instead");
        }
        String text = base.toString();
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        return URI.create(
                (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + asked.getRawPath() + query);
    }

    /** Whether the tenant is given by its id, which tokens tell as well. */
    boolean isTenantId() {
        return ID.matcher(tenant).matches();
    }

    private String host() {
        return base.getHost().toLowerCase(Locale.ROOT);
    }
}
