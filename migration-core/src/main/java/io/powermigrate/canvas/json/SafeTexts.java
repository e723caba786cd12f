package io.powermigrate.canvas.json;

import io.powermigrate.internal.secret.Secrets;
import java.util.HashMap;
import java.util.Map;

/** Texts without their secrets. Names of controls, properties and columns repeat: a short text is looked through and kept once. */
final class SafeTexts {

    private static final int SHORT = 64;
    private static final int MOST = 10_000;

    private final Map<String, String> known = new HashMap<>();

    String of(String text) {
        if (text.length() > SHORT) {
            return Secrets.masked(text);
        }
        String safe = known.get(text);
        if (safe == null) {
            safe = Secrets.masked(text);
            if (known.size() < MOST) {
                known.put(text, safe);
            }
        }
        return safe;
    }
}
