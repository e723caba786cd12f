package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.powermigrate.http.Credential;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.testkit.fake.wire.FakeSignIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-ins outlive the process: each credential here stands for a new run. */
class PersistentCacheTest {

    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");

    private final EntraWorld world = new EntraWorld();
    private final TokenRequest powerApps = world.request(world.contoso, EntraWorld.POWER_APPS);
    private final TokenRequest flow = world.request(world.contoso, EntraWorld.FLOW);
    private final AtomicInteger prompts = new AtomicInteger();

    @TempDir
    private Path parent;

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void a_user_is_asked_in_the_first_run_only() throws IOException {
        run(PersistentCache.in(folder())).token(powerApps);

        run(PersistentCache.in(folder())).token(powerApps);
        run(PersistentCache.in(folder())).token(flow);

        assertThat(prompts).hasValue(1);
        assertThat(world.contoso.signIns())
                .extracting(FakeSignIn::grant)
                .containsExactly("device_code", "refresh_token");
        assertThat(tokens()).hasSize(1);
    }

    @Test
    void its_files_are_their_owners_only() throws IOException {
        run(PersistentCache.in(folder())).token(powerApps);
        assumeThat(folder().getFileSystem().supportedFileAttributeViews()).contains("posix");

        assertThat(permissions(folder())).isEqualTo("rwx------");
        assertThat(permissions(tokens().get(0))).isEqualTo("rw-------");
    }

    @Test
    void a_file_that_others_could_read_is_taken_from_them() throws IOException {
        run(PersistentCache.in(folder())).token(powerApps);
        assumeThat(folder().getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.setPosixFilePermissions(tokens().get(0), PosixFilePermissions.fromString("rw-r--r--"));

        run(PersistentCache.in(folder())).token(powerApps);

        assertThat(permissions(tokens().get(0))).isEqualTo("rw-------");
        assertThat(prompts).hasValue(1);
    }

    @Test
    void a_key_seals_it() throws IOException {
        run(PersistentCache.in(folder()).encryptedBy(KEY)).token(powerApps);

        run(PersistentCache.in(folder()).encryptedBy(KEY)).token(flow);

        assertThat(prompts).hasValue(1);
        assertThat(Files.readString(tokens().get(0), StandardCharsets.ISO_8859_1))
                .doesNotContain("eyJ")
                .doesNotContain("refresh")
                .doesNotContain("ada");
    }

    @Test
    void another_key_or_none_means_signing_in_again() throws IOException {
        run(PersistentCache.in(folder()).encryptedBy(KEY)).token(powerApps);
        run(PersistentCache.in(folder())).token(powerApps);
        run(PersistentCache.in(folder()).encryptedBy(KEY)).token(powerApps);
        run(PersistentCache.in(folder()).encryptedBy(new SecretKeySpec(new byte[16], "AES")))
                .token(powerApps);

        assertThat(prompts).hasValue(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"Account\":5}", "{\"RefreshToken\":{\"a\":{}}}", "\u0000\u0001"})
    void a_damaged_file_means_signing_in_again(String content) throws IOException {
        run(PersistentCache.in(folder())).token(powerApps);
        Files.writeString(tokens().get(0), content);

        run(PersistentCache.in(folder())).token(powerApps);
        run(PersistentCache.in(folder())).token(powerApps);

        assertThat(prompts).hasValue(2);
    }

    @Test
    void half_a_file_means_signing_in_again() throws IOException {
        run(PersistentCache.in(folder())).token(powerApps);
        byte[] whole = Files.readAllBytes(tokens().get(0));
        Files.write(tokens().get(0), java.util.Arrays.copyOf(whole, whole.length / 2));

        run(PersistentCache.in(folder())).token(powerApps);

        assertThat(prompts).hasValue(2);
    }

    @Test
    void a_folder_that_cannot_be_written_costs_a_sign_in_and_nothing_more() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "in the way");

        assertThat(run(PersistentCache.in(file.resolve("folder")))
                        .token(powerApps)
                        .objectId())
                .contains(world.ada.objectId());
    }

    @Test
    void a_folder_of_sign_ins_that_others_may_enter_is_closed_to_them() throws IOException {
        Files.createDirectory(folder());
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxrwx"));

        run(PersistentCache.in(folder())).token(powerApps);

        assertThat(permissions(folder())).isEqualTo("rwx------");
        assertThat(tokens()).hasSize(1);
    }

    @Test
    void a_folder_that_others_may_enter_and_that_holds_more_is_left_as_it_is_and_not_used() throws IOException {
        Files.createDirectory(folder());
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(folder().resolve("notes.txt"), "for all");

        run(PersistentCache.in(folder())).token(powerApps);
        run(PersistentCache.in(folder())).token(powerApps);

        assertThat(permissions(folder())).isEqualTo("rwxrwxrwx");
        assertThat(tokens()).isEmpty();
        assertThat(prompts).hasValue(2);
    }

    @Test
    void a_link_in_place_of_the_file_is_neither_read_nor_changed() throws IOException {
        run(PersistentCache.in(folder())).token(powerApps);
        Path target = Files.move(tokens().get(0), parent.resolve("elsewhere"));
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
        byte[] before = Files.readAllBytes(target);
        Path link = Files.createSymbolicLink(folder().resolve(lock().replace(".lock", "")), target);

        run(PersistentCache.in(folder())).token(powerApps);

        assertThat(prompts).hasValue(2);
        assertThat(Files.readAllBytes(target)).isEqualTo(before);
        assertThat(permissions(target)).isEqualTo("rw-r--r--");
        assertThat(link).isRegularFile();
        assertThat(Files.isSymbolicLink(link)).isFalse();
    }

    @Test
    void a_sealed_file_does_not_open_in_the_place_of_another_one() throws IOException {
        PersistentCache cache = PersistentCache.in(folder()).encryptedBy(KEY);
        run(cache).token(powerApps);
        Path first = tokens().get(0);
        Credential other =
                Credentials.deviceCode(world.client, prompt -> world.eve.enters(prompt.userCode()), settings(cache));
        other.token(world.request(world.fabrikam, EntraWorld.POWER_APPS));
        Path second = tokens().stream()
                .filter(file -> !file.equals(first))
                .findFirst()
                .orElseThrow();
        Files.copy(second, first, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(run(cache).token(powerApps).objectId()).contains(world.ada.objectId());

        assertThat(prompts).hasValue(2);
    }

    @Test
    void tenants_share_a_folder_and_nothing_else() throws IOException {
        run(PersistentCache.in(folder())).token(powerApps);
        Credential other = Credentials.deviceCode(
                world.client, prompt -> world.eve.enters(prompt.userCode()), settings(PersistentCache.in(folder())));

        assertThat(other.token(world.request(world.fabrikam, EntraWorld.POWER_APPS))
                        .objectId())
                .contains(world.eve.objectId());
        assertThat(tokens()).hasSize(2);
    }

    @Test
    void an_application_keeps_its_token_too() throws IOException {
        world.atRealTime();
        world.contoso.application("app-1", "s3cret");
        for (int i = 0; i < 2; i++) {
            Credentials.clientSecret("app-1", "s3cret"::toCharArray, settings(PersistentCache.in(folder())))
                    .token(powerApps);
        }

        assertThat(world.contoso.signIns()).hasSize(1);
        assertThat(Files.readString(tokens().get(0))).doesNotContain("s3cret");
    }

    @Test
    void it_shows_its_folder_and_no_key() {
        assertThat(PersistentCache.in(folder()).encryptedBy(KEY))
                .hasToString("PersistentCache[" + folder() + ", encrypted]");
    }

    private Credential run(PersistentCache cache) {
        return Credentials.deviceCode(
                world.client,
                prompt -> {
                    prompts.incrementAndGet();
                    world.ada.enters(prompt.userCode());
                },
                settings(cache));
    }

    private SignInSettings settings(PersistentCache cache) {
        return SignInSettings.builder().http(world.fake.settings()).cache(cache).build();
    }

    private Path folder() {
        return parent.resolve("tokens");
    }

    private List<Path> tokens() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".tokens")).toList();
        }
    }

    private String lock() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".lock"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
