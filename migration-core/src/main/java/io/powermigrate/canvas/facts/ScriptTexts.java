package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;
import java.util.HashMap;
import java.util.Map;

/** Keeps each formula once: of seven formulas of real documents six are the same as another. For one document and one thread. */
final class ScriptTexts {

    private final Map<String, String> formulas = new HashMap<>();

    String formula(JsonCursor json) {
        String text = json.formula();
        String known = formulas.putIfAbsent(text, text);
        return known == null ? text : known;
    }
}
