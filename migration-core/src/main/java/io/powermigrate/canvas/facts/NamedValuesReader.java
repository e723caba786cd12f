package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;

/** Reads {@code References\NamedValues.json}: the custom pages that the document opens. */
final class NamedValuesReader {

    private NamedValuesReader() {}

    static void read(JsonCursor json, FactsDraft draft) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("NamedValues")) {
                json.enterArray();
                while (json.nextElement()) {
                    value(json, draft.bound);
                }
            }
        }
    }

    private static void value(JsonCursor json, OriginHostsDraft bound) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("Value")) {
                bound.namedValue(json.textOrEmpty());
            }
        }
    }
}
