package io.powermigrate.auth;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.AccessToken;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.model.Document;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;

/** Tokens that the caller gets elsewhere. Thread-safe if their function is. */
record OwnTokens(Function<TokenRequest, String> tokens, Clock clock) implements SignIn {

    /** How long a token without a readable end is used: it is asked for again soon, and the cache is the caller's. */
    private static final Duration OPAQUE_LIFE = Duration.ofMinutes(5);

    /** The end of year 9999; a token that claims a later one ends no later. */
    private static final long LATEST = 253_402_300_799L;

    @Override
    public AccessToken token(TokenRequest request, boolean fresh) {
        String token = Asked.guarded(() -> tokens.apply(request), "own tokens");
        if (token == null || token.isBlank()) {
            throw new MigrationException(
                    "Nobody was signed in to " + request.tenant()
                            + " because the caller's own tokens hold none for the audience " + request.audience(),
                    "Return a token for exactly this audience, with its final slash if it has one");
        }
        return AccessToken.of(token.strip(), end(token.strip(), clock.instant()));
    }

    /** The caller's function is told the tenant, and may give a token of any other. */
    @Override
    public boolean asksTheTenant() {
        return false;
    }

    /** The claim {@code exp}, read without verifying. */
    private static Instant end(String token, Instant now) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return now.plus(OPAQUE_LIFE);
        }
        try {
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            long seconds = Document.parse(claims).number(0, "exp");
            return seconds > 0 ? Instant.ofEpochSecond(Math.min(seconds, LATEST)) : now.plus(OPAQUE_LIFE);
        } catch (IllegalArgumentException | MigrationException opaque) {
            return now.plus(OPAQUE_LIFE);
        }
    }
}
