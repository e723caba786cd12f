package io.powermigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {

    private static final int TIMES = 500;

    @TempDir
    Path folder;

    @Test
    void who_is_refused_is_told_who_has_the_lock_also_in_the_moment_in_which_it_is_taken() throws Exception {
        Process other = otherProcess("take and give back");
        try (BufferedReader words = other.inputReader()) {
            int refused = 0;
            while (other.isAlive()) {
                refused += triedOnce();
            }
            assertThat(words.readLine()).isEqualTo("refused by name only");
            assertThat(refused).isPositive();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    private int triedOnce() throws IOException {
        try {
            new LockFile(folder).take("this process").close();
            return 0;
        } catch (JournalHeldException held) {
            assertThat(held.holder()).isEqualTo("the other process");
            return 1;
        }
    }

    @Test
    void a_refusal_within_this_process_leaves_the_lock_in_place_for_others() throws Exception {
        try (Closeable taken = new LockFile(folder).take("this process")) {
            assertThat(taken).isNotNull();
            assertThatThrownBy(() -> new LockFile(folder).take("this process, again"))
                    .isInstanceOf(JournalHeldException.class);
            Process other = otherProcess("take once");
            try (BufferedReader words = other.inputReader()) {
                assertThat(words.readLine()).isEqualTo("refused: this process");
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
    }

    private Process otherProcess(String order) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Other.class.getName(),
                        folder.toString(),
                        order)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** In a process of its own. */
    static final class Other {

        private Other() {}

        public static void main(String[] arguments) throws IOException {
            LockFile lock = new LockFile(Path.of(arguments[0]));
            System.out.println(arguments[1].equals("take once") ? taken(lock) : takenOften(lock));
        }

        private static String taken(LockFile lock) throws IOException {
            try {
                lock.take("the other process").close();
                return "taken";
            } catch (JournalHeldException held) {
                return "refused: " + held.holder();
            }
        }

        private static String takenOften(LockFile lock) throws IOException {
            for (int i = 0; i < TIMES; i++) {
                String end = taken(lock);
                if (!end.equals("taken") && !end.equals("refused: this process")) {
                    return end;
                }
            }
            return "refused by name only";
        }
    }
}
