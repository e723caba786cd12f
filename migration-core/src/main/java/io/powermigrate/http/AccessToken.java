package io.powermigrate.http;

import io.powermigrate.model.Identity;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A bearer token. Its claims are read without verifying them: they steer which lists are asked for, never what is
 * allowed. A token that is no JWT has no claims. Immutable; the value shows in no text.
 */
public final class AccessToken {

    private final String value;
    private final Instant expiresAt;
    private final Claims claims;

    private AccessToken(String value, Instant expiresAt) {
        this.value = value;
        this.expiresAt = expiresAt;
        this.claims = Claims.of(value);
    }

    /** A token and the moment at which it ends. */
    public static AccessToken of(String value, Instant expiresAt) {
        return new AccessToken(Objects.requireNonNull(value, "value"), Objects.requireNonNull(expiresAt, "expiresAt"));
    }

    /** The secret itself; for the Authorization header only. */
    public String value() {
        return value;
    }

    /** When it ends. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** Whether an application signed in without a user: claim {@code idtyp} (wire/clients.md, point 1). */
    public boolean appOnly() {
        return claims.isOfApplication();
    }

    /** The directory id of the user or service principal. */
    public Optional<String> objectId() {
        return claims.text("oid");
    }

    /** The id of the tenant that issued it. */
    public Optional<String> tenantId() {
        return claims.text("tid");
    }

    /** What it is for: an address, or the id of a service; empty where it does not tell. */
    public Optional<String> audience() {
        return claims.text("aud");
    }

    /** Who is signed in with it, see {@link Identity}; a token that tells nothing says so. */
    public Identity identity() {
        return claims.identity();
    }

    /** The expiry only. */
    @Override
    public String toString() {
        return "AccessToken[until " + expiresAt + "]";
    }
}
