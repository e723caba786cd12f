package io.powermigrate.canvas.normalform;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one digest that is used here. */
final class Digests {

    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
