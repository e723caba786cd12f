package io.powermigrate.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Artifact;
import io.powermigrate.store.Workspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes of a workspace as files that people find by their names, whatever those names are. */
class FilesForPeopleTest {

    @TempDir
    Path folder;

    private Workspace workspace() {
        return Workspace.at(folder.resolve("work"));
    }

    private static Artifact put(Workspace workspace, String name, String text) {
        return workspace.put(name, "text/plain", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    static Stream<String> hostile() {
        return Stream.of(
                "../../etc/passwd.json",
                "..\\..\\windows\\system.json",
                "/absolute.json",
                "C:\\drive.json",
                "..",
                ".",
                "",
                " ",
                ".hidden.json",
                "-rf.json",
                "CON.json",
                "nul",
                "Com1 .flow.json",
                "a\u0000b.json",
                "line\nbreak.json",
                "\u202Egpj.exe.json",
                "zero\u200Bwidth\uFEFF.json",
                "filler\u3164.json",
                "half\uD83D.json",
                "trailing dot. .json",
                "stream:alternate.json",
                "what?*<>|\".json",
                "x".repeat(5000) + ".json",
                "人事".repeat(500) + ".flow.json",
                "name." + "e".repeat(300));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_name_stays_in_the_folder_and_every_file_system_takes_it(String name) throws IOException {
        Workspace workspace = workspace();
        Path file = workspace.putByHand(put(workspace, name, "text"));
        String called = file.getFileName().toString();
        assertThat(file.getParent()).isEqualTo(workspace.byHand());
        assertThat(file).hasContent("text");
        assertThat(called).matches("[\\p{L}\\p{N}\\p{M}_(][\\p{L}\\p{N}\\p{M} ._()-]*[A-Za-z0-9]");
        assertThat(called.getBytes(StandardCharsets.UTF_8).length).isLessThan(143);
        assertThat(called.split("\\.")[0].strip()).doesNotMatch("(?i)con|prn|aux|nul|com\\d|lpt\\d");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void names_are_unique_whatever_the_case_and_the_same_again_tomorrow(long seed) {
        Random random = new Random(seed);
        List<String> stems = List.of("Orders", "orders", "ORDERS", "Orders ", "Or\u202Eders", "Ord/ers", "Ord_ers");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            String digest = String.format(Locale.ROOT, "%08x", i * 2_654_435_761L & 0xffffffffL) + "0".repeat(56);
            Artifact artifact = new Artifact(stems.get(random.nextInt(stems.size())) + ".json", "a/b", digest, 1);
            assertThat(artifact.fileName()).isEqualTo(new Artifact(artifact.name(), "c/d", digest, 1).fileName());
            assertThat(names.add(artifact.fileName().toLowerCase(Locale.ROOT))).isTrue();
        }
    }

    @Test
    void a_name_is_kept_as_far_as_it_is_harmless() {
        Artifact artifact = new Artifact("Büro 人事 (2).flow.json", "application/json", "ab12cd34" + "0".repeat(56), 1);
        assertThat(artifact.fileName()).isEqualTo("Büro 人事 (2).flow.ab12cd34.json");
    }

    @Test
    void only_the_owner_can_read_them() throws IOException {
        Workspace workspace = workspace();
        Path file = workspace.putByHand(put(workspace, "a.json", "secret"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.byHand())))
                .isEqualTo("rwx------");
        Files.setPosixFilePermissions(workspace.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(workspace().putByHand(put(workspace, "b.json", "more"))).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_same_content_is_not_written_again_and_a_changed_file_is() throws IOException {
        Workspace workspace = workspace();
        Artifact artifact = put(workspace, "a.json", "text");
        Path file = workspace.putByHand(artifact);
        Object written = key(file);
        assertThat(key(workspace.putByHand(artifact))).isEqualTo(written);
        Files.writeString(file, "TEXT");
        workspace.putByHand(artifact);
        assertThat(file).hasContent("text");
        assertThat(workspace.open(artifact)).as("a copy").hasContent("text");
    }

    private static Object key(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return List.of(String.valueOf(attributes.fileKey()), attributes.lastModifiedTime());
    }

    @Test
    void a_link_in_its_place_is_replaced_and_a_link_for_the_folder_is_refused() throws IOException {
        Workspace workspace = workspace();
        Artifact artifact = put(workspace, "a.json", "text");
        Path other = Files.writeString(folder.resolve("other"), "untouched");
        Files.createDirectory(workspace.byHand());
        Files.createSymbolicLink(workspace.byHand().resolve(artifact.fileName()), other);
        assertThat(workspace.putByHand(artifact)).isRegularFile().hasContent("text");
        assertThat(other).hasContent("untouched");

        Workspace second = Workspace.at(folder.resolve("second"));
        Artifact again = put(second, "a.json", "text");
        Files.createSymbolicLink(second.byHand(), Files.createDirectory(folder.resolve("elsewhere")));
        assertThatThrownBy(() -> second.putByHand(again))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("symbolic link");
        assertThat(folder.resolve("elsewhere")).isEmptyDirectory();
    }

    @Test
    void bytes_that_are_not_there_are_refused_and_damaged_ones_leave_nothing() throws IOException {
        Workspace workspace = workspace();
        Artifact gone = new Artifact("gone.json", "a/b", "0".repeat(64), 4);
        assertThatThrownBy(() -> workspace.putByHand(gone)).hasMessageContaining("does not hold it");
        Artifact damaged = put(workspace, "a.json", "text");
        Files.writeString(workspace.file(damaged), "TEXT");
        assertThatThrownBy(() -> workspace.putByHand(damaged)).hasMessageContaining("was changed");
        assertThat(workspace.byHand()).isEmptyDirectory();
    }
}
