package io.powermigrate.powerapps.app;

import io.powermigrate.docs.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** The cells of endless answers, in a process with 256 MB of memory that holds the fake, too. */
public final class SmallFaults {

    private static final String MARK = "CELL\t";
    private static final int LONGEST_SECONDS = 120;

    /** Most of the time they wait for a deadline in real time. */
    private static final int AT_ONCE = 10;

    private SmallFaults() {}

    /**
     * Runs a process to its end.
     *
     * @param program has a main method that calls {@link #tell}
     * @return the result of each cell by its words
     */
    public static Map<String, String> results(Class<?> program) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName());
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                return said.lines()
                        .filter(line -> line.startsWith(MARK))
                        .map(line -> line.substring(MARK.length()).split("\t", 2))
                        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String... arguments) throws InterruptedException {
        tell(FaultCell.operations().stream()
                .flatMap(FaultCell::of)
                .filter(cell -> cell.trouble().isEndless() && Sample.has(cell))
                .collect(Collectors.toMap(FaultCell::toString, cell -> cell::result)));
    }

    /** Runs cells, several at once, tells the result of each by its words, and ends the process. */
    public static void tell(Map<String, Callable<String>> cells) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        Map<String, Future<String>> running = new LinkedHashMap<>();
        cells.forEach((words, cell) -> running.put(words, threads.submit(cell)));
        PrintStream out = System.out;
        for (Map.Entry<String, Future<String>> cell : running.entrySet()) {
            out.println(MARK + cell.getKey() + "\t" + said(cell.getValue()));
        }
        out.flush();
        System.exit(0);
    }

    private static String said(Future<String> result) throws InterruptedException {
        try {
            return result.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException hangs) {
            return "wrong: hangs";
        } catch (ExecutionException failed) {
            return "wrong: " + String.valueOf(failed.getCause()).replaceAll("\\s+", " ");
        }
    }
}
