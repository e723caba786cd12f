package io.powermigrate.internal.page.sarif;

import io.powermigrate.page.Item;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** What tells that a result is the same one as in another run: what it is about, not where or in which words. */
final class Fingerprints {

    private static final String NAME = "groupAndResource/v1";

    private Fingerprints() {}

    /** Of a group as a whole. */
    static Map<String, String> of(String group) {
        return Map.of(NAME, sha256(group));
    }

    /** Of a resource in a group. */
    static Map<String, String> of(String group, Item item) {
        return item.key() == null
                ? of(group + "\n" + item.name())
                : of(group + "\n" + item.key().type() + "\n" + item.key().name() + "\n"
                        + item.key().twin());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
