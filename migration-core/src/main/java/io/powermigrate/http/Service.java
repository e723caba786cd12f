package io.powermigrate.http;

import io.powermigrate.internal.text.Shown;
import java.net.URI;
import java.util.Objects;

/**
 * A service that may be called with a token. An address belongs to it when scheme and port are those of the base, the
 * host is the base's or a subdomain of it (regional hosts: {@code europe.api.bap.microsoft.com}), and the path begins
 * with the base's path. Immutable.
 *
 * @param name what it is called in tables and logs
 * @param base scheme, host, optional port and optional path prefix
 * @param audience the resource that a token for it is asked for
 */
public record Service(String name, URI base, String audience) {

    /** Checks that the base has a scheme and a host. */
    public Service {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(audience, "audience");
        AddressRange.of(base);
    }

    /** Whether an address belongs to this service. */
    public boolean covers(URI uri) {
        return range().covers(uri);
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
