package io.powermigrate.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is there whole or as it was before, and only its owner reads it. */
class WholeFileTest {

    @TempDir
    private Path folder;

    private static WholeFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void only_the_owner_reads_what_was_written_also_where_everybody_read_what_was_there() throws IOException {
        Path file = folder.resolve("plan.json");
        Files.writeString(file, "old and longer than the new one");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        WholeFile.write(file, text("new"));
        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly("plan.json");
    }

    @Test
    void what_breaks_off_leaves_what_was_there_and_nothing_else() throws IOException {
        Path file = folder.resolve("plan.json");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(new byte[200_000]);
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("plan.json");
    }

    @Test
    void a_link_stays_a_link() throws IOException {
        Path real = Files.writeString(folder.resolve("real.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);
        WholeFile.write(link, text("new"));
        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("new");
    }

    @Test
    void a_folder_or_a_device_is_not_replaced() {
        assertThatThrownBy(() -> WholeFile.write(folder, text("new"))).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> WholeFile.write(Path.of("/dev/null"), text("new")))
                .hasMessageContaining("no file that could be replaced");
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("absent/plan.json"), text("new")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void an_interrupted_thread_writes_too_and_stays_interrupted() throws IOException {
        Path file = folder.resolve("report.json");
        Thread.currentThread().interrupt();
        try {
            WholeFile.write(file, text("new"));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(file).hasContent("new");
    }
}
