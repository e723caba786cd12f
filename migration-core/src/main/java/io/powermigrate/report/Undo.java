package io.powermigrate.report;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Fingerprint;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.RecreateFile;
import java.util.List;
import java.util.Objects;

/**
 * How one thing that a run has changed is taken back, as far as it can be. The library deletes nothing and goes back to nothing by
 * itself; what was kept {@code UndoMigration} puts back, by a plan of its own that people approve.
 *
 * @param key the resource
 * @param action what the run did with it
 * @param destinationId its id in the destination; empty where the run did not come to know it
 * @param way how it is taken back
 * @param remedy what to do, in exact steps; where nothing takes it back, what comes closest
 * @param files what the destination held before, written when it was overwritten; empty where nothing was kept
 * @param left fingerprint of what the destination showed when the step was verified, 64 hex digits; empty where it did not show what was
 *     written
 */
public record Undo(
        ResourceKey key,
        Action action,
        String destinationId,
        Way way,
        String remedy,
        List<RecreateFile> files,
        String left) {

    /** How something is taken back. */
    public enum Way {
        /** It was not there before: delete it. */
        DELETE,
        /** It held something else before, which was kept: put that back. */
        PUT_BACK,
        /** The library cannot: what was there before is not kept, or its migrator cannot write it. A person does what the remedy says. */
        NONE
    }

    public Undo {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(way, "way");
        files = List.copyOf(files);
        left = left == null ? "" : left;
    }

    /** The same, when it is known what the run has left there. */
    public Undo leaving(Fingerprint now) {
        return new Undo(key, action, destinationId, way, remedy, files, now.value());
    }

    /** In one line: the resource and what to do. */
    @Override
    public String toString() {
        return Shown.value(way + " " + key + ": " + remedy);
    }
}
