package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.secret.Redaction;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Asks the JVM which proxy leads to a host. */
final class SystemProxy {

    private SystemProxy() {}

    /**
     * The first proxy that the JVM names and that is one over HTTP; empty where it says that none is needed.
     *
     * @throws MigrationException when it names SOCKS proxies only, which would be something else than an HTTP proxy
     */
    static Optional<URI> of(URI target) {
        ProxySelector selector = ProxySelector.getDefault();
        List<Proxy> named = selector == null ? List.of() : selector.select(target);
        for (Proxy proxy : named) {
            if (proxy.type() == Proxy.Type.DIRECT) {
                return Optional.empty();
            }
            if (proxy.type() == Proxy.Type.HTTP && proxy.address() instanceof InetSocketAddress address) {
                return Optional.of(URI.create("http://" + inUri(address.getHostString()) + ":" + address.getPort()));
            }
        }
        if (!named.isEmpty()) {
            throw new MigrationException(
                    Redaction.address(target)
                            + " was not asked because the system's settings name a SOCKS proxy for it",
                    "Set https.proxyHost and https.proxyPort, or give ProxySettings.at an HTTP proxy");
        }
        return Optional.empty();
    }

    private static String inUri(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
