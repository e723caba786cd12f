package io.powermigrate.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Encrypts and authenticates with AES-GCM; each sealing has a nonce of its own. Thread-safe; shows nothing. */
final class Seal {

    private static final byte[] HEAD = "PMTOKEN2".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;
    private final String name;

    /** @param name what is sealed; under another name it does not open */
    Seal(SecretKey key, String name) {
        this.key = key;
        this.name = name;
    }

    byte[] sealed(byte[] open) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] secret = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(open);
        return ByteBuffer.allocate(HEAD.length + NONCE_BYTES + secret.length)
                .put(HEAD)
                .put(nonce)
                .put(secret)
                .array();
    }

    /**
     * What was sealed.
     *
     * @throws GeneralSecurityException when it is damaged, sealed with another key or under another name, or not sealed at all
     */
    byte[] opened(byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < HEAD.length + NONCE_BYTES) {
            throw new GeneralSecurityException("it is too short");
        }
        ByteBuffer bytes = ByteBuffer.wrap(sealed).position(HEAD.length);
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] secret = new byte[bytes.remaining()];
        bytes.get(secret);
        return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(secret);
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(HEAD);
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
