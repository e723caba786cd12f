package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A program with 256 MB of memory that sends one call, or the same call from twelve threads at once. */
final class SmallProcess {

    private SmallProcess() {}

    /** What it said: a line for each call. */
    static List<String> asking(URI uri, String way, int times) throws IOException, InterruptedException {
        return running("-Xmx256m", SmallProcess.class, uri.toString(), way, String.valueOf(times));
    }

    /** All that a program says to its end. */
    static List<String> running(String option, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseG1GC", // tells the whole of its heap; limits are a part of that
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = said.lines().toList();
            process.waitFor();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    /** {@code address whole|stream times}. */
    public static void main(String... arguments) throws InterruptedException {
        URI uri = URI.create(arguments[0]);
        try (Transport transport = Transport.withoutLogin(List.of(uri.resolve("/")), HttpSettings.standard())) {
            List<Thread> threads = IntStream.range(0, Integer.parseInt(arguments[2]))
                    .mapToObj(number -> new Thread(() -> System.out.println(said(transport, uri, arguments[1]))))
                    .toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static String said(Transport transport, URI uri, String way) {
        try {
            if (way.equals("stream")) {
                BodyReader<Long> reader = (head, body) -> body.transferTo(OutputStream.nullOutputStream());
                return "read " + transport.download(Call.get(uri), reader);
            }
            return "read " + transport.send(Call.get(uri)).status();
        } catch (MigrationException e) {
            return String.valueOf(e.getMessage());
        } catch (OutOfMemoryError e) {
            return "out of memory";
        }
    }
}
