package io.powermigrate.auth;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.TenantId;
import io.powermigrate.http.TokenRequest;
import java.net.URI;
import java.util.Locale;

/**
 * Where one tenant signs in. MSAL4J takes an authority of the form {@code https://host/tenant} only: it drops a port in
 * its cache and takes the first part of a path for the tenant (wire/msal-authority.md). So it is told the host, and the
 * real address is put in where its requests leave. Nothing that it asks for may leave the authority. Immutable.
 *
 * @param base the sign-in service of the cloud; may have a port and a path
 * @param tenant the tenant's id or one of its domains, in lower case
 */
record Authority(URI base, String tenant) {

    /** The authority of a request. */
    static Authority of(TokenRequest request) {
        return new Authority(request.authority(), TenantId.name(request.tenant()));
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

    private String host() {
        return base.getHost().toLowerCase(Locale.ROOT);
    }
}
