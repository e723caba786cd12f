package io.powermigrate.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temporary folders end with who made them, with the JVM, or with the next JVM. */
class TemporaryFoldersTest {

    @TempDir
    Path place;

    @Test
    void a_folder_is_for_its_owner_only_and_is_gone_with_everything_in_it_when_it_is_given_back() throws IOException {
        TemporaryFolders folders = new TemporaryFolders(place);
        Path folder = folders.make();
        Files.writeString(Files.createDirectory(folder.resolve("inner")).resolve("note.txt"), "milk");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        folders.giveBack(folder);
        folders.giveBack(folder);
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void one_folder_ends_and_the_others_stay() throws IOException {
        TemporaryFolders folders = new TemporaryFolders(place);
        Path first = folders.make();
        Path second = folders.make();
        folders.giveBack(first);
        assertThat(first).doesNotExist();
        assertThat(second).exists();
        folders.end();
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void a_folder_that_was_not_made_here_is_not_deleted() throws IOException {
        Path foreign = Files.createDirectory(place.resolve("powermigrate-mine"));
        new TemporaryFolders(place).giveBack(foreign);
        assertThat(foreign).exists();
    }

    @Test
    void what_a_link_leads_to_is_not_deleted(@TempDir Path elsewhere) throws IOException {
        Path kept = Files.writeString(elsewhere.resolve("kept.txt"), "milk");
        TemporaryFolders folders = new TemporaryFolders(place);
        Path folder = folders.make();
        Files.createSymbolicLink(folder.resolve("file"), kept);
        Files.createSymbolicLink(folder.resolve("folder"), elsewhere);
        folders.giveBack(folder);
        assertThat(place).isEmptyDirectory();
        assertThat(kept).hasContent("milk");
    }

    @Test
    void the_folders_of_a_jvm_that_ends_are_deleted() throws Exception {
        try (OtherJvm other = OtherJvm.withFolderIn(place)) {
            assertThat(other.folder()).startsWith(place).exists();
            other.ends();
        }
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void the_folders_of_a_killed_process_are_deleted_by_the_next_one() throws Exception {
        try (OtherJvm other = OtherJvm.withFolderIn(place)) {
            other.isKilled();
            assertThat(other.folder()).exists();
        }
        TemporaryFolders folders = new TemporaryFolders(place);
        folders.giveBack(folders.make());
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void the_folders_of_a_living_process_are_not_deleted() throws Exception {
        try (OtherJvm other = OtherJvm.withFolderIn(place)) {
            TemporaryFolders folders = new TemporaryFolders(place);
            folders.giveBack(folders.make());
            assertThat(other.folder()).exists();
        }
    }

    @Test
    void a_living_process_whose_id_means_nothing_here_is_known_by_its_lock() throws Exception {
        try (OtherJvm other = OtherJvm.withFolderIn(place)) {
            Files.writeString(
                    other.folder().resolveSibling("owner"),
                    new Owner(0, Owner.me().started()).toText());
            TemporaryFolders folders = new TemporaryFolders(place);
            folders.giveBack(folders.make());
            assertThat(other.folder()).exists();
        }
    }

    @Test
    void a_folder_that_only_has_the_name_is_not_deleted(@TempDir Path elsewhere) throws IOException {
        Path unmarked = Files.createDirectory(place.resolve("powermigrate-unmarked"));
        Files.writeString(unmarked.resolve("note.txt"), "milk");
        Path halfMarked = Files.createDirectory(place.resolve("powermigrate-half"));
        Files.writeString(halfMarked.resolve("owner"), "process 1");
        Path file = Files.writeString(place.resolve("powermigrate-file"), "milk");
        Files.writeString(elsewhere.resolve("owner"), new Owner(0, Owner.me().started()).toText());
        Path link = Files.createSymbolicLink(place.resolve("powermigrate-link"), elsewhere);
        TemporaryFolders folders = new TemporaryFolders(place);
        folders.giveBack(folders.make());
        assertThat(List.of(unmarked, halfMarked, file, link))
                .allSatisfy(each -> assertThat(each).exists());
        try (Stream<Path> inLink = Files.list(elsewhere)) {
            assertThat(inLink).hasSize(1);
        }
    }
}
