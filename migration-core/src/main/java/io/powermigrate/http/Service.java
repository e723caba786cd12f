package io.powermigrate.http;

import io.powermigrate.internal.address.AddressRange;
import io.powermigrate.internal.text.Shown;
import java.net.URI;
import java.util.Objects;

/**
 * A service that may be called with a token. An address belongs to it when scheme and port are those of the base, the
 * host is the base's or a subdomain of it (regional hosts: {@code europe.api.bap.microsoft.com}), and the path begins
 * with the base's path. A service over plain HTTP is on this machine. Immutable.
 *
 * @param name what it is called in tables and logs
 * @param base scheme, host, optional port and optional path prefix
 * @param audience the resource that a token for it is asked for
 * @param regional whether subdomains of the base's host belong to it
 */
public record Service(String name, URI base, String audience, boolean regional) {

    /**
     * Checks the base.
     *
     * @throws IllegalArgumentException for a base without a host, with a user, or over plain HTTP to another machine
     */
    public Service {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(audience, "audience");
        AddressRange.of(base);
    }

    /** A service with regional hosts. */
    public Service(String name, URI base, String audience) {
        this(name, base, audience, true);
    }

    /** A service on one host, without subdomains. */
    public static Service exactly(String name, URI base, String audience) {
        return new Service(name, base, audience, false);
    }

    /** Whether an address belongs to this service. */
    public boolean covers(URI uri) {
        return range().covers(uri) && (regional || base.getHost().equalsIgnoreCase(uri.getHost()));
    }

    /**
     * An address of this service.
     *
     * @param pathAndQuery begins with a slash; already escaped, but characters that no URI may hold are escaped here
     */
    public URI uri(String pathAndQuery) {
        String text = base.toString();
        return UriText.parse((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + pathAndQuery);
    }

    AddressRange range() {
        return AddressRange.of(base);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
