package io.powermigrate.testkit.fake.wire;

/**
 * A sign-in that the fake let happen, without secrets and tokens.
 *
 * @param grant the grant type as the client wrote it, or {@code managed_identity}
 * @param clientId the application
 * @param audience what the token is for
 * @param claims the claims parameter as the client wrote it; empty without one
 * @param who the user's name, or the application's id again
 */
public record FakeSignIn(String grant, String clientId, String audience, String claims, String who) {}
