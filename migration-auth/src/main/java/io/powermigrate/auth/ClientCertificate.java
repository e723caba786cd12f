package io.powermigrate.auth;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;
import io.powermigrate.error.MigrationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * A certificate with its private key, by which an application proves who it is. The file is read at each sign-in, so a
 * renewed one is seen. Immutable; shows its file, never the key.
 */
public final class ClientCertificate {

    private final Path file;
    private final Reading reading;

    /** A private key and its certificates, the key's own first. */
    record KeyAndChain(PrivateKey key, List<X509Certificate> chain) {}

    @FunctionalInterface
    private interface Reading {
        KeyAndChain read(Path file) throws IOException, GeneralSecurityException;
    }

    private ClientCertificate(Path file, Reading reading) {
        this.file = file;
        this.reading = reading;
    }

    /** A PEM file with a private key in PKCS#8 without a password ({@code BEGIN PRIVATE KEY}) and its certificates. */
    public static ClientCertificate pem(Path file) {
        return new ClientCertificate(file, Pem::read);
    }

    /**
     * A PKCS#12 file (.pfx, .p12) with one private key.
     *
     * @param password asked for at each sign-in; the array is not changed
     */
    public static ClientCertificate pkcs12(Path file, Supplier<char[]> password) {
        return new ClientCertificate(file, from -> pkcs12(from, password.get()));
    }

    /** For MSAL4J. */
    IClientCredential proof() {
        try {
            KeyAndChain read = reading.read(file);
            return ClientCredentialFactory.createFromCertificateChain(read.key(), read.chain());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new MigrationException(
                    "The certificate in " + file + " was not used because it could not be read: " + e.getMessage(),
                    "Give a readable file with one private key, its certificate and the right password; a key in another"
                            + " form is converted by: openssl pkcs12 -export",
                    e);
        }
    }

    private static KeyAndChain pkcs12(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, password);
        }
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password) instanceof PrivateKey key) {
                Certificate[] chain = store.getCertificateChain(alias);
                return new KeyAndChain(
                        key,
                        Arrays.stream(chain).map(X509Certificate.class::cast).toList());
            }
        }
        throw new IOException("it has no private key");
    }

    @Override
    public String toString() {
        return "ClientCertificate[" + file + "]";
    }
}
