package io.powermigrate.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.powermigrate.canvas.CanvasDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All facts of all documents, against inflating the same bytes and splitting their JSON into tokens with text. */
@State(Scope.Benchmark)
public class IndexBenchmark {

    private final JsonFactory json = new JsonFactory();
    private List<Path> documents = List.of();

    /** Once a fork. */
    @Setup
    public void load() throws IOException {
        documents = RealDocuments.all();
    }

    /** The least that has to be done. */
    @Benchmark
    public long tokens() throws IOException {
        long length = 0;
        for (Path document : documents) {
            try (ZipFile zip = new ZipFile(document.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    try (InputStream bytes = zip.getInputStream(entry)) {
                        length += isJson(entry.getName())
                                ? tokens(bytes)
                                : bytes.transferTo(OutputStream.nullOutputStream());
                    }
                }
            }
        }
        return length;
    }

    private static boolean isJson(String name) {
        return name.endsWith(".json") || name.endsWith(".sarif");
    }

    private long tokens(InputStream bytes) throws IOException {
        long length = 0;
        try (JsonParser tokens = json.createParser(bytes)) {
            for (JsonToken token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
                length += tokens.getTextLength();
            }
        }
        return length;
    }

    /** What opening a document does. */
    @Benchmark
    public long facts() {
        long sources = 0;
        for (Path document : documents) {
            sources += CanvasDocument.open(document).dataSources().size();
        }
        return sources;
    }

    /** Opening, and every use of a data source in formulas. */
    @Benchmark
    public long references() {
        long references = 0;
        for (Path document : documents) {
            references +=
                    CanvasDocument.open(document).formulaFacts().references().count();
        }
        return references;
    }
}
