package io.powermigrate.cds.carrier;

import io.powermigrate.internal.text.Shown;
import java.time.Instant;
import java.util.Optional;

/**
 * A scratch solution that is in the environment it was made in: an export uses it now, or was cut off. It is unmanaged, so deleting it
 * deletes nothing that it holds.
 *
 * @param solution its unique name
 * @param id its id
 * @param since when it was made; empty where the service does not tell
 * @param by who made it; empty where the service does not tell
 * @param removed whether it was deleted now
 * @param kept why it was not deleted; empty where it was, or where nobody asked for that
 */
public record Leftover(
        String solution, String id, Optional<Instant> since, String by, boolean removed, String kept) {

    /** When and by whom it was made, as far as that is known. */
    String made() {
        return since.map(at -> "made at " + at).orElse("made at an unknown time") + (by.isEmpty() ? "" : " by " + by);
    }

    Leftover gone() {
        return new Leftover(solution, id, since, by, true, "");
    }

    Leftover keptBecause(String why) {
        return new Leftover(solution, id, since, by, false, why);
    }

    /** In one line: its name, when and by whom it was made, and what became of it. */
    @Override
    public String toString() {
        String end = removed ? ", removed" : kept.isEmpty() ? "" : ", kept because " + kept;
        return Shown.message(solution + ", " + made() + end);
    }
}
