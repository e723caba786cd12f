package io.powermigrate.testkit.fake.internal.http;

/**
 * Who stands behind a token.
 *
 * @param tenantId the tenant that issued it
 * @param objectId the user or the application; empty where no token is looked at
 * @param application whether it is an application
 */
public record Caller(String tenantId, String objectId, boolean application) {

    static final Caller NOBODY = new Caller("", "", false);
}
