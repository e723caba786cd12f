package io.powermigrate.testkit.fake.internal.packages;

import java.util.Set;

/**
 * What one export minted: the only combination that an import takes (wire/canvas-app-import.md, section 2). Immutable.
 *
 * @param key the app's key in the manifest's resources, a GUID
 * @param folder the app's folder, an unsigned 64-bit number in decimal
 * @param environment the environment that minted it
 * @param telemetry {@code packageTelemetryId} of the package that carried it
 * @param document {@code Id} in the exported document's properties: what tells this app from another
 * @param connections the keys of the connection resources that the manifest was minted with
 */
public record Pair(
        String key, String folder, String environment, String telemetry, String document, Set<String> connections) {
    public Pair {
        connections = Set.copyOf(connections);
    }

    public Pair with(Set<String> minted) {
        return new Pair(key, folder, environment, telemetry, document, minted);
    }
}
