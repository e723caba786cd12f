package io.powermigrate.auth;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.http.Body;
import io.powermigrate.http.Call;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.http.ProxySettings;
import io.powermigrate.http.Transport;
import io.powermigrate.http.UriText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * MSAL4J's requests on our transport: one proxy, one TLS setting, one log; without a bearer and without our repeats, as
 * MSAL4J has its own; it is told of an answer what {@link TokenAnswer} lets through. Signing in is rare, so a connection
 * lives for one request. Thread-safe.
 */
final class MsalHttp implements IHttpClient {

    private final UnaryOperator<URI> route;
    private final HttpSettings settings;
    private volatile Optional<String> demanded = Optional.empty();
    private volatile DevicePolling polling;

    private MsalHttp(UnaryOperator<URI> route, HttpSettings settings) {
        this.route = route;
        this.settings = settings;
        this.polling = new DevicePolling(settings);
    }

    /** Requests to an authority and nowhere else. */
    static MsalHttp to(Authority authority, HttpSettings settings) {
        return new MsalHttp(authority::real, settings);
    }

    /** Requests to this machine's own service for its identity, which no proxy reaches. */
    static MsalHttp toThisMachine(HttpSettings settings) {
        return new MsalHttp(
                asked -> asked, settings.toBuilder().proxy(ProxySettings.none()).build());
    }

    /** A sign-in begins; each of its requests for a token asks for the claims that a service demanded. */
    void begin(Optional<String> claims) {
        demanded = claims;
        polling = new DevicePolling(settings);
    }

    /** It has ended: nobody asks any more whether a code was entered. */
    void end() {
        polling.stop();
    }

    @Override
    public IHttpResponse send(HttpRequest request) {
        URI target = route.apply(UriText.parse(request.url().toString()));
        DevicePolling present = polling;
        try (Transport transport = Transport.withoutLogin(List.of(target.resolve("/")), settings)) {
            Call call = call(request, target);
            TokenAnswer answer = present.answer(request, () -> new TokenAnswer(transport.attempt(call)));
            return answer.forMsal(isForToken(request));
        }
    }

    private static boolean isForToken(HttpRequest request) {
        return request.body() == null
                ? String.valueOf(request.url().getQuery()).contains("resource=")
                : request.body().contains("grant_type=");
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
}
