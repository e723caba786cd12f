package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies for records: unmodifiable, in the document's order (Map.copyOf has none). */
public final class OrderedMaps {

    private OrderedMaps() {}

    public static <V> Map<String, V> copyOf(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** The members of the current object as texts. */
    static Map<String, String> members(JsonCursor json) {
        Map<String, String> members = new LinkedHashMap<>();
        json.enterObject();
        while (json.nextMember()) {
            members.put(json.name(), json.textOrEmpty());
        }
        return members;
    }
}
