package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.address.AddressRange;
import io.powermigrate.internal.secret.Redaction;
import io.powermigrate.internal.text.Shown;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What a credential is asked for. Immutable.
 *
 * @param authority the sign-in service of the cloud, such as {@code https://login.microsoftonline.com}
 * @param tenant the tenant's id or one of its domains
 * @param tenantId the tenant's id where it is known; a token that another tenant issued is refused then
 * @param audience the resource, with its final slash where it is registered with one
 * @param fresh whether a cached token must not be handed out, because the service has refused it
 * @param claims the claims challenge of the service, as JSON, to be passed on to the authority
 */
public record TokenRequest(
        URI authority,
        String tenant,
        Optional<String> tenantId,
        String audience,
        boolean fresh,
        Optional<String> claims) {

    /**
     * Checks the authority.
     *
     * @throws MigrationException when secrets would go to another machine without TLS
     */
    public TokenRequest {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(audience, "audience");
        if (!AddressRange.isSafe(authority)) {
            throw new MigrationException(
                    "Nobody was signed in to " + tenant + " because the sign-in service " + Redaction.address(authority)
                            + " is not reached by https",
                    "Give a cloud whose authority begins with https; plain http is for a fake on this machine only");
        }
    }

    /** A first request, for which a cached token is good enough. */
    public static TokenRequest of(URI authority, String tenant, String audience) {
        return new TokenRequest(authority, tenant, TenantId.in(tenant), audience, false, Optional.empty());
    }

    /** The same request, where the tenant's id is known. */
    public TokenRequest withTenantId(String id) {
        return new TokenRequest(authority, tenant, Optional.of(id), audience, fresh, claims);
    }

    /** The same request after a 401: not from a cache, with the service's claims challenge if it sent one. */
    public TokenRequest afresh(Optional<String> challenge) {
        return new TokenRequest(authority, tenant, tenantId, audience, true, challenge);
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
