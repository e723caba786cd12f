package io.powermigrate.testkit.fake.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate that signs itself, for the host names that a test wants or for those that the fake plays. It is made by the
 * {@code keytool} of the running JDK, because the JDK has no public API that makes certificates; its key is kept in memory
 * only, and it ends after a week. Immutable; its file goes when it is closed, or at
 * the latest when the program ends.
 */
public final class SelfSigned implements AutoCloseable {
    private static final int DAYS = 7;
    private static final String ALIAS = "fake";
    private static final String PEM = "fake-power-platform.pem";

    private final Path folder;
    private final SSLContext context;

    private SelfSigned(Path folder, SSLContext context) {
        this.folder = folder;
        this.context = context;
    }

    /** For this machine and the public host names that the fake plays. */
    static SelfSigned ofAllServices() {
        return made(names());
    }

    /** For certain hosts and no others. */
    public static SelfSigned of(String... hosts) {
        return made(Stream.of(hosts).map(host -> "dns:" + host).collect(Collectors.joining(",")));
    }

    private static SelfSigned made(String names) {
        Path folder = folder();
        List.of("", "key.p12", "keytool.log", PEM)
                .forEach(name -> folder.resolve(name).toFile().deleteOnExit());
        try {
            String password = UUID.randomUUID().toString();
            Path store = folder.resolve("key.p12");
            Path log = folder.resolve("keytool.log");
            run(keytool(store, names), password, log);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, password.toCharArray());
            }
            Files.delete(store);
            Files.delete(log);
            Path written = Files.createTempFile(folder, "fake", ".new"); // which others cannot read
            Files.writeString(written, pem(keys.getCertificate(ALIAS)));
            Files.move(written, folder.resolve(PEM));
            return new SelfSigned(folder, context(keys, password));
        } catch (IOException | GeneralSecurityException | IllegalStateException failed) {
            delete(folder);
            throw new IllegalStateException(
                    "The fake did not make its certificate with keytool: " + failed.getMessage()
                            + " Use a complete JDK, or leave out the port with TLS.",
                    failed);
        }
    }

    public Path pem() {
        return folder.resolve(PEM);
    }

    public SSLContext context() {
        return context;
    }

    public SSLContext trusted() {
        return trusting(pem());
    }

    public static SSLContext trusting(Path pem) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            try (InputStream in = Files.newInputStream(pem)) {
                store.setCertificateEntry(
                        ALIAS, CertificateFactory.getInstance("X.509").generateCertificate(in));
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext trusting = SSLContext.getInstance("TLS");
            trusting.init(null, trust.getTrustManagers(), null);
            return trusting;
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException("The certificate of the fake could not be read again.", failed);
        }
    }

    @Override
    public void close() {
        delete(folder);
    }

    private static List<String> keytool(Path store, String names) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1", // a short program starts sooner with little compiling
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=Fake Power Platform",
                "-validity",
                Integer.toString(DAYS),
                "-ext",
                "san=" + names,
                "-storetype",
                "PKCS12",
                "-storepass:env",
                "FAKE_STORE_PASSWORD",
                "-keystore",
                store.toString());
    }

    private static String names() {
        Stream<String> hosts = Service.all().stream().flatMap(Service::certified);
        return Stream.concat(Stream.of("localhost"), hosts)
                .map(host -> "dns:" + host)
                .collect(Collectors.joining(",", "", ",ip:127.0.0.1,ip:0:0:0:0:0:0:0:1"));
    }

    /** The password goes by the environment, which other users of the machine do not see. */
    private static void run(List<String> command, String password, Path log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("FAKE_STORE_PASSWORD", password);
        Process process = builder.start();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        Files.readString(log, StandardCharsets.UTF_8).strip());
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("it was interrupted.", stopped);
        }
    }

    private static SSLContext context(KeyStore keys, String password) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static String pem(Certificate certificate) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("fake-power-platform");
        } catch (IOException full) {
            throw new UncheckedIOException("The fake did not make a folder for its certificate.", full);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException gone) {
            throw new UncheckedIOException("The fake did not delete the folder of its certificate.", gone);
        }
    }
}
