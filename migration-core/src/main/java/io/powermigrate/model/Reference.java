package io.powermigrate.model;

import io.powermigrate.internal.text.Shown;
import java.util.Objects;

/**
 * A pointer from one resource to another.
 *
 * @param to the other, by key or, where only its id is known, by {@link ResourceKey#ofId}
 * @param kind what follows from it
 */
public record Reference(ResourceKey to, Kind kind) {

    /** What follows from a reference. */
    public enum Kind {
        /** The dependant is not started until the other is in the destination. */
        NEEDS,
        /** Keeps the order, holds nothing. */
        USES,
        /** Carried by the other, no step of its own. */
        PART_OF
    }

    public Reference {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(kind, "kind");
    }

    /** The dependant waits for the other. */
    public static Reference needs(ResourceKey to) {
        return new Reference(to, Kind.NEEDS);
    }

    /** The dependant comes after the other, and goes without it. */
    public static Reference uses(ResourceKey to) {
        return new Reference(to, Kind.USES);
    }

    /** The dependant travels inside the other. */
    public static Reference partOf(ResourceKey to) {
        return new Reference(to, Kind.PART_OF);
    }

    /** In one line, such as {@code NEEDS connection "shared_sql / Orders"}. */
    @Override
    public String toString() {
        return Shown.value(kind + " " + to);
    }
}
