package io.powermigrate.testkit.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo over a folder that somebody else filled. */
class DemoOfAFolderTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void one_sound_document_and_damaged_ones() throws IOException {
        byte[] sound = SampleDocuments.nothing();
        Files.write(folder.resolve("Sound.msapp"), sound);
        Files.write(folder.resolve("Cut.msapp"), Arrays.copyOf(sound, sound.length / 2));
        byte[] bent = sound.clone();
        Arrays.fill(bent, 40, 200, (byte) 7);
        Files.write(folder.resolve("Bent.msapp"), bent);
        Files.write(folder.resolve("Empty.msapp"), new byte[0]);
    }

    @Test
    void damaged_files_are_told_and_the_others_migrate() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int end = Demo.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), folder.toString());
        assertThat(end).isZero();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("Cut.msapp was left out", "Bent.msapp was left out", "Empty.msapp was left out")
                .contains("Unit converter")
                .doesNotContain("\tat ");
    }

    @Test
    void a_world_that_cannot_be_filled_leaves_nothing_running() {
        Set<Thread> before = threads();
        assertThatThrownBy(() -> DemoWorld.of(folder, Dialects.standard()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Cut.msapp was left out")
                .hasMessageContaining("Take these files away");
        assertThat(threads()).allMatch(thread -> before.contains(thread) || thread.isDaemon() || !thread.isAlive());
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().collect(Collectors.toSet());
    }
}
