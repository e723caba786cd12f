package io.powermigrate.platform;

import io.powermigrate.internal.text.Shown;
import java.util.Objects;

/**
 * Which environment is meant: a name for one that is not open yet. Immutable.
 *
 * @param cloud where it is
 * @param tenant the tenant's id or one of its domains
 * @param idOrDisplayName the environment's id, its {@code Default-…} name, {@code ~Default}, or its display name; prefer the id
 *     for a destination, because anyone who may make environments can give one the same display name
 */
public record Environment(Cloud cloud, String tenant, String idOrDisplayName) {

    /** Checks that nothing is empty. */
    public Environment {
        Objects.requireNonNull(cloud, "cloud");
        if (tenant.isBlank() || idOrDisplayName.isBlank()) {
            throw new IllegalArgumentException(Shown.message("an environment needs a tenant and a name, not \"" + tenant
                    + "\" and \"" + idOrDisplayName + "\""));
        }
    }

    /** An environment of a tenant. */
    public static Environment of(Cloud cloud, String tenant, String idOrDisplayName) {
        return new Environment(cloud, tenant, idOrDisplayName);
    }

    @Override
    public String toString() {
        return Shown.message(idOrDisplayName + " in " + tenant);
    }
}
