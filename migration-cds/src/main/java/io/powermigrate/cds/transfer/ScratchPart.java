package io.powermigrate.cds.transfer;

import io.powermigrate.internal.text.Shown;
import java.util.List;
import java.util.Locale;

/**
 * What a scratch solution is to hold.
 *
 * @param type the name of its component type, such as {@code entity}
 * @param id in the source
 * @param whole whether it comes with everything in it; only a table comes without
 * @param columns logical names of the columns that come with a table that does not come whole
 */
public record ScratchPart(String type, String id, boolean whole, List<String> columns) {

    /** Copies what it is given. */
    public ScratchPart {
        id = id.toLowerCase(Locale.ROOT);
        columns = List.copyOf(columns);
    }

    /** In one line: type and id. */
    @Override
    public String toString() {
        return Shown.record(this);
    }
}
