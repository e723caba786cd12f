package io.powermigrate.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens of one login, one for each audience. Thread-safe: many calls that need a new one ask for it once. */
final class Bearer {

    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Login login;
    private final Clock clock;
    private final Map<String, AccessToken> tokens = new ConcurrentHashMap<>();

    Bearer(Login login, Clock clock) {
        this.login = login;
        this.clock = clock;
    }

    AccessToken token(String audience) {
        return tokens.compute(audience, (key, held) -> held != null && lasts(held) ? held : ask(request(key)));
    }

    /** A new token in place of one that was refused; the present one if another call has already replaced that. */
    AccessToken replacing(AccessToken refused, String audience, Optional<String> claims) {
        return tokens.compute(
                audience,
                (key, held) -> held != null && !held.value().equals(refused.value())
                        ? held
                        : ask(request(key).afresh(claims)));
    }

    private boolean lasts(AccessToken token) {
        return clock.instant().plus(MARGIN).isBefore(token.expiresAt());
    }

    private AccessToken ask(TokenRequest request) {
        return login.credential().token(request);
    }

    private TokenRequest request(String audience) {
        return TokenRequest.of(login.authority(), login.tenant(), audience);
    }
}
