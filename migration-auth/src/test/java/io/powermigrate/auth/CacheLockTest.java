package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheLockTest {

    @TempDir
    private Path folder;

    @Test
    void a_link_makes_no_file_elsewhere() throws IOException {
        Path elsewhere = folder.resolve("elsewhere");
        Path lock = Files.createSymbolicLink(folder.resolve("a.lock"), elsewhere);

        assertThatThrownBy(() -> CacheLock.of(lock))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a link or a folder, not a file; delete it");
        assertThat(elsewhere).doesNotExist();
    }

    @Test
    void a_lock_that_was_open_to_others_is_closed_to_them() throws IOException {
        Path lock = Files.createFile(
                folder.resolve("a.lock"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));

        CacheLock.of(lock).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lock)))
                .isEqualTo("rw-------");
    }

    @Test
    void one_that_another_process_keeps_is_not_waited_for_without_end() throws Exception {
        Path lock = folder.resolve("a.lock");
        CacheLock.of(lock).close();
        Process other = holding(lock);
        try {
            assertThatThrownBy(() -> CacheLock.of(lock, Duration.ofMillis(50)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another process has kept the lock");
        } finally {
            other.destroyForcibly().waitFor();
        }
        CacheLock.of(lock, Duration.ofSeconds(5)).close();
    }

    private static Process holding(Path lock) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        lock.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('h');
        return process;
    }

    /** A process that hangs with the lock in its hand. */
    static final class Holder {

        private Holder() {}

        public static void main(String... arguments) throws Exception {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                channel.lock();
                System.out.println("held");
                new CountDownLatch(1).await();
            }
        }
    }
}
