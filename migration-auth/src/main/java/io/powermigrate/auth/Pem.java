package io.powermigrate.auth;

import io.powermigrate.auth.ClientCertificate.KeyAndChain;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a private key and certificates from the text form of RFC 7468; whatever else the file holds is passed over. */
final class Pem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]++)-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");
    private static final long LONGEST = 1 << 20;

    private Pem() {}

    static KeyAndChain read(Path file) throws IOException, GeneralSecurityException {
        PrivateKey key = null;
        List<X509Certificate> chain = new ArrayList<>();
        if (Files.size(file) > LONGEST) {
            throw new IOException(
                    "it has " + Files.size(file) + " bytes, and a key with its certificates has some thousand");
        }
        Matcher block = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (block.find()) {
            byte[] bytes = Base64.getMimeDecoder().decode(block.group(2));
            if (block.group(1).equals("PRIVATE KEY")) {
                key = key(bytes);
            } else if (block.group(1).equals("CERTIFICATE")) {
                chain.add((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)));
            }
        }
        if (key == null) {
            throw new IOException("it has no block BEGIN PRIVATE KEY (PKCS#8 without a password)");
        }
        return new KeyAndChain(key, ownFirst(key, chain));
    }

    private static PrivateKey key(byte[] bytes) throws IOException, GeneralSecurityException {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            if (isElliptic(bytes)) {
                throw new IOException("its key is an EC key, and Entra ID takes RSA keys for certificates only", e);
            }
            throw e;
        }
    }

    private static boolean isElliptic(byte[] bytes) throws GeneralSecurityException {
        try {
            KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes));
            return true;
        } catch (InvalidKeySpecException other) {
            return false;
        }
    }

    /** Entra ID finds the registered certificate by the first one. */
    private static List<X509Certificate> ownFirst(PrivateKey key, List<X509Certificate> all) throws IOException {
        List<X509Certificate> ordered = new ArrayList<>(all);
        ordered.removeIf(each -> !belongs(each, key));
        if (ordered.isEmpty()) {
            throw new IOException("it has no block BEGIN CERTIFICATE that belongs to its key");
        }
        all.stream().filter(each -> !belongs(each, key)).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    private static boolean belongs(X509Certificate certificate, PrivateKey key) {
        return certificate.getPublicKey() instanceof RSAPublicKey open
                && key instanceof RSAPrivateKey secret
                && open.getModulus().equals(secret.getModulus());
    }
}
