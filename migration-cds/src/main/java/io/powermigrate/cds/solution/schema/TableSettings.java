package io.powermigrate.cds.solution.schema;

import io.powermigrate.internal.text.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table says beside its columns; what it does not say is null.
 *
 * @param entitySetName plural name in addresses
 * @param primaryId column of its key; only metadata says it
 * @param primaryName column that names a row; only metadata says it
 * @param custom whether somebody added it; only metadata says it
 * @param privileges names of its privileges, sorted; only metadata says them
 * @param forms how many forms a package carries
 * @param views how many views a package carries
 * @param charts how many charts a package carries
 */
public record TableSettings(
        @Nullable String entitySetName,
        @Nullable String primaryId,
        @Nullable String primaryName,
        @Nullable Boolean custom,
        List<String> privileges,
        int forms,
        int views,
        int charts) {

    /** Copies what it is given. */
    public TableSettings {
        privileges = List.copyOf(privileges);
    }

    /** Nothing is known. */
    static final TableSettings NONE = new TableSettings(null, null, null, null, List.of(), 0, 0, 0);

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
