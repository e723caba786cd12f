package io.powermigrate.http;

import java.net.URI;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Sends each call through the proxy that the settings name for its host. */
final class ProxyRoutes extends DefaultRoutePlanner {

    private final ProxySettings settings;

    ProxyRoutes(ProxySettings settings) {
        super(DefaultSchemePortResolver.INSTANCE);
        this.settings = settings;
    }

    @Override
    protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
        return settings.of(URI.create(target.toURI())).map(HttpHost::create).orElse(null);
    }
}
