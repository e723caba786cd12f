package io.powermigrate.testkit.fake.internal.http;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a client reached the fake, so that links lead back the same way: by public host names, or by one prefix per
 * service on the fake's own address (wire/clients.md).
 *
 * @param scheme of the links that are given out
 * @param authority the host of the client's address, with its port if it has one
 * @param publicHost the host if it is one of the service's own
 * @param bareLogin whether the sign-in is reached without its prefix
 */
public record Origin(String scheme, String authority, Optional<String> publicHost, boolean bareLogin) {

    /**
     * The service speaks TLS only, and clients derive the audience of a token from an address: with a public host name a
     * link is https, whatever carried the request here. A port that no TLS listens on does not belong into it.
     */
    public static Origin of(String scheme, String authority) {
        String host = withoutPort(authority).toLowerCase(Locale.ROOT);
        boolean known = Service.all().stream().anyMatch(service -> service.servesHost(host));
        if (!known) {
            return new Origin(scheme, authority, Optional.empty(), false);
        }
        String kept = scheme.equalsIgnoreCase("https") ? authority : withoutPort(authority);
        return new Origin("https", kept, Optional.of(host), false);
    }

    /** The same way for a client that uses the address of the fake as that of the sign-in. */
    Origin withBareLogin() {
        return new Origin(scheme, authority, publicHost, true);
    }

    /** An absolute address on that service; the same host is kept where it already is of that service. */
    public String link(Service service, String pathAndQuery) {
        return base(service, "") + pathAndQuery;
    }

    /** An address on an environment's own host. */
    public String environmentLink(String headAndTail, String pathAndQuery) {
        return base(Service.ENVHOST, headAndTail) + pathAndQuery;
    }

    /** Where Dataverse of an organisation is; by public names its API has a host of its own, by prefix it has not. */
    public String organisationLink(String organisation, boolean api) {
        return base(Service.DATAVERSE, api && publicHost.isPresent() ? organisation + ".api" : organisation);
    }

    /** Whether that is an address of an organisation, that of its people or that of its API, with or without a slash. */
    public boolean isOrganisation(String organisation, String address) {
        String plain = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        String host = "." + Service.DATAVERSE.publicHost();
        return Stream.of(
                        organisationLink(organisation, false),
                        organisationLink(organisation, true),
                        "https://" + organisation + host,
                        "https://" + organisation + ".api" + host)
                .anyMatch(plain::equalsIgnoreCase);
    }

    /** The host of a service in a region, which by prefix is that of the service. */
    public String regionalLink(Service service, String region) {
        return publicHost.isPresent() ? base(service, region) : link(service, "");
    }

    /** An https address of a host that the fake answers for without playing it; anything else comes back as it is. */
    String elsewhere(String address) {
        Optional<String> host = Elsewhere.hostOf(address);
        if (host.isEmpty()) {
            return address;
        }
        String path = address.substring(("https://" + host.get()).length()).replaceFirst("^:\\d+", "");
        return publicHost.isPresent()
                ? "https://" + host.get() + port() + path
                : scheme + "://" + authority + "/" + Service.ELSEWHERE.prefix() + "/" + host.get() + path;
    }

    private String base(Service service, String headAndTail) {
        if (publicHost.isEmpty()) {
            boolean bare = bareLogin && service == Service.LOGIN;
            String sub = headAndTail.isEmpty() ? "" : "/" + headAndTail;
            return scheme + "://" + authority + (bare ? "" : "/" + service.prefix()) + sub;
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
        return authority.substring(withoutPort(authority).length());
    }

    private static String withoutPort(String authority) {
        return authority.replaceFirst(":\\d+$", "");
    }
}
