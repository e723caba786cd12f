package io.powermigrate.approval;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;

/** Detached signatures. The key alone decides on the algorithm, nothing that stands in a file does. */
final class Signing {

    private static final int LEAST_RSA = 2048;

    private Signing() {}

    static byte[] sign(byte[] bytes, PrivateKey key) {
        try {
            Signature signing = algorithm(key);
            signing.initSign(key);
            signing.update(bytes);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new MigrationException(
                    "The approval was not signed because " + e.getMessage(),
                    "Give a private key of RSA, RSASSA-PSS, EC or EdDSA that can sign",
                    e);
        }
    }

    /** Whether the signature, in Base64, is of these bytes and this key; what is no signature at all is not. */
    static boolean isBy(PublicKey key, byte[] bytes, String signature) {
        try {
            Signature checking = algorithm(key);
            checking.initVerify(key);
            checking.update(bytes);
            return checking.verify(Base64.getDecoder().decode(signature));
        } catch (SignatureException | IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new MigrationException(
                    "The signature of an approval was not checked because " + e.getMessage(),
                    "Trust a public key of RSA, RSASSA-PSS, EC or EdDSA",
                    e);
        }
    }

    /** Refuses a key that cannot be used, with the reason in words. */
    static void require(String whose, Key key) {
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA) {
            throw new IllegalArgumentException(Shown.message("The key of " + whose + " has "
                    + rsa.getModulus().bitLength() + " bits. Give an RSA key of at least " + LEAST_RSA + " bits."));
        }
        try {
            algorithm(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    Shown.message("The key of " + whose + " cannot be used because " + e.getMessage()
                            + ". Give one of RSA, RSASSA-PSS, EC or EdDSA."),
                    e);
        }
    }

    private static Signature algorithm(Key key) throws GeneralSecurityException {
        return switch (key.getAlgorithm()) {
            case "RSA" -> Signature.getInstance("SHA256withRSA");
            case "RSASSA-PSS" -> pss();
            case "EC" -> Signature.getInstance("SHA256withECDSA");
            case "EdDSA", "Ed25519", "Ed448" -> Signature.getInstance("EdDSA");
            default -> throw new InvalidKeyException("it is a key of " + key.getAlgorithm());
        };
    }

    private static Signature pss() throws GeneralSecurityException {
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        return pss;
    }
}
