package io.powermigrate.http;

import io.powermigrate.internal.address.AddressRange;
import io.powermigrate.internal.text.Shown;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Where and as whom to sign in. Immutable.
 *
 * @param authority the sign-in service of the cloud
 * @param tenant the tenant's id or one of its domains
 * @param tenantId the tenant's id where it is known, see {@link TenantId}; tokens of another tenant are refused then
 * @param credential who we are
 */
public record Login(URI authority, String tenant, Optional<String> tenantId, Credential credential) {

    /**
     * Checks that nothing is missing.
     *
     * @throws IllegalArgumentException for an authority over plain HTTP that is not on this machine
     */
    public Login {
        AddressRange.of(authority);
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(credential, "credential");
    }

    /** A login whose tenant's id is known if the tenant is given by it. */
    public Login(URI authority, String tenant, Credential credential) {
        this(authority, tenant, TenantId.in(tenant), credential);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
