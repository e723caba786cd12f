package io.powermigrate.testkit.solution;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Ids that follow from names, so that the same specification is always the same package. */
final class Ids {
    private Ids() {}

    static String of(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + "/" + name.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static String checked(String id) {
        try {
            return UUID.fromString(id).toString();
        } catch (IllegalArgumentException noId) {
            throw new IllegalArgumentException("'" + id + "' is no id. Give a GUID with dashes.", noId);
        }
    }
}
