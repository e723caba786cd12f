package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * A bearer token. Its claims are read without verifying them: they steer which lists are asked for, never what is
 * allowed. A token that is no JWT has no claims. Immutable; the value shows in no text.
 */
public final class AccessToken {

    private final String value;
    private final Instant expiresAt;
    private final Document claims;

    private AccessToken(String value, Instant expiresAt) {
        this.value = value;
        this.expiresAt = expiresAt;
        this.claims = claims(value);
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
        return claims.text("idtyp").filter("app"::equalsIgnoreCase).isPresent();
    }

    /** The directory id of the user or service principal. */
    public Optional<String> objectId() {
        return claims.text("oid");
    }

    /** The id of the tenant that issued it. */
    public Optional<String> tenantId() {
        return claims.text("tid");
    }

    private static Document claims(String value) {
        String[] parts = value.split("\\.", -1);
        if (parts.length != 3) {
            return Document.empty();
        }
        try {
            return Document.parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | MigrationException opaque) {
            return Document.empty();
        }
    }

    /** The expiry only. */
    @Override
    public String toString() {
        return "AccessToken[until " + expiresAt + "]";
    }
}
