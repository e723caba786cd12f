package io.powermigrate.auth;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.TokenRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds a credential to the first tenant that it is asked for. Thread-safe. */
final class OneTenant {

    private final String name;
    private final Supplier<Optional<String>> known;
    private @Nullable Authority own;
    private Optional<String> told = Optional.empty();

    /** @param known the tenant's id, once tokens have told it */
    OneTenant(String name, Supplier<Optional<String>> known) {
        this.name = name;
        this.known = known;
    }

    /** The authority of the one tenant; an error where the request is for another. */
    synchronized Authority require(TokenRequest request) {
        Authority asked = Authority.of(request);
        Authority present = own;
        if (present == null) {
            own = asked;
            told = request.tenantId();
            return asked;
        }
        if (!isSame(present, asked, request) || !present.base().equals(asked.base())) {
            throw new MigrationException(
                    "The " + name + " was not used for tenant " + asked.tenant() + " at "
                            + asked.base().getHost() + " because it has served tenant " + present.tenant() + " at "
                            + present.base().getHost(),
                    "Make one credential for each tenant");
        }
        return present;
    }

    private boolean isSame(Authority present, Authority asked, TokenRequest request) {
        Optional<String> id = told.or(known);
        boolean byId = id.isPresent()
                && (id.get().equalsIgnoreCase(asked.tenant())
                        || request.tenantId().filter(id.get()::equalsIgnoreCase).isPresent());
        return byId || present.tenant().equals(asked.tenant());
    }
}
