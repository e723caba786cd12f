package io.powermigrate.auth;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.AccessToken;
import io.powermigrate.http.Credential;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.http.OneIdentity;
import io.powermigrate.http.TenantId;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.internal.flight.SingleFlight;
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
 * What all ways to sign in have in common. It belongs to one tenant and one user or application; it keeps one token an audience until that nears its
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
    private final OneIdentity identity;
    private final OneTenant tenant;
    private final HttpSettings http;
    private final ConcurrentMap<String, Held> tokens = new ConcurrentHashMap<>();
    private final SingleFlight<TokenRequest, AccessToken> flights = new SingleFlight<>();
    private @Nullable SignIn opened;

    /** A token, and until when nobody asks for a new one. */
    private record Held(AccessToken token, Instant goodUntil) {}

    /**
     * @param name what it is called in messages, such as {@code device code of application 1234}
     * @param opening makes the way into the one tenant
     * @param http the clock, and how the sign-in service is asked for the id of a tenant
     */
    BoundCredential(String name, Function<Authority, SignIn> opening, HttpSettings http) {
        this.name = name;
        this.opening = opening;
        this.http = http;
        this.clock = http.clock();
        this.identity = new OneIdentity(name);
        this.tenant = new OneTenant(name, identity::tenantId);
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
            SignIn signIn = opened(authority);
            AccessToken token = signIn.token(request, request.fresh() || old != null);
            boolean trusted = signIn.asksTheTenant() || token.tenantId().isEmpty();
            identity.check(token, trusted ? request : withTenantId(request));
            tokens.put(request.audience(), new Held(token, renewal(token)));
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

    /** Tokens that the tenant's authority did not issue are held against the tenant's id, which a domain does not tell. */
    private TokenRequest withTenantId(TokenRequest request) {
        Optional<String> known = request.tenantId().or(identity::tenantId);
        return request.withTenantId(known.orElseGet(() -> TenantId.of(request.authority(), request.tenant(), http)));
    }

    private static Instant renewal(AccessToken token) {
        boolean reckons = token.expiresAt().isAfter(Instant.EPOCH);
        return reckons ? token.expiresAt().minus(MARGIN) : Instant.EPOCH;
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
