package io.powermigrate.cds.solution.facts;

import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * A connection reference: a place for a connection, which never travels (wire/dataverse.md, section 5).
 *
 * @param logicalName what it is called everywhere
 * @param displayName its title
 * @param connectorId path of the connector; for a custom one it ends with a hash of the source environment
 * @param customConnectorId row of the custom connector, which is the same everywhere; null for others
 * @param promptingBehavior 0 asks at import, 1 does not
 */
public record ConnectionReference(
        String logicalName,
        String displayName,
        String connectorId,
        @Nullable String customConnectorId,
        @Nullable String promptingBehavior) {

    /** Name of the connector, such as {@code shared_sql}. */
    public String connector() {
        return connectorId.substring(connectorId.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
