package io.powermigrate.testkit.fake.packaging;

/**
 * Who calls, as the token says. Immutable.
 *
 * @param objectId the principal
 * @param name the name that people see
 * @param app whether it is an application's own token ({@code idtyp: app})
 * @param audience the token's {@code aud}
 */
public record Caller(String objectId, String name, boolean app, String audience) {}
