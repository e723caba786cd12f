package io.powermigrate.canvas.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.powermigrate.canvas.reading.Limit;
import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.zip.EntryName;
import java.io.IOException;

/** Says why a JSON text is refused, and where; what stands there may be a secret and is never quoted. */
record JsonRefusal(Reading reading, String place, JsonParser parser) {

    MigrationException of(IOException cause) {
        return cause instanceof StreamConstraintsException beyond
                ? tooLong(beyond.getOriginalMessage())
                : malformed("is not well-formed JSON", where());
    }

    MigrationException beyond(String met, Limit limit) {
        return reading.entryBeyond(place, met + where(), limit);
    }

    /** The tokenizer tells only in words which of its limits it means. */
    private MigrationException tooLong(String words) {
        if (words.startsWith("Name")) {
            return beyond("has a longer member name", Limit.NAMES);
        }
        if (words.startsWith("String")) {
            return beyond("holds a JSON value that is too long", Limit.TEXT);
        }
        String what =
                words.startsWith("Number") ? "a number of more than a thousand digits" : "what no JSON reader takes";
        return reading.refused(
                "its entry '" + EntryName.shown(place) + "' holds " + what + where(), "Do not use this file");
    }

    MalformedJson malformed(String because, String where) {
        return new MalformedJson(reading.refused(
                "its entry '" + EntryName.shown(place) + "' " + because + where, "Export the document again"));
    }

    String where() {
        long at = parser.currentLocation().getByteOffset();
        return at < 0 ? " at character " + parser.currentLocation().getCharOffset() : " at byte " + at;
    }
}
