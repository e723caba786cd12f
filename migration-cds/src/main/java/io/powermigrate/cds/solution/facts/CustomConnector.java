package io.powermigrate.cds.solution.facts;

import io.powermigrate.internal.text.Shown;
import java.util.List;

/**
 * A custom connector. Its secrets do not travel (wire/dataverse.md, section 5).
 *
 * @param id its row, the same everywhere; lower case, no braces
 * @param name odd characters stand as {@code -HH}
 * @param displayName its title
 * @param type 1 is a custom one
 * @param files paths of its files, as spelled
 */
public record CustomConnector(String id, String name, String displayName, String type, List<String> files) {

    /** Copies what it is given. */
    public CustomConnector {
        files = List.copyOf(files);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
