package io.powermigrate.testkit.fake.wire;

import java.util.List;
import java.util.Optional;

/**
 * A connection reference of an app as the fake keeps it (wire/power-platform.md, section 2.3).
 *
 * @param key the GUID that Studio minted
 * @param connectorName the name of the connector, lower case, e.g. {@code shared_sql}
 * @param dataSources the names of the data sources
 * @param workflowName the flow's id, for a reference to a flow
 */
public record FakeReference(String key, String connectorName, List<String> dataSources, Optional<String> workflowName) {
    /** Copies the list. */
    public FakeReference {
        dataSources = List.copyOf(dataSources);
    }
}
