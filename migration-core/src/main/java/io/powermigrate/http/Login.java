package io.powermigrate.http;

import io.powermigrate.internal.text.Shown;
import java.net.URI;
import java.util.Objects;

/**
 * Where and as whom to sign in. Immutable.
 *
 * @param authority the sign-in service of the cloud
 * @param tenant the tenant's id or one of its domains
 * @param credential who we are
 */
public record Login(URI authority, String tenant, Credential credential) {

    /** Checks that nothing is missing. */
    public Login {
        Objects.requireNonNull(authority, "authority");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(credential, "credential");
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
