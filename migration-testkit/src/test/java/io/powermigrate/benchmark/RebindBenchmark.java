package io.powermigrate.benchmark;

import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.rebind.RebindResult;
import io.powermigrate.canvas.rebind.Rebinding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Ids of all documents bound again, against deflating the entries that change and copying the rest. */
@State(Scope.Benchmark)
public class RebindBenchmark {

    private final List<Task> tasks = new ArrayList<>();

    /** Once a fork. */
    @Setup
    public void load() throws IOException {
        for (Path file : RealDocuments.all()) {
            CanvasDocument document = CanvasDocument.open(file);
            Rebinding rebinding = Ids.of(document.facts());
            RebindResult rebound = document.rebind(rebinding);
            Set<String> changed = new HashSet<>();
            rebound.changes().forEach(change -> changed.add(change.entry()));
            tasks.add(new Task(file, document, rebinding, contents(file, changed)));
        }
    }

    private static List<byte[]> contents(Path document, Set<String> names) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        try (ZipFile zip = new ZipFile(document.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (names.contains(entry.getName().replace('\\', '/'))) {
                    contents.add(zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        return contents;
    }

    /** The least that has to be done: the changed texts lie there already. */
    @Benchmark
    public long floor() throws IOException {
        long length = 0;
        for (Task task : tasks) {
            length += Files.copy(task.document, OutputStream.nullOutputStream());
            for (byte[] content : task.changed) {
                length += deflated(content);
            }
        }
        return length;
    }

    private static long deflated(byte[] content) throws IOException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (OutputStream target = new DeflaterOutputStream(OutputStream.nullOutputStream(), deflater, 64 << 10)) {
            target.write(content);
        } finally {
            deflater.end();
        }
        return content.length;
    }

    /** Finds the places and writes the document. */
    @Benchmark
    public long rebind() {
        long changes = 0;
        for (Task task : tasks) {
            RebindResult rebound = task.opened.rebind(task.rebinding);
            rebound.writeTo(OutputStream.nullOutputStream());
            changes += rebound.changes().size();
        }
        return changes;
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody writes to it
    private record Task(Path document, CanvasDocument opened, Rebinding rebinding, List<byte[]> changed) {}
}
