package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;
import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * {@code Header.json}: which build wrote the document (wire/msapp.md, section 1.3).
 *
 * @param docVersion version of the format, such as {@code 1.326}
 * @param minVersionToLoad the oldest build that can load it
 * @param structureVersion {@code MSAppStructureVersion}; null in documents before 2019
 * @param lastSaved {@code MM/dd/yyyy HH:mm:ss}, UTC, as written
 */
public record Header(
        @Nullable String docVersion,
        @Nullable String minVersionToLoad,
        @Nullable String structureVersion,
        @Nullable String lastSaved) {

    static final Header NONE = new Header(null, null, null, null);

    static Header read(JsonCursor json) {
        String docVersion = null;
        String minVersion = null;
        String structure = null;
        String saved = null;
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "DocVersion" -> docVersion = json.text();
                case "MinVersionToLoad" -> minVersion = json.text();
                case "MSAppStructureVersion" -> structure = json.text();
                case "LastSavedDateTimeUTC" -> saved = json.text();
                default -> {}
            }
        }
        return new Header(docVersion, minVersion, structure, saved);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
