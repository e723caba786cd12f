package io.powermigrate.auth;

import io.powermigrate.http.AccessToken;
import io.powermigrate.http.TokenRequest;

/** One way to sign in to one tenant. Thread-safe. */
@FunctionalInterface
interface SignIn {

    /**
     * A token for the request's audience.
     *
     * @param fresh whether a token that was kept somewhere is not good enough
     * @throws io.powermigrate.error.MigrationException when nobody could be signed in
     */
    AccessToken token(TokenRequest request, boolean fresh);

    /** Whether the tenant's own authority issues the tokens; if not, they may be of any tenant. */
    default boolean asksTheTenant() {
        return true;
    }
}
