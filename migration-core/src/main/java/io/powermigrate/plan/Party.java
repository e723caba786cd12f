package io.powermigrate.plan;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Identity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of the two environments, and who was signed in to it. A plan makes it of its {@link Side}. Immutable. */
public final class Party {

    private final Known known;

    private record Known(String id, String name, @Nullable Identity identity) {}

    Party(String id, String name, @Nullable Identity identity) {
        this.known = new Known(id, name, identity);
    }

    /** What tells the environment from every other one. */
    public String id() {
        return known.id();
    }

    /** What people call the environment. */
    public String name() {
        return known.name();
    }

    /** Who was signed in; empty where the endpoint or the snapshot does not tell. */
    public Optional<Identity> identity() {
        return Optional.ofNullable(known.identity());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Party that && known.equals(that.known);
    }

    @Override
    public int hashCode() {
        return known.hashCode();
    }

    /** In words, such as {@code Contoso Dev, signed in as user ada@contoso.com (1a2b…)}. */
    @Override
    public String toString() {
        String who = identity().map(Identity::toString).orElse("somebody who was not recorded");
        return Shown.message(Shown.name(name()) + ", signed in as " + who);
    }

    /** What has changed since, in words; empty where it is the same identity. */
    Optional<String> changed(Party now) {
        boolean same = identity().isPresent() == now.identity().isPresent()
                && (identity().isEmpty()
                        || identity().get().isSame(now.identity().orElseThrow()));
        return same ? Optional.empty() : Optional.of("the plan was made for " + this + ", and now it is " + now);
    }
}
