package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemTest {

    @TempDir
    private Path folder;

    @Test
    void a_key_in_another_form_says_how_to_convert_it() {
        assertRefused("-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n", "BEGIN PRIVATE KEY");
    }

    @Test
    void a_key_without_its_certificate_is_no_proof() throws Exception {
        byte[] key = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        String secret = Base64.getEncoder().encodeToString(key);

        assertRefused(
                "-----BEGIN PRIVATE KEY-----\n" + secret + "\n-----END PRIVATE KEY-----\n",
                "no block BEGIN CERTIFICATE that belongs to its key");
    }

    @Test
    void an_elliptic_key_is_named_as_one_that_entra_id_does_not_take() throws Exception {
        assertRefused(pem("EC", 256), "its key is an EC key, and Entra ID takes RSA keys");
    }

    @Test
    void a_key_that_can_be_broken_is_refused() throws Exception {
        KeyPair weak = pair("RSA", 1024);

        assertThatThrownBy(() -> ClientCertificate.requireStrong(weak.getPrivate()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its RSA key has 1024 bits, and less than 2048 can be broken");
        ClientCertificate.requireStrong(pair("RSA", 2048).getPrivate());
    }

    @Test
    void a_file_that_others_can_read_is_told() throws IOException {
        Path open = written("x");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(ClientCertificate.pem(open).warning()).hasValueSatisfying(words -> assertThat(words)
                .contains("Other users of this machine can read the private key in " + open)
                .endsWith("chmod 600 " + open));

        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-------"));
        assertThat(ClientCertificate.pem(open).warning()).isEmpty();
    }

    @Test
    void a_file_that_is_no_key_is_not_read_whole() throws Exception {
        assertRefused("x".repeat(2 << 20), "it has 2097152 bytes");
    }

    @Test
    void what_is_no_key_is_not_shown() {
        assertRefused("-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n", "could not be read");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(
                        () -> ClientCertificate.pem(folder.resolve("gone.pem")).proof())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("gone.pem");
    }

    private static KeyPair pair(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String pem(String algorithm, int bits) throws Exception {
        byte[] key = pair(algorithm, bits).getPrivate().getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }

    private void assertRefused(String pem, String because) {
        assertThatThrownBy(() -> ClientCertificate.pem(written(pem)).proof())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(because)
                .hasMessageContaining("openssl pkcs12 -export")
                .hasMessageNotContaining("c2VjcmV0");
    }

    private Path written(String pem) throws IOException {
        return Files.writeString(folder.resolve("key.pem"), pem);
    }
}
