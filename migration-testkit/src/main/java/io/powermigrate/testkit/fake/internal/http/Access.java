package io.powermigrate.testkit.fake.internal.http;

/** Who may call a route (wire/power-platform.md, section 0.1). */
public enum Access {
    /** No token is looked at. */
    NONE,
    /** The signature in the query is the credential, and a bearer token is refused. */
    SIGNATURE,
    /** A user's token; an application's token is refused. */
    MAKER,
    /** An administrator's token, or that of a registered application. */
    ADMIN,
    /** Any token; the route itself finds out whether its owner is a member of the organisation. */
    MEMBER,
    /** Any token of the tenant. */
    TENANT
}
