package io.powermigrate.cds.solution.facts;

import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * A web resource.
 *
 * @param name its name
 * @param type number of its kind
 * @param file path of its content, as spelled
 */
public record WebResource(
        String name, String type, @Nullable String file) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
