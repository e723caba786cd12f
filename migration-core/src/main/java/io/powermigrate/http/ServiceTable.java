package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.address.AddressRange;
import io.powermigrate.internal.secret.Redaction;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where calls may go. A token goes to the services only, and never to a pre-signed address, whose own query is the
 * credential; everything else is refused before anything is sent. Immutable.
 *
 * @param services who gets a token, each with its audience
 * @param presigned bases of stores for pre-signed addresses; {@code https://blob.core.windows.net} covers its subdomains
 */
public record ServiceTable(List<Service> services, List<URI> presigned) {

    /**
     * Copies both lists.
     *
     * @throws IllegalArgumentException for a base over plain HTTP that is not on this machine or its link
     */
    public ServiceTable {
        services = List.copyOf(services);
        presigned = List.copyOf(presigned);
        presigned.forEach(AddressRange::withoutToken);
    }

    /** This table with one more service. */
    public ServiceTable with(Service service) {
        List<Service> more = new ArrayList<>(services);
        more.add(service);
        return new ServiceTable(more, presigned);
    }

    /** The service that an address belongs to: the longest base wins; none for a pre-signed or a foreign address. */
    public Optional<Service> serviceOf(URI uri) {
        return services.stream()
                .filter(service -> service.covers(uri))
                .max(Comparator.comparingInt(service -> service.range().weight()))
                .filter(service -> service.range().weight() > presignedWeight(uri));
    }

    /** Whether an address lies in a store for pre-signed addresses. */
    public boolean isPresigned(URI uri) {
        return presignedWeight(uri) >= 0 && serviceOf(uri).isEmpty();
    }

    /** Whether a call may go there at all. */
    public boolean knows(URI uri) {
        return serviceOf(uri).isPresent() || isPresigned(uri);
    }

    /**
     * Refuses an address that belongs to no service: a call with a token would go there.
     *
     * @param what what leads there, such as {@code "The next page"}
     * @throws MigrationException naming the host, never the query
     */
    public void require(URI uri, String what) {
        if (serviceOf(uri).isEmpty()) {
            throw new MigrationException(
                    what + " was not asked for because its address " + Redaction.address(uri)
                            + (isPresigned(uri)
                                    ? " is that of a store for pre-signed addresses, which gets no such calls"
                                    : " belongs to no service of this cloud")
                            + "; nothing was sent",
                    "Add the service to the Cloud if you trust that host, or report the answer that named it");
        }
    }

    /**
     * Refuses an address that lies in no store for pre-signed addresses: what it answers would pass for what was stored.
     *
     * @param what as in {@link #require}
     * @throws MigrationException naming the host, never the query
     */
    public void requirePresigned(URI uri, String what) {
        if (!isPresigned(uri)) {
            throw new MigrationException(
                    what + " was not asked for because its address " + Redaction.address(uri)
                            + (knows(uri) ? " is that of a service" : " belongs to nothing in this cloud")
                            + " and not that of a store for pre-signed addresses; nothing was sent",
                    "Add the store to Cloud.withBlobStores if you trust that host, or report the answer that named it");
        }
    }

    private int presignedWeight(URI uri) {
        return presigned.stream()
                .map(AddressRange::withoutToken)
                .filter(range -> range.covers(uri))
                .mapToInt(AddressRange::weight)
                .max()
                .orElse(-1);
    }
}
