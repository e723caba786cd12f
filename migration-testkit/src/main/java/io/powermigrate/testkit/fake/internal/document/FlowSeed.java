package io.powermigrate.testkit.fake.internal.document;

import java.util.Map;

/**
 * A flow that documents run. Immutable.
 *
 * @param name the flow's GUID, lower case
 * @param displayName the name that people see
 * @param calls the ids of the connections it calls, by the name of the reference in the flow
 */
public record FlowSeed(String name, String displayName, Map<String, String> calls) {
    /** Copies the map. */
    public FlowSeed {
        calls = Map.copyOf(calls);
    }
}
