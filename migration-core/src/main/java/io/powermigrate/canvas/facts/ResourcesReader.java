package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;

/**
 * Reads {@code References\Resources.json}: media. Their addresses in the source environment's document store are signed; they are counted, not kept.
 */
final class ResourcesReader {

    private ResourcesReader() {}

    static void read(JsonCursor json, FactsDraft draft) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("Resources")) {
                json.enterArray();
                while (json.nextElement()) {
                    resource(json, draft.bound);
                }
            }
        }
    }

    private static void resource(JsonCursor json, OriginHostsDraft bound) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("RootPath")) {
                bound.rootPath(json.secretText());
            }
        }
    }
}
