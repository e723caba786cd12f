package io.powermigrate.http;

/** Who we are to the services. Must be thread-safe, and should cache: it is asked again when a token nears its end. */
@FunctionalInterface
public interface Credential {

    /**
     * A token for one audience.
     *
     * @throws io.powermigrate.error.MigrationException when nobody could be signed in
     */
    AccessToken token(TokenRequest request);
}
