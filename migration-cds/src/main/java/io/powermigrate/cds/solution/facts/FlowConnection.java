package io.powermigrate.cds.solution.facts;

import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * What a cloud flow calls, and by which connection reference.
 *
 * @param key name within the flow
 * @param reference logical name of the connection reference; null for flows that bind none (wire/dataverse.md, section 5)
 * @param connector name of the connector
 * @param runtimeSource {@code embedded}, or {@code invoker}: the connection of who runs it
 */
public record FlowConnection(
        String key,
        @Nullable String reference,
        @Nullable String connector,
        @Nullable String runtimeSource) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
