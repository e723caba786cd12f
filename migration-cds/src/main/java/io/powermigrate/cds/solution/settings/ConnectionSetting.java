package io.powermigrate.cds.solution.settings;

import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a connection reference.
 *
 * @param logicalName of the reference
 * @param connectionId name of a connection of the destination; empty where it is open
 * @param connectorId path of the connector; null where the file does not say it
 */
public record ConnectionSetting(
        String logicalName, String connectionId, @Nullable String connectorId) {

    /** Whether somebody has still to choose the connection. */
    public boolean isOpen() {
        return connectionId.isEmpty();
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
