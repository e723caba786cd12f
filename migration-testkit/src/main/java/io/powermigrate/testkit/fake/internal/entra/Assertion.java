package io.powermigrate.testkit.fake.internal.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A signed token by which a client proves who it is: RS256 or PS256 (wire/msal-authority.md, endpoint 1). */
record Assertion(ObjectNode header, ObjectNode claims, byte[] signed, byte[] signature) {
    private static final Duration SKEW = Duration.ofMinutes(5);

    static Optional<Assertion> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        return Optional.of(new Assertion(
                Json.objectOrEmpty(decode(parts[0])),
                Json.objectOrEmpty(decode(parts[1])),
                (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                decode(parts[2])));
    }

    /** Whether the header names the certificate by its thumbprint, and its key made the signature. */
    boolean isOf(X509Certificate certificate) {
        try {
            byte[] encoded = certificate.getEncoded();
            boolean named = Arrays.equals(thumbprint("x5t#S256"), digest("SHA-256", encoded))
                    || Arrays.equals(thumbprint("x5t"), digest("SHA-1", encoded));
            return named && isSignedBy(certificate.getPublicKey());
        } catch (GeneralSecurityException unreadable) {
            return false;
        }
    }

    boolean isSignedBy(PublicKey key) {
        try {
            Optional<Signature> verifier = verifier();
            if (verifier.isEmpty()) {
                return false;
            }
            verifier.get().initVerify(key);
            verifier.get().update(signed);
            return verifier.get().verify(signature);
        } catch (GeneralSecurityException damaged) {
            return false;
        }
    }

    boolean isInTime(Instant now) {
        long seconds = now.getEpochSecond();
        return claims.path("exp").asLong() > seconds && claims.path("nbf").asLong() <= seconds + SKEW.toSeconds();
    }

    String claim(String name) {
        return claims.path(name).asText();
    }

    private Optional<Signature> verifier() throws GeneralSecurityException {
        switch (header.path("alg").asText()) {
            case "RS256" -> {
                return Optional.of(Signature.getInstance("SHA256withRSA"));
            }
            case "PS256" -> {
                Signature pss = Signature.getInstance("RSASSA-PSS");
                pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
                return Optional.of(pss);
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private byte[] thumbprint(String member) {
        return decode(header.path(member).asText());
    }

    private static byte[] digest(String algorithm, byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance(algorithm).digest(bytes);
    }

    /** Both alphabets, with padding or without: clients differ. */
    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
