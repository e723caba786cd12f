package io.powermigrate.plan;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Identity;
import java.util.Optional;

/**
 * One of the two environments, and who was signed in to it. Immutable.
 *
 * @param id what tells the environment from every other one
 * @param name what people call it
 * @param identity who was signed in; empty where the endpoint or the snapshot does not tell
 */
public record Party(String id, String name, Optional<Identity> identity) {

    /** In words, such as {@code Contoso Dev, signed in as user ada@contoso.com (1a2b…)}. */
    @Override
    public String toString() {
        String who = identity.map(Identity::toString).orElse("somebody who was not recorded");
        return Shown.message(Shown.name(name) + ", signed in as " + who);
    }

    /** What has changed since, in words; empty where it is the same identity. */
    Optional<String> changed(Party now) {
        boolean same = identity.isPresent() == now.identity.isPresent()
                && (identity.isEmpty() || identity.get().isSame(now.identity.orElseThrow()));
        return same ? Optional.empty() : Optional.of("the plan was made for " + this + ", and now it is " + now);
    }
}
