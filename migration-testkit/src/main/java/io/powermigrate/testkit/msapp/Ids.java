package io.powermigrate.testkit.msapp;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids derived from names, so that the same words give the same bytes. */
final class Ids {
    private Ids() {}

    static String guid(String... words) {
        byte[] seed = String.join("\u0000", words).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(seed).toString();
    }

    /** The last 16 hex digits that every flow connection of one document shares. */
    static String hex16(String... words) {
        return guid(words).replace("-", "").substring(16);
    }
}
