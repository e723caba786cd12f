package io.powermigrate.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The tokens of one login, one for each audience. Thread-safe: many calls that need a new one ask for it once. */
final class Bearer {

    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Login login;
    private final Clock clock;
    private final Map<String, Held> tokens = new ConcurrentHashMap<>();

    Bearer(Login login, Clock clock) {
        this.login = login;
        this.clock = clock;
    }

    AccessToken token(String audience) {
        return held(audience).lasting();
    }

    /** A new token in place of one that was refused; the present one if another call has already replaced that. */
    AccessToken replacing(AccessToken refused, String audience, Optional<String> claims) {
        return held(audience).replacing(refused, claims);
    }

    private Held held(String audience) {
        return tokens.computeIfAbsent(audience, Held::new);
    }

    /** The token of one audience. Who asks for a new one keeps only those waiting who need the same. */
    private final class Held {

        private final String audience;
        private volatile @Nullable AccessToken token;

        Held(String audience) {
            this.audience = audience;
        }

        AccessToken lasting() {
            AccessToken known = token;
            return known != null && lasts(known) ? known : renewed();
        }

        private synchronized AccessToken renewed() {
            AccessToken known = token;
            return known != null && lasts(known) ? known : kept(ask(request(audience)));
        }

        synchronized AccessToken replacing(AccessToken refused, Optional<String> claims) {
            AccessToken known = token;
            return known != null && !known.value().equals(refused.value())
                    ? known
                    : kept(ask(request(audience).afresh(claims)));
        }

        private AccessToken kept(AccessToken fresh) {
            token = fresh;
            return fresh;
        }
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
