package io.powermigrate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Artifact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody but its owner reads a workspace, and what a crash left in it goes. */
class WorkspaceFolderTest {

    @TempDir
    Path temp;

    @Test
    void a_new_workspace_and_the_files_in_it_are_for_their_owner_only_also_while_they_are_written() {
        Workspace workspace = Workspace.at(temp.resolve("new/work"));
        Artifact kept = workspace.put("note.txt", "text/plain", new InputStream() {
            @Override
            public int read() throws IOException {
                try (var all = Files.list(temp.resolve("new/work"))) {
                    assertThat(all).hasSize(1).allSatisfy(part -> assertThat(permissions(part))
                            .isEqualTo("rw-------"));
                }
                return -1;
            }
        });
        assertThat(permissions(workspace.folder())).isEqualTo("rwx------");
        assertThat(permissions(temp.resolve("new"))).isEqualTo("rwx------");
        assertThat(permissions(workspace.file(kept))).isEqualTo("rw-------");
    }

    @Test
    void a_workspace_that_others_can_read_is_taken_from_them_with_its_files() throws IOException {
        Path folder = open(Files.createDirectory(temp.resolve("work")), "rwxr-xr-x");
        Path old = open(Files.writeString(folder.resolve("a".repeat(64)), "milk"), "rw-r--r--");
        Workspace.at(folder);
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(old)).isEqualTo("rw-------");
    }

    @Test
    void what_a_link_in_an_open_workspace_leads_to_keeps_its_permissions() throws IOException {
        Path folder = open(Files.createDirectory(temp.resolve("work")), "rwxr-xr-x");
        Path elsewhere = open(Files.writeString(temp.resolve("note.txt"), "milk"), "rw-r--r--");
        Files.createSymbolicLink(folder.resolve("b".repeat(64)), elsewhere);
        Workspace.at(folder);
        assertThat(permissions(elsewhere)).isEqualTo("rw-r--r--");
    }

    @Test
    void a_folder_that_others_can_read_and_that_holds_other_things_is_refused_and_stays_as_it_is() throws IOException {
        Path folder = open(Files.createDirectory(temp.resolve("home")), "rwxr-x---");
        Files.writeString(folder.resolve("notes.txt"), "milk");
        assertThatThrownBy(() -> Workspace.at(folder))
                .hasMessage("The workspace " + folder + " was not opened because others can read it (rwxr-x---) and it"
                        + " holds more than a workspace, such as notes.txt. Give a folder of its own, or run chmod 700 "
                        + folder + ".");
        assertThat(permissions(folder)).isEqualTo("rwxr-x---");
    }

    @Test
    void a_folder_that_others_can_read_and_that_belongs_to_one_of_them_is_refused() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("only root gives folders away")
                .isEqualTo("root");
        Path folder = open(Files.createDirectory(temp.resolve("theirs")), "rwxr-xr-x");
        Files.setOwner(
                folder, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("daemon"));
        assertThatThrownBy(() -> Workspace.at(folder))
                .hasMessageContaining("others can read it (rwxr-xr-x) and it belongs to daemon")
                .hasMessageEndingWith("Give a folder of your own, or have its owner run chmod 700 " + folder + ".");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_link_to_a_folder_is_refused() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("work"));
        Path link = Files.createSymbolicLink(temp.resolve("link"), folder);
        assertThatThrownBy(() -> Workspace.at(link))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("it is a symbolic link");
    }

    @Test
    void what_a_killed_process_left_half_written_goes_when_nobody_has_written_to_it_for_an_hour() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("work"));
        Path old = age(Files.writeString(folder.resolve("incoming-123.part"), "mi"), Duration.ofMinutes(61));
        Path zip = age(Files.writeString(folder.resolve("package-123.part"), "mi"), Duration.ofDays(1));
        Path young = age(Files.writeString(folder.resolve("incoming-456.part"), "mi"), Duration.ofMinutes(59));
        Path other = age(Files.writeString(folder.resolve("my.part"), "mi"), Duration.ofDays(1));
        Path whole = age(Files.writeString(folder.resolve("c".repeat(64)), "milk"), Duration.ofDays(1));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Workspace.at(folder);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(young, other, whole).doesNotContain(old, zip);
        }
    }

    /** As long ago as said, by the file's own clock. */
    private static Path age(Path file, Duration age) throws IOException {
        FileTime now = Files.getLastModifiedTime(file);
        return Files.setLastModifiedTime(file, FileTime.from(now.toInstant().minus(age)));
    }

    private static Path open(Path path, String permissions) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
