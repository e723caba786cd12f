package io.powermigrate.internal.run;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Depth;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import java.util.Collection;
import java.util.List;

/** Whether a snapshot was read as deep as a plan needs it; what nobody fetched cannot be fetched offline. */
final class SnapshotDepth {

    private SnapshotDepth() {}

    /**
     * Refuses a snapshot in which some of these were only listed.
     *
     * @throws MigrationException names how many, the first one, and how to take a snapshot that is deep enough
     */
    static void require(Inventory snapshot, Collection<? extends Resource> about) {
        List<? extends Resource> shallow =
                about.stream().filter(Depth::isListed).toList();
        if (!shallow.isEmpty()) {
            throw new MigrationException(
                    Shown.message("Nothing was planned or assessed because the snapshot of " + snapshot.name()
                            + " holds only what lists show of "
                            + Counted.of(shallow.size(), "resource") + " that this is about, such as "
                            + shallow.get(0).key()),
                    "Take the snapshot with Migration.from(endpoint).inventory(workspace, plugins), or from Migration.read() "
                            + "of a migration whose scope selects them");
        }
    }
}
