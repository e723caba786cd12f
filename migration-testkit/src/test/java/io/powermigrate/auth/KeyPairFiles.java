package io.powermigrate.auth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A key with its certificate, made by the JDK's keytool, in both forms of files. */
public final class KeyPairFiles {

    static final String PASSWORD = "changeit";

    private static byte[] made = {};

    private final Path folder;
    private final KeyStore store;

    private KeyPairFiles(Path folder, KeyStore store) {
        this.folder = folder;
        this.store = store;
    }

    /** Writes both into a folder; the key is made once a process, because that takes longer than most tests. */
    public static synchronized KeyPairFiles in(Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("key.p12");
        if (made.length == 0) {
            make(file);
            made = Files.readAllBytes(file);
        }
        Files.write(file, made);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, PASSWORD.toCharArray());
        }
        return new KeyPairFiles(folder, store);
    }

    private static void make(Path file) throws IOException, InterruptedException {
        keytool(
                "-J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC -genkeypair -alias one -keyalg RSA -keysize 2048 -dname CN=localhost -validity 30"
                        + " -ext SAN=dns:localhost,ip:127.0.0.1 -storetype PKCS12 -storepass " + PASSWORD
                        + " -keystore "
                        + file);
    }

    private static void keytool(String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(arguments.split(" ")));
        command.add(
                0, Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    KeyStore store() {
        return store;
    }

    /** The certificate. */
    public X509Certificate certificate() throws GeneralSecurityException {
        return (X509Certificate) store.getCertificate("one");
    }

    /** Its key. */
    public PrivateKey key() throws GeneralSecurityException {
        return (PrivateKey) store.getKey("one", PASSWORD.toCharArray());
    }

    Path pkcs12() {
        return folder.resolve("key.p12");
    }

    /** Both, in one PEM file. */
    public Path pem() throws IOException, GeneralSecurityException {
        return Files.writeString(
                folder.resolve("key.pem"),
                "Bag Attributes: none\n" + block("PRIVATE KEY", key().getEncoded())
                        + block("CERTIFICATE", certificate().getEncoded()));
    }

    private static String block(String name, byte[] bytes) {
        return "-----BEGIN " + name + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + name + "-----\n";
    }
}
