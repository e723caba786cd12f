package io.powermigrate.canvas.json;

import io.powermigrate.canvas.reading.Limit;
import io.powermigrate.canvas.reading.Reading;

/**
 * What a JSON text inside of strings lies in.
 *
 * @param nesting how many strings
 * @param depth objects and arrays around it, in all texts
 * @param characters of the strings
 */
record Around(int nesting, int depth, long characters) {

    static final Around NOTHING = new Around(0, 0, 0);

    /** One string more. */
    Around with(int moreDepth, int moreCharacters) {
        return new Around(nesting + 1, depth + moreDepth, characters + moreCharacters);
    }

    /** Refuses a text that lies too deep, or whose strings are too long together. */
    void check(Reading reading, String place) {
        if (nesting > reading.limit(Limit.STRING_NESTING)) {
            throw reading.entryBeyond(place, "is JSON inside " + nesting + " strings", Limit.STRING_NESTING);
        }
        if (characters > reading.limit(Limit.TEXT)) {
            throw reading.entryBeyond(place, "lies in strings that are too long together", Limit.TEXT);
        }
    }
}
