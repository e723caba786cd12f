package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.http.SelfSigned;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;

/**
 * A certificate that signs itself, for the host names that a test wants. It is made by the {@code keytool} of the running
 * JDK, because the JDK has no public API that makes certificates; its key is kept in memory only, and it ends after a week.
 * Immutable; its file goes when it is closed, or at the latest when the program ends.
 */
public final class FakeCertificate implements AutoCloseable {

    private final SelfSigned certificate;

    private FakeCertificate(SelfSigned certificate) {
        this.certificate = certificate;
    }

    /**
     * A certificate for certain hosts and no others.
     *
     * @param hosts names, such as {@code wrong.example} or {@code *.example}
     * @throws IllegalStateException if the JDK has no {@code keytool}, or it fails
     */
    public static FakeCertificate of(String... hosts) {
        return new FakeCertificate(SelfSigned.of(hosts));
    }

    /** For clients to trust. */
    public Path pem() {
        return certificate.pem();
    }

    /** For a server that shows it. */
    public SSLContext context() {
        return certificate.context();
    }

    /** For a client that trusts this certificate and no other. */
    public SSLContext trusted() {
        return certificate.trusted();
    }

    /**
     * For a client that trusts the certificate in a file and no other.
     *
     * @param pem such as {@link #pem}, or the file that the standalone fake writes
     * @throws IllegalStateException if the file cannot be read as a certificate
     */
    public static SSLContext trusting(Path pem) {
        return SelfSigned.trusting(pem);
    }

    @Override
    public void close() {
        certificate.close();
    }
}
