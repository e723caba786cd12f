package io.powermigrate.powerapps.app;

import io.powermigrate.model.Artifact;
import java.util.Map;

/**
 * A package that is ready for import.
 *
 * @param zip the package, in the workspace
 * @param origins the id in the source of what the manifest's keys stand for; empty for a package made around a pair
 * @param how where its pair comes from, in words
 */
record PreparedPackage(Artifact zip, Map<String, String> origins, String how) {

    PreparedPackage {
        origins = Map.copyOf(origins);
    }
}
