package io.powermigrate.http;

import io.powermigrate.internal.secret.Redaction;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request in its two forms. Sealed, it is what HttpClient gets, whose layers log it: no token, no header of
 * the call and no query. Opened, it is what is written to the socket. Immutable.
 */
final class SealedHead {

    private static final String TOKEN = "Authorization";

    private final Call call;
    private final @Nullable AccessToken token;

    SealedHead(Call call, @Nullable AccessToken token) {
        this.call = call;
        this.token = token;
    }

    /** What HttpClient may know. */
    HttpUriRequestBase sealed() {
        URI uri = call.uri();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String harmless = Redaction.of(path).equals(path) ? path : "/";
        return new HttpUriRequestBase(
                call.method(), URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + harmless));
    }

    /** What the service gets: what HttpClient has added to the sealed request, and what was kept from it. */
    ClassicHttpRequest opened(ClassicHttpRequest sealed) {
        BasicClassicHttpRequest opened = new BasicClassicHttpRequest(call.method(), call.uri());
        opened.setAbsoluteRequestUri(!sealed.getRequestUri().startsWith("/"));
        opened.setVersion(sealed.getVersion());
        opened.setHeaders(sealed.getHeaders());
        opened.setHeader("Accept", "application/json");
        call.headers().forEach(opened::setHeader);
        opened.removeHeaders(TOKEN);
        if (token != null) {
            opened.setHeader(TOKEN, "Bearer " + token.value());
        }
        opened.setEntity(sealed.getEntity());
        return opened;
    }
}
