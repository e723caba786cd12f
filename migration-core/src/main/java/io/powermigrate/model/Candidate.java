package io.powermigrate.model;

import io.powermigrate.internal.text.Shown;
import java.util.Objects;

/**
 * One of the destination that a resource of the source could be.
 *
 * @param id its id there
 * @param name what people call it
 */
public record Candidate(String id, String name) {

    public Candidate {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }

    /** The one that a resource of the destination is. */
    public static Candidate of(Resource there) {
        return new Candidate(there.id(), there.displayName());
    }

    /** For people: its name and its id. */
    @Override
    public String toString() {
        return "\"" + Shown.name(name) + "\" (id " + Shown.name(id) + ")";
    }
}
