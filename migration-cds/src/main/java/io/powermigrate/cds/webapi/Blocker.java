package io.powermigrate.cds.webapi;

import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * Something that cannot be removed because something else needs it (wire/dataverse-facts.md, A6).
 *
 * @param required what was to be removed
 * @param dependent what needs it
 */
public record Blocker(End required, End dependent) {

    /**
     * One of the two.
     *
     * @param type a word or a number
     * @param name what people call it
     * @param id lower case
     * @param parent name of what it is part of; null where it is part of nothing
     */
    public record End(
            String type, String name, String id, @Nullable String parent) {
        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
