package io.powermigrate.kill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes cells of the page, some at once; the runs after the killed ones are those of processes that stay. */
final class Killings {

    /** Which rows a test makes that writes the page; all of them unless said otherwise. */
    static final String ROWS = System.getProperty("powermigrate.kills.rows", ".*");

    private static final int AT_ONCE = Integer.getInteger("powermigrate.kills.threads", 2);
    private static final Logger LOG = LoggerFactory.getLogger(Killings.class);

    private final Path folder;

    Killings(Path folder) {
        this.folder = folder;
    }

    /** What came of each moment; when a cell fails, the others are made, and then all that failed are told. */
    Map<Moment, String> results(List<Moment> moments, Function<Moment, Killing> cells) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        BlockingQueue<OtherRun> others = new LinkedBlockingQueue<>();
        try {
            for (int i = 0; i < Math.min(AT_ONCE, moments.size()); i++) {
                others.add(OtherRun.ready());
            }
            Map<Moment, Future<String>> running = new LinkedHashMap<>();
            moments.forEach(moment -> running.put(moment, threads.submit(() -> result(cells.apply(moment), others))));
            return awaited(running);
        } finally {
            threads.shutdownNow();
            others.forEach(OtherRun::close);
        }
    }

    private String result(Killing cell, BlockingQueue<OtherRun> others) throws Exception {
        OtherRun next = others.take();
        try {
            String result = cell.result(temporary(), next);
            LOG.info("{}: {}", cell, result);
            return result;
        } finally {
            others.add(next);
        }
    }

    private static Map<Moment, String> awaited(Map<Moment, Future<String>> running) throws InterruptedException {
        Map<Moment, String> results = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<Moment, Future<String>> each : running.entrySet()) {
            try {
                results.put(each.getKey(), each.getValue().get());
            } catch (ExecutionException failed) {
                wrong.add(each.getKey() + ": " + failed.getCause());
            }
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("\n", wrong));
        }
        return results;
    }

    /** A folder that no other cell has. */
    Path temporary() throws Exception {
        return Files.createTempDirectory(folder, "world");
    }
}
