package io.powermigrate.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.journal.JournalHeldException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/** A run in a process of its own, to be killed. */
final class OtherRun implements AutoCloseable {

    private static final String TOLD = "told ";
    private static final String BEGINS = "begins";
    private static final String PLANNED = "planned";
    private static final String REFUSED = "refused ";
    private static final String ENDED = "ended";
    private static final String FAILED = "failed";

    private final Process process;
    private final BufferedReader said;
    private final StringBuilder all = new StringBuilder();

    private OtherRun(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static OtherRun start(Order order) throws IOException {
        return start(OtherRun.class.getName(), order.arguments());
    }

    /** A program of this class path, light enough for many of them. */
    static OtherRun start(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                program));
        command.addAll(arguments);
        return new OtherRun(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** One that does order after order: as warm as a process is that has run before, it begins at once. */
    static OtherRun ready() throws IOException {
        return start(OtherRun.class.getName(), List.of());
    }

    /** Has a {@link #ready} one do an order; what it leaves to a person. */
    List<Told> does(Order order) throws IOException {
        all.setLength(0);
        process.getOutputStream().write((String.join("\t", order.arguments()) + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return ended();
    }

    /** Waits until it has begun to read the environments. */
    OtherRun begun() throws IOException {
        line(BEGINS);
        return this;
    }

    /** Waits until it has a plan. */
    OtherRun planned() throws IOException {
        line(PLANNED);
        return this;
    }

    /** Lets one execute that waits to be told. */
    void go() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Waits for its end; why it was refused, if it was. */
    List<String> refused() throws IOException, InterruptedException {
        boolean ended = hasEnded();
        List<String> refused = said().lines()
                .filter(line -> line.startsWith(REFUSED))
                .map(line -> line.substring(REFUSED.length()))
                .toList();
        assertThat(ended || !refused.isEmpty()).as(said()).isTrue();
        return refused;
    }

    /** Waits for its end; what it leaves to a person. */
    List<Told> ended() throws IOException {
        line(ENDED);
        return all.toString()
                .lines()
                .filter(line -> line.startsWith(TOLD))
                .map(line -> Told.of(line.substring(TOLD.length())))
                .toList();
    }

    /** Waits until it is gone; whether it has ended in order. */
    boolean hasEnded() throws IOException, InterruptedException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
        }
        process.waitFor();
        return all.toString().lines().anyMatch(ENDED::equals);
    }

    String said() {
        return all.toString();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void line(String wanted) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            if (line.equals(wanted)) {
                return;
            }
            if (line.equals(FAILED)) {
                break; // it waits for its next order, and will not say it any more
            }
        }
        throw new AssertionError("the other run did not say \"" + wanted + "\", but:\n" + all);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static void planned(Order order) {
        System.out.println(PLANNED);
        if (order.waits()) {
            new Scanner(System.in, StandardCharsets.UTF_8).nextLine();
        }
    }

    /** Runs as its order says, or as each line of its input says, and tells what it leaves to a person. */
    public static void main(String... arguments) {
        if (arguments.length > 0) {
            run(Order.of(arguments));
            return;
        }
        Scanner orders = new Scanner(System.in, StandardCharsets.UTF_8);
        while (orders.hasNextLine()) {
            run(Order.of(orders.nextLine().split("\t", -1)));
        }
    }

    private static void run(Order order) {
        try (Work run = order.cargo().work(order)) {
            System.out.println(BEGINS);
            run.run(() -> planned(order)).forEach(told -> System.out.println(TOLD + told.toLine()));
            System.out.println(ENDED);
        } catch (JournalHeldException e) {
            System.out.println(REFUSED + e.getMessage());
            System.out.println(FAILED);
        } catch (RuntimeException e) {
            e.printStackTrace(System.out);
            System.out.println(FAILED);
        }
    }
}
