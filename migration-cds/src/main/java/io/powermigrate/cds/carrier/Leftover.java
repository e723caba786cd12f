package io.powermigrate.cds.carrier;

import io.powermigrate.internal.text.Shown;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scratch solution that is in the environment it was made in: an export uses it now, or was cut off. It is unmanaged, so deleting it
 * deletes nothing that it holds.
 *
 * @param solution its unique name
 * @param id its id
 * @param since when it was made; null where the service does not tell
 * @param by who made it; empty where the service does not tell
 * @param removed whether it was deleted now
 * @param kept why it was not deleted; empty where it was, or where nobody asked for that
 */
public record Leftover(String solution, String id, @Nullable Instant since, String by, boolean removed, String kept) {

    /** Its name, and when and by whom it was made, as far as that is known. */
    String words() {
        return solution + ", made " + (since == null ? "at an unknown time" : "at " + since)
                + (by.isEmpty() ? "" : " by " + by);
    }

    Leftover gone() {
        return new Leftover(solution, id, since, by, true, "");
    }

    Leftover keptBecause(String why) {
        return new Leftover(solution, id, since, by, false, why);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
