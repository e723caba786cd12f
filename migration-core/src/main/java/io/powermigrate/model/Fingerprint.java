package io.powermigrate.model;

import io.powermigrate.internal.text.Shown;

/**
 * Equal fingerprints mean that nothing that counts has changed.
 *
 * @param value 64 hex digits
 */
public record Fingerprint(String value) {

    /** The SHA-256 of the canonical text of a document; the document keeps it. */
    public static Fingerprint of(Document content) {
        return content.fingerprint();
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
