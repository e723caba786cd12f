package io.powermigrate.testkit.fake;

import java.util.Locale;
import java.util.Optional;

/**
 * How a client reached the fake, so that links lead back the same way: by public host names, or by one prefix per
 * service on the fake's own address (wire/clients.md).
 */
record Origin(String scheme, String authority, Optional<String> publicHost) {

    static Origin of(String scheme, String authority) {
        String host = authority.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        boolean known = Service.all().stream().anyMatch(service -> service.servesHost(host));
        return new Origin(scheme, authority, known ? Optional.of(host) : Optional.empty());
    }

    /** An absolute address on that service; the same host is kept where it already is of that service. */
    String link(Service service, String pathAndQuery) {
        return base(service, "") + pathAndQuery;
    }

    /** An address on an environment's own host. */
    String environmentLink(String headAndTail, String pathAndQuery) {
        return base(Service.ENVHOST, headAndTail) + pathAndQuery;
    }

    /** Where Dataverse of an organisation is; by public names its API has a host of its own, by prefix it has not. */
    String organisationLink(String organisation, boolean api) {
        return base(Service.DATAVERSE, api && publicHost.isPresent() ? organisation + ".api" : organisation);
    }

    /** The host of a service in a region, which by prefix is that of the service. */
    String regionalLink(Service service, String region) {
        return publicHost.isPresent() ? base(service, region) : link(service, "");
    }

    private String base(Service service, String headAndTail) {
        if (publicHost.isEmpty()) {
            String sub = headAndTail.isEmpty() ? "" : "/" + headAndTail;
            return scheme + "://" + authority + "/" + service.prefix() + sub;
        }
        String sub = headAndTail.isEmpty() ? "" : headAndTail + ".";
        boolean same = headAndTail.isEmpty() && service.servesHost(publicHost.get()) && !nested(service);
        return scheme + "://" + (same ? publicHost.get() : sub + service.publicHost()) + port();
    }

    /** The environment hosts end like the platform's host without being it. */
    private boolean nested(Service service) {
        return service == Service.PP && Service.ENVHOST.servesHost(publicHost.orElse(""));
    }

    private String port() {
        int colon = authority.lastIndexOf(':');
        return colon < 0 ? "" : authority.substring(colon);
    }
}
