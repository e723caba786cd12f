package io.powermigrate.auth;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import io.powermigrate.http.Body;
import io.powermigrate.http.Call;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.http.Reply;
import io.powermigrate.http.Transport;
import io.powermigrate.spi.Effect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * MSAL4J's requests on our transport: one proxy, one TLS setting, one log; without a bearer and without our repeats, as
 * MSAL4J has its own. Signing in is rare, so a connection lives for one request. Thread-safe.
 */
final class MsalHttp implements IHttpClient {

    private final UnaryOperator<URI> route;
    private final HttpSettings settings;
    private volatile Optional<String> demanded = Optional.empty();

    private MsalHttp(UnaryOperator<URI> route, HttpSettings settings) {
        this.route = route;
        this.settings = settings;
    }

    /** Requests to an authority and nowhere else. */
    static MsalHttp to(Authority authority, HttpSettings settings) {
        return new MsalHttp(authority::real, settings);
    }

    /** Requests to this machine's own service for its identity, which no proxy reaches. */
    static MsalHttp toThisMachine(HttpSettings settings) {
        return new MsalHttp(asked -> asked, settings.toBuilder().noProxy().build());
    }

    /** The claims that a service demanded; from now on each request for a token asks for them. */
    void demand(Optional<String> claims) {
        demanded = claims;
    }

    @Override
    public IHttpResponse send(HttpRequest request) {
        URI target = route.apply(URI.create(request.url().toString()));
        try (Transport transport = Transport.withoutLogin(List.of(target.resolve("/")), settings)) {
            return response(transport.attempt(call(request, target)));
        }
    }

    private Call call(HttpRequest request, URI target) {
        Call call = Call.of(Effect.READ, request.httpMethod().name(), target);
        Map<String, String> headers = Optional.ofNullable(request.headers()).orElse(Map.of());
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (!header.getKey().equalsIgnoreCase("Content-Type")) {
                call = call.withHeader(header.getKey(), header.getValue());
            }
        }
        if (request.body() == null) {
            return call;
        }
        String mediaType = Optional.ofNullable(request.headerValue("Content-Type"))
                .orElse("application/x-www-form-urlencoded; charset=UTF-8");
        String form = demanded.map(claims -> ClaimsChallenge.into(request.body(), claims))
                .orElse(request.body());
        return call.withBody(Body.bytes(form.getBytes(StandardCharsets.UTF_8), mediaType));
    }

    private static IHttpResponse response(Reply reply) {
        HttpResponse response = new HttpResponse().statusCode(reply.status()).body(reply.text());
        response.addHeaders(reply.headers().asMap());
        return response;
    }
}
