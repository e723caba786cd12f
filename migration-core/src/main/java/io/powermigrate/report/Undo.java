package io.powermigrate.report;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.RecreateFile;
import java.util.List;
import java.util.Objects;

/**
 * How one thing that a run has changed is taken back, as far as it can be. A person does it: the library deletes nothing
 * and goes back to nothing by itself.
 *
 * @param key the resource
 * @param action what the run did with it
 * @param destinationId its id in the destination; empty where the run did not come to know it
 * @param way how it is taken back
 * @param remedy what to do, in exact steps; where nothing takes it back, what comes closest
 * @param files what the destination held before, written when it was overwritten; empty where nothing was kept
 */
public record Undo(
        ResourceKey key, Action action, String destinationId, Way way, String remedy, List<RecreateFile> files) {

    /** How something is taken back. */
    public enum Way {
        /** It was not there before: delete it. */
        DELETE,
        /** It held something else before, which was kept: put that back. */
        PUT_BACK,
        /** Nothing takes it back, because what was there before cannot be kept. */
        NONE
    }

    public Undo {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(way, "way");
        files = List.copyOf(files);
    }

    /** In one line: the resource and what to do. */
    @Override
    public String toString() {
        return Shown.value(way + " " + key + ": " + remedy);
    }
}
