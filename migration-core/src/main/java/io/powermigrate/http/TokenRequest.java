package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.address.AddressRange;
import io.powermigrate.internal.secret.Redaction;
import io.powermigrate.internal.text.Shown;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a {@link Credential} is asked for: a token of one tenant for one service. Immutable. */
public final class TokenRequest {

    private final Asked asked;

    private record Asked(
            URI authority,
            String tenant,
            Optional<String> tenantId,
            String audience,
            boolean fresh,
            Optional<String> claims) {

        Asked {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(audience, "audience");
            if (!AddressRange.isSafe(authority)) {
                throw new MigrationException(
                        "Nobody was signed in to " + tenant + " because the sign-in service "
                                + Redaction.address(authority) + " is not reached by https",
                        "Give a cloud whose authority begins with https; plain http is for a fake on this machine only");
            }
        }
    }

    private TokenRequest(Asked asked) {
        this.asked = asked;
    }

    /**
     * A first request, for which a cached token is good enough.
     *
     * @param authority the sign-in service of the cloud, such as {@code https://login.microsoftonline.com}
     * @param tenant the tenant's id or one of its domains
     * @param audience the service that the token is for, with its final slash where it is registered with one
     * @throws MigrationException when secrets would go to another machine without TLS
     */
    public static TokenRequest of(URI authority, String tenant, String audience) {
        return new TokenRequest(new Asked(authority, tenant, TenantId.in(tenant), audience, false, Optional.empty()));
    }

    /** The same request, where the tenant's id is known: a token that another tenant issued is refused then. */
    public TokenRequest withTenantId(String id) {
        return new TokenRequest(new Asked(authority(), tenant(), Optional.of(id), audience(), fresh(), claims()));
    }

    /** The same request after a 401 that came without a claims challenge: the answer must not come from a cache. */
    public TokenRequest afresh() {
        return new TokenRequest(new Asked(authority(), tenant(), tenantId(), audience(), true, Optional.empty()));
    }

    /**
     * As {@link #afresh()}, after a 401 that came with a claims challenge.
     *
     * @param challenge the challenge of the service, as JSON
     */
    public TokenRequest afresh(String challenge) {
        return new TokenRequest(new Asked(authority(), tenant(), tenantId(), audience(), true, Optional.of(challenge)));
    }

    /** The sign-in service of the cloud. */
    public URI authority() {
        return asked.authority();
    }

    /** The tenant's id or one of its domains, as the caller named it. */
    public String tenant() {
        return asked.tenant();
    }

    /** The tenant's id where it is known; a token that another tenant issued is refused then. */
    public Optional<String> tenantId() {
        return asked.tenantId();
    }

    /** The service that the token is for, with its final slash where it is registered with one. */
    public String audience() {
        return asked.audience();
    }

    /** Whether a cached token must not be handed out, because the service has refused it. */
    public boolean fresh() {
        return asked.fresh();
    }

    /** The claims challenge of the service, as JSON, to be passed on to the authority; empty where there was none. */
    public Optional<String> claims() {
        return asked.claims();
    }

    /**
     * The scope for the v2 endpoint. An audience with a final slash gives two slashes, and must: the token's {@code aud}
     * then keeps its slash (wire/power-platform.md, section 0.1).
     */
    public String scope() {
        return audience() + "/.default";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenRequest that && asked.equals(that.asked);
    }

    @Override
    public int hashCode() {
        return asked.hashCode();
    }

    /** In one line: for what, in which tenant; the challenge is not shown. */
    @Override
    public String toString() {
        return Shown.message("TokenRequest[" + audience() + " in " + Shown.name(tenant()) + " at " + authority()
                + (fresh() ? ", not from a cache" : "") + "]");
    }
}
