package io.powermigrate.http;

import io.powermigrate.internal.text.Shown;
import java.net.URI;
import java.util.Optional;

/**
 * What a credential is asked for. Immutable.
 *
 * @param authority the sign-in service of the cloud, such as {@code https://login.microsoftonline.com}
 * @param tenant the tenant's id or one of its domains
 * @param audience the resource, with its final slash where it is registered with one
 * @param fresh whether a cached token must not be handed out, because the service has refused it
 * @param claims the claims challenge of the service, as JSON, to be passed on to the authority
 */
public record TokenRequest(URI authority, String tenant, String audience, boolean fresh, Optional<String> claims) {

    /** A first request, for which a cached token is good enough. */
    public static TokenRequest of(URI authority, String tenant, String audience) {
        return new TokenRequest(authority, tenant, audience, false, Optional.empty());
    }

    /** The same request after a 401: not from a cache, with the service's claims challenge if it sent one. */
    public TokenRequest afresh(Optional<String> challenge) {
        return new TokenRequest(authority, tenant, audience, true, challenge);
    }

    /**
     * The scope for the v2 endpoint. An audience with a final slash gives two slashes, and must: the token's {@code aud}
     * then keeps its slash (wire/power-platform.md, section 0.1).
     */
    public String scope() {
        return audience + "/.default";
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
