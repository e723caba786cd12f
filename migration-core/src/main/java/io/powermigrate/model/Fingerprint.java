package io.powermigrate.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Equal fingerprints mean that nothing that counts has changed.
 *
 * @param value 64 hex digits
 */
public record Fingerprint(String value) {

    /** The SHA-256 of the canonical text of a document. */
    public static Fingerprint of(Document content) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return new Fingerprint(
                    HexFormat.of().formatHex(sha256.digest(content.canonical().getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
