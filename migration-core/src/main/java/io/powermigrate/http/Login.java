package io.powermigrate.http;

import io.powermigrate.internal.address.AddressRange;
import io.powermigrate.internal.text.Shown;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** Where and as whom to sign in. Immutable. */
public final class Login {

    private final URI authority;
    private final String tenant;
    private final Optional<String> tenantId;
    private final Credential credential;

    private Login(URI authority, String tenant, Optional<String> tenantId, Credential credential) {
        AddressRange.of(authority);
        this.authority = authority;
        this.tenant = Objects.requireNonNull(tenant, "tenant");
        this.tenantId = tenantId;
        this.credential = Objects.requireNonNull(credential, "credential");
    }

    /**
     * A login whose tenant's id is known if the tenant is given by it.
     *
     * @param authority the sign-in service of the cloud, such as {@code https://login.microsoftonline.com}
     * @param tenant the tenant's id or one of its domains
     * @param credential who we are
     * @throws IllegalArgumentException for an authority over plain HTTP that is not on this machine
     */
    public Login(URI authority, String tenant, Credential credential) {
        this(authority, tenant, TenantId.in(tenant), credential);
    }

    /** The same login, where the tenant's id is known: tokens of another tenant are refused then. See {@link TenantId}. */
    public Login withTenantId(String id) {
        return new Login(authority, tenant, Optional.of(id), credential);
    }

    /** The sign-in service of the cloud. */
    public URI authority() {
        return authority;
    }

    /** The tenant's id or one of its domains. */
    public String tenant() {
        return tenant;
    }

    /** The tenant's id where it is known. */
    public Optional<String> tenantId() {
        return tenantId;
    }

    /** Who we are. */
    public Credential credential() {
        return credential;
    }

    /** In one line: where, and to which tenant; nothing of the credential. */
    @Override
    public String toString() {
        return Shown.message("Login[" + Shown.name(tenant) + " at " + authority + "]");
    }
}
