package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.flight.SingleFlight;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens of one login, one for each audience, all of one tenant and one identity. Thread-safe: many calls that need a
 * new one ask for it once, and an interrupt ends the waiting of its thread only.
 */
final class Bearer {

    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Login login;
    private final Clock clock;
    private final OneIdentity identity = new OneIdentity("credential");
    private final Map<String, AccessToken> tokens = new ConcurrentHashMap<>();
    private final SingleFlight<Wanted, AccessToken> flights = new SingleFlight<>();

    /** What is asked for, in place of which token; in no text. */
    private record Wanted(TokenRequest request, String refused) {}

    Bearer(Login login, Clock clock) {
        this.login = login;
        this.clock = clock;
    }

    AccessToken token(String audience) {
        Supplier<Optional<AccessToken>> held =
                () -> Optional.ofNullable(tokens.get(audience)).filter(this::lasts);
        return held.get().orElseGet(() -> asked(new Wanted(request(audience), ""), held));
    }

    /** A new token in place of one that was refused; the present one if another call has already replaced that. */
    AccessToken replacing(AccessToken refused, String audience, Optional<String> claims) {
        Supplier<Optional<AccessToken>> held = () -> Optional.ofNullable(tokens.get(audience))
                .filter(token -> !token.value().equals(refused.value()));
        return held.get().orElseGet(() -> asked(new Wanted(afresh(request(audience), claims), refused.value()), held));
    }

    /** Another call may have asked between the first look and the flight. Who needs another audience does not wait. */
    private AccessToken asked(Wanted wanted, Supplier<Optional<AccessToken>> held) {
        return flights.fly(wanted, () -> held.get().orElseGet(() -> ask(wanted.request())));
    }

    private boolean lasts(AccessToken token) {
        return clock.instant().plus(MARGIN).isBefore(token.expiresAt());
    }

    private AccessToken ask(TokenRequest request) {
        AccessToken token = Optional.ofNullable(login.credential().token(request))
                .orElseThrow(() -> new MigrationException(
                        "Nobody was signed in to " + request.tenant() + " because the credential gave no token for "
                                + request.audience(),
                        "Return a token, or throw an exception that says why there is none"));
        identity.check(token, request);
        tokens.put(request.audience(), token);
        return token;
    }

    private static TokenRequest afresh(TokenRequest request, Optional<String> claims) {
        return claims.map(request::afresh).orElseGet(request::afresh);
    }

    private TokenRequest request(String audience) {
        TokenRequest request = TokenRequest.of(login.authority(), login.tenant(), audience);
        return login.tenantId().map(request::withTenantId).orElse(request);
    }

    /** The claims that a 401 demands: base64 in {@code WWW-Authenticate: Bearer … claims="…"}. */
    static final class Challenge {

        private static final Pattern CLAIMS = Pattern.compile("(?i)\\bclaims=\"?([A-Za-z0-9+/_=-]+)\"?");

        private Challenge() {}

        static Optional<String> claims(Headers headers) {
            return headers.all("WWW-Authenticate").stream()
                    .map(CLAIMS::matcher)
                    .filter(Matcher::find)
                    .map(matcher -> matcher.group(1))
                    .flatMap(text -> decoded(text).stream())
                    .findFirst();
        }

        private static Optional<String> decoded(String text) {
            try {
                byte[] json =
                        Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
                return Optional.of(new String(json, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException damaged) {
                return Optional.empty();
            }
        }
    }
}
