package io.powermigrate.auth;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.files.OwnerOnly;
import io.powermigrate.internal.text.Log;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A certificate with its private key (RSA, 2,048 bits or more), by which an application proves who it is. The file is read at each sign-in, so a
 * renewed one is seen. Immutable; shows its file, never the key.
 */
public final class ClientCertificate {

    private static final Log LOG = Log.of(ClientCertificate.class);
    private static final int LEAST_BITS = 2048;

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
        return new ClientCertificate(file, from -> pkcs12(from, Asked.from(password, "the password of " + from)));
    }

    /** For MSAL4J. */
    IClientCredential proof() {
        try {
            KeyAndChain read = reading.read(file);
            requireStrong(read.key());
            warning().ifPresent(words -> LOG.warn("{}", words));
            return ClientCredentialFactory.createFromCertificateChain(read.key(), read.chain());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new MigrationException(
                    "The certificate in " + file + " was not used because it could not be read: " + e.getMessage(),
                    "Give a readable file with one private key (RSA, 2,048 bits or more), its certificate and the right"
                            + " password; a key in another form is converted by: openssl pkcs12 -export",
                    e);
        }
    }

    /** Entra ID registers certificates with RSA keys; anybody can compute a short one. */
    static void requireStrong(PrivateKey key) throws IOException {
        if (!(key instanceof RSAPrivateKey rsa)) {
            throw new IOException(
                    "its key is of type " + key.getAlgorithm() + ", and Entra ID takes RSA keys for certificates only");
        }
        int bits = rsa.getModulus().bitLength();
        if (bits < LEAST_BITS) {
            throw new IOException("its RSA key has " + bits + " bits, and less than " + LEAST_BITS
                    + " can be broken; make a new one");
        }
    }

    /** Told and not refused: containers mount secrets so, and may have no other user. Empty where all is well. */
    Optional<String> warning() throws IOException {
        return OwnerOnly.isOpenToOthers(file)
                ? Optional.of("Other users of this machine can read the private key in " + file
                        + "; take it from them: chmod 600 " + file)
                : Optional.empty();
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
