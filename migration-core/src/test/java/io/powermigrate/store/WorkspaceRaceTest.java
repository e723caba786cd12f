package io.powermigrate.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Artifact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceRaceTest {

    private static final int THREADS = 8;
    private static final int TIMES = 500;

    @Test
    void the_same_bytes_from_many_threads_are_there_for_each_of_them_at_once(@TempDir Path folder) throws Exception {
        Workspace workspace = Workspace.at(folder);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < THREADS * TIMES; i++) {
                String text = "milk " + i / THREADS;
                all.add(() -> putAndRead(workspace, text));
            }
            for (Future<Integer> each : threads.invokeAll(all)) {
                assertThat(each.get()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int putAndRead(Workspace workspace, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Artifact kept = workspace.put("note.txt", "text/plain", new ByteArrayInputStream(bytes));
        try (InputStream read = workspace.open(kept)) {
            return read.readAllBytes().length;
        }
    }
}
