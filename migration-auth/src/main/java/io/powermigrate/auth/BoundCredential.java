package io.powermigrate.auth;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.AccessToken;
import io.powermigrate.http.Credential;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.internal.text.Log;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all ways to sign in have in common. It belongs to one tenant; it keeps one token an audience until that nears its
 * end; many callers that need a new one cause one request. Where a token cannot be renewed but has not ended yet, it is
 * used on. Thread-safe; no secret is in its text.
 */
final class BoundCredential implements Credential {

    private static final Log LOG = Log.of(BoundCredential.class);

    /** As long before a token's end a new one is asked for; the transport keeps the same distance. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    /** How long a renewal that failed is not tried again, while the token lasts. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final String name;
    private final Function<Authority, SignIn> opening;
    private final Clock clock;
    private final OneTenant tenant;
    private final ConcurrentMap<String, Held> tokens = new ConcurrentHashMap<>();
    private final SingleFlight<TokenRequest, AccessToken> flights = new SingleFlight<>();
    private @Nullable SignIn opened;

    /** A token, and until when nobody asks for a new one. */
    private record Held(AccessToken token, Instant goodUntil) {}

    /**
     * @param name what it is called in messages, such as {@code device code of application 1234}
     * @param opening makes the way into the one tenant
     */
    BoundCredential(String name, Function<Authority, SignIn> opening, Clock clock) {
        this.name = name;
        this.opening = opening;
        this.clock = clock;
        this.tenant = new OneTenant(name);
    }

    @Override
    public AccessToken token(TokenRequest request) {
        Authority authority = tenant.require(request);
        return held(request).orElseGet(() -> flights.fly(request, () -> landed(request, authority)));
    }

    private Optional<AccessToken> held(TokenRequest request) {
        return Optional.ofNullable(tokens.get(request.audience()))
                .filter(held -> !request.fresh() && clock.instant().isBefore(held.goodUntil()))
                .map(Held::token);
    }

    /** Another flight may have landed since this caller looked. */
    private AccessToken landed(TokenRequest request, Authority authority) {
        return held(request).orElseGet(() -> renewed(request, authority));
    }

    private AccessToken renewed(TokenRequest request, Authority authority) {
        Held old = tokens.get(request.audience());
        try {
            AccessToken token = opened(authority).token(request, request.fresh() || old != null);
            tenant.check(token, request);
            tokens.put(request.audience(), new Held(token, token.expiresAt().minus(MARGIN)));
            return token;
        } catch (MigrationException e) {
            if (request.fresh()
                    || old == null
                    || !clock.instant().isBefore(old.token().expiresAt())) {
                throw e;
            }
            return usedOn(old.token(), request, e);
        }
    }

    private AccessToken usedOn(AccessToken old, TokenRequest request, MigrationException failure) {
        LOG.warn("{}. The present token is used on, it lasts until {}", failure.problem(), old.expiresAt());
        Instant next = clock.instant().plus(PAUSE);
        tokens.put(request.audience(), new Held(old, next.isBefore(old.expiresAt()) ? next : old.expiresAt()));
        return old;
    }

    private synchronized SignIn opened(Authority authority) {
        SignIn signIn = opened;
        if (signIn == null) {
            signIn = opening.apply(authority);
            opened = signIn;
        }
        return signIn;
    }

    @Override
    public String toString() {
        return name;
    }
}
