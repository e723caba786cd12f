package io.powermigrate.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Artifact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file is in the workspace whole or not at all. */
class WorkspaceTest {

    @TempDir
    Path folder;

    @AfterEach
    void no_file_stays_half_written() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void bytes_up_to_the_limit_are_kept_and_more_are_refused_with_the_limit() {
        Workspace workspace = Workspace.at(folder).limitedTo(4);
        assertThat(put(workspace, "milk").size()).isEqualTo(4);
        assertThatThrownBy(() -> put(workspace, "bread"))
                .hasMessage("\"note.txt\" was not kept because it has more than 4 bytes, the limit of the workspace."
                        + " Raise the limit with Workspace.limitedTo, or leave it out of the scope.");
        assertThat(put(workspace.limitedTo(5), "bread").size()).isEqualTo(5);
    }

    @Test
    void what_is_remembered_by_a_name_is_found_by_another_process_as_long_as_its_bytes_are_there() throws IOException {
        Workspace workspace = Workspace.at(folder);
        Artifact milk = put(workspace, "milk");
        workspace.remember("package Orders of dev, changed at 8", milk);
        workspace.remember("package Stock of dev, changed at 8", put(workspace, "bread"));
        Workspace later = Workspace.at(folder);
        assertThat(later.find("package Orders of dev, changed at 8")).hasValue(milk);
        assertThat(later.find("package Orders of dev, changed at 9")).isEmpty();
        later.remember("package Stock of dev, changed at 8", milk);
        assertThat(later.find("package Stock of dev, changed at 8")).hasValue(milk);
        Files.delete(later.file(milk));
        assertThat(later.find("package Orders of dev, changed at 8")).isEmpty();
    }

    @Test
    void only_what_the_workspace_holds_is_remembered_and_a_damaged_name_leads_to_nothing() throws IOException {
        Workspace workspace = Workspace.at(folder);
        Artifact milk = put(workspace, "milk");
        workspace.remember("drink", milk);
        try (Stream<Path> names = Files.list(folder.resolve("names"))) {
            Files.writeString(names.findFirst().orElseThrow(), "{");
        }
        assertThat(workspace.find("drink")).isEmpty();
        Files.delete(workspace.file(milk));
        assertThatThrownBy(() -> workspace.remember("drink", milk)).hasMessageContaining("does not hold it");
    }

    @Test
    void bytes_may_have_a_lower_limit_of_their_own() {
        Workspace workspace = Workspace.at(folder).limitedTo(5);
        assertThatThrownBy(() -> workspace.put("note.txt", "text/plain", bytes("milk"), 3, "Drink it"))
                .hasMessageContaining("more than 3 bytes, the most that a file of its kind may have. Drink it.");
        assertThatThrownBy(() -> workspace.put("note.txt", "text/plain", bytes("butter"), 100, "Drink it"))
                .hasMessageContaining("more than 5 bytes, the limit of the workspace");
    }

    @Test
    void a_source_without_an_end_is_read_to_the_limit_only() {
        Workspace workspace = Workspace.at(folder).limitedTo(1 << 20);
        long[] given = {0};
        assertThatThrownBy(() -> workspace.put("endless", "text/plain", new Source(() -> {
                    given[0]++;
                    return 0;
                })))
                .hasMessageContaining("more than 1048576 bytes");
        assertThat(given[0]).isLessThan(2 << 20);
    }

    static Stream<Supplier<Integer>> failures() {
        return Stream.of(
                () -> {
                    throw new StackOverflowError();
                },
                () -> {
                    throw new OutOfMemoryError("the test's");
                },
                () -> {
                    throw new IllegalStateException("the source is closed");
                });
    }

    @ParameterizedTest
    @MethodSource("failures")
    void what_its_source_throws_comes_through_and_nothing_stays(Supplier<Integer> failure) throws IOException {
        Workspace workspace = Workspace.at(folder);
        int[] given = {0};
        assertThatThrownBy(() -> workspace.put(
                        "broken", "text/plain", new Source(() -> given[0]++ < 100_000 ? 0 : failure.get())))
                .isNotInstanceOf(MigrationException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_source_that_breaks_off_is_told_as_that() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> Workspace.at(folder).put("note.txt", "text/plain", broken))
                .hasMessageContaining("because its source broke off: java.io.IOException: connection reset");
    }

    @Test
    void an_interrupted_thread_still_keeps_what_it_was_given() throws IOException {
        Workspace workspace = Workspace.at(folder);
        Thread.currentThread().interrupt();
        try {
            assertThat(workspace.holds(put(workspace, "milk"))).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void a_full_disk_is_told_with_the_folder_and_the_room_there() {
        assertThat(WorkspaceFolder.notWritten(
                        "\"note.txt\" was not kept", folder, new IOException("No space left on device")))
                .hasMessageMatching("\"note.txt\" was not kept in the workspace \\Q" + folder
                        + "\\E \\(\\d+ bytes free without it\\)"
                        + " because the disk is full: java.io.IOException: No space left on device."
                        + " Make room there or give a workspace on another disk, then run again.");
    }

    @Test
    void a_file_that_was_cut_is_noticed_and_is_made_whole_when_it_is_put_again() throws IOException {
        Workspace workspace = Workspace.at(folder);
        Artifact kept = put(workspace, "milk");
        Path file = Files.writeString(workspace.file(kept), "mi");
        assertThat(workspace.holds(kept)).isFalse();
        assertThatThrownBy(() -> workspace.file(kept))
                .hasMessageContaining(file + " has 2 bytes instead of 4. Delete it, then read the source again.");
        put(workspace, "milk");
        assertThat(workspace.file(kept)).hasContent("milk");
    }

    @Test
    void a_file_of_the_right_size_with_other_bytes_cannot_be_read_to_its_end() throws IOException {
        Workspace workspace = Workspace.at(folder);
        Artifact kept = put(workspace, "milk");
        Path file = Files.writeString(workspace.file(kept), "silk");
        try (InputStream bytes = workspace.open(kept)) {
            assertThat(bytes.skip(2)).isEqualTo(2);
            assertThatThrownBy(bytes::readAllBytes)
                    .hasMessage("The file " + file
                            + " was changed after it was kept. Delete it, then read the source again.");
        }
    }

    @Test
    void a_link_in_place_of_a_file_is_refused_and_is_replaced_when_the_bytes_are_put_again(@TempDir Path elsewhere)
            throws IOException {
        Workspace workspace = Workspace.at(folder);
        Artifact kept = put(workspace, "milk");
        Path file = workspace.file(kept);
        Path target = Files.move(file, elsewhere.resolve("milk"));
        Files.createSymbolicLink(file, target);
        assertThat(workspace.holds(kept)).isFalse();
        assertThatThrownBy(() -> workspace.file(kept)).hasMessageContaining(file + " is no file");
        put(workspace, "milk");
        assertThat(Files.isSymbolicLink(workspace.file(kept))).isFalse();
        assertThat(target).hasContent("milk");
    }

    @Test
    void a_closed_temporary_workspace_says_that_it_is_closed() {
        Workspace workspace = Workspace.temporary();
        Artifact kept = put(workspace, "milk");
        workspace.close();
        workspace.close();
        assertThat(workspace.folder()).doesNotExist();
        assertThatThrownBy(() -> put(workspace, "milk")).hasMessageContaining("is closed");
        assertThatThrownBy(() -> workspace.open(kept)).hasMessageContaining("is closed");
    }

    @Test
    void what_is_found_out_of_bytes_is_found_once_for_all_that_have_the_same() {
        Workspace workspace = Workspace.at(folder);
        int[] made = {0};
        for (int i = 0; i < 2; i++) {
            Artifact milk = workspace.put("note " + i, "text/plain", bytes("milk"));
            for (Workspace each : List.of(workspace, workspace.limitedTo(9))) {
                assertThat(each.derived(milk, Integer.class, file -> 40 + made[0]++))
                        .isEqualTo(40);
            }
        }
        assertThat(workspace.derived(put(workspace, "milk"), String.class, Path::toString))
                .as("something else of the same bytes")
                .startsWith(folder.toString());
        assertThat(workspace.derived(put(workspace, "bread"), Integer.class, file -> 40 + made[0]++))
                .isEqualTo(41);
    }

    @Test
    void what_was_not_found_is_looked_for_again() {
        Workspace workspace = Workspace.at(folder);
        Artifact milk = put(workspace, "milk");
        assertThatThrownBy(() -> workspace.derived(milk, Integer.class, file -> {
                    throw new MigrationException("it is damaged", "read it again");
                }))
                .hasMessageContaining("damaged");
        assertThat(workspace.derived(milk, Integer.class, file -> 40)).isEqualTo(40);
    }

    @Test
    void of_bytes_that_are_not_here_nothing_is_told_even_if_it_was_found_before() throws IOException {
        Workspace workspace = Workspace.at(folder);
        Artifact milk = put(workspace, "milk");
        workspace.derived(milk, Integer.class, file -> 40);
        Files.delete(workspace.file(milk));
        assertThatThrownBy(() -> workspace.derived(milk, Integer.class, file -> 40))
                .hasMessageContaining("does not hold it");
    }

    private static Artifact put(Workspace workspace, String text) {
        return workspace.put("note.txt", "text/plain", bytes(text));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** Bytes that are made as they are read. */
    private static final class Source extends InputStream {

        private final Supplier<Integer> next;

        Source(Supplier<Integer> next) {
            this.next = next;
        }

        @Override
        public int read() {
            return next.get();
        }
    }
}
