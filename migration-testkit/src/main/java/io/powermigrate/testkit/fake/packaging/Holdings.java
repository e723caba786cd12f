package io.powermigrate.testkit.fake.packaging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an environment has beside apps, asked by name. The functions have to be thread-safe.
 *
 * @param connectors the facts of a connector ({@code displayName}, {@code iconUri}, {@code isCustomApi}), by name
 * @param connections the names of the connections of a connector that the caller may use
 * @param flows the properties of a flow ({@code displayName}, {@code definition}, {@code connectionReferences}), by name
 * @param newFlow makes a flow of its properties and answers its name
 */
public record Holdings(
        Function<String, Optional<ObjectNode>> connectors,
        Function<String, List<String>> connections,
        Function<String, Optional<ObjectNode>> flows,
        Function<ObjectNode, String> newFlow) {

    boolean hasConnector(String name) {
        return connectors.apply(name).isPresent();
    }

    boolean hasConnection(String connector, String name) {
        return connections.apply(connector).stream().anyMatch(name::equalsIgnoreCase);
    }

    boolean hasFlow(String name) {
        return flows.apply(name).isPresent();
    }
}
