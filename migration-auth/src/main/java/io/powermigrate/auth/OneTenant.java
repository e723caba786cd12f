package io.powermigrate.auth;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.AccessToken;
import io.powermigrate.http.TokenRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a credential to the first tenant that it is asked for. Thread-safe. */
final class OneTenant {

    private final String name;
    private @Nullable Authority own;
    private Optional<String> id = Optional.empty();

    OneTenant(String name) {
        this.name = name;
    }

    /** The authority of the one tenant; an error where the request is for another. */
    synchronized Authority require(TokenRequest request) {
        Authority asked = Authority.of(request);
        Authority present = own;
        if (present == null) {
            own = asked;
            return asked;
        }
        boolean sameName = present.tenant().equals(asked.tenant())
                || id.filter(asked.tenant()::equalsIgnoreCase).isPresent();
        if (!sameName || !present.base().equals(asked.base())) {
            throw new MigrationException(
                    "The " + name + " was not used for tenant " + asked.tenant() + " at "
                            + asked.base().getHost() + " because it has served tenant " + present.tenant() + " at "
                            + present.base().getHost(),
                    "Make one credential for each tenant");
        }
        return present;
    }

    /** Refuses a token that another tenant issued; whether it is a token at all the services will see. */
    synchronized void check(AccessToken token, TokenRequest request) {
        Authority asked = Authority.of(request);
        Optional<String> wanted = asked.isTenantId() ? Optional.of(asked.tenant()) : id;
        Optional<String> issued = token.tenantId();
        if (wanted.isPresent() && issued.isPresent() && !wanted.get().equalsIgnoreCase(issued.get())) {
            throw new MigrationException(
                    "The token of the " + name + " was not used for tenant " + request.tenant() + " because tenant "
                            + issued.get() + " issued it",
                    "Sign in with an identity of that tenant");
        }
        id = issued.or(() -> id);
    }
}
