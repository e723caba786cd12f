package io.powermigrate.testkit.fake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who stands behind a token: a user or an application of a tenant. */
record Caller(@Nullable FakeTenant tenantOrNull, Optional<FakeUser> user, String objectId, boolean application) {
    static final Caller NOBODY = new Caller(null, Optional.empty(), "", false);

    FakeTenant tenant() {
        if (tenantOrNull == null) {
            throw new IllegalStateException("A route without a token asked for the tenant. Give the route an access.");
        }
        return tenantOrNull;
    }

    /** The user; routes of makers have one, because the gate refused applications. */
    FakeUser maker() {
        return user.orElseThrow(() -> new IllegalStateException(
                "A route asked for the user of an application. Give the route MAKER access."));
    }
}
