package io.powermigrate.benchmark;

import io.powermigrate.approval.Approval;
import io.powermigrate.internal.page.PageFile;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether a plan and a report of 100,000 resources are read and written, also as pages, by a process of 512 MB. This process makes
 * them; another one, with that much memory, reads each, writes it again and writes each of its pages.
 */
final class LargeFiles {

    private static final int RESOURCES = 100_000;
    private static final String MEMORY = "-Xmx512m";

    private LargeFiles() {}

    /** Prints what each took; says whether the other process read and wrote all. */
    static boolean measure() {
        try {
            Path folder = Files.createTempDirectory("large");
            try {
                make(folder);
                return read(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path folder) {
        Plan plan = Offline.planOf(RESOURCES);
        plan.writeTo(folder.resolve("plan.json"));
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        List<Outcome> outcomes = plan.steps().stream()
                .filter(step -> step.action().writes())
                .map(LargeFiles::outcome)
                .toList();
        new Report(plan, List.of(Approval.by("ada@contoso.com", at)), outcomes, at, at.plusSeconds(3_600))
                .writeTo(folder.resolve("report.json"));
    }

    private static Outcome outcome(Step step) {
        return Outcome.done(step.key(), step.action(), "new-" + step.originId(), List.of());
    }

    private static boolean read(Path folder) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                LargeFiles.class.getName(),
                folder.toString());
        Process other = new ProcessBuilder(command).inheritIO().start();
        try {
            boolean kept = other.waitFor() == 0;
            System.out.printf(
                    Locale.ROOT,
                    "plan and report of %,d %s %s%n",
                    RESOURCES,
                    kept ? "read and written with" : "NOT read and written with",
                    MEMORY);
            return kept;
        } catch (InterruptedException e) {
            other.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.map(Path::toFile).forEach(File::delete);
        }
        Files.delete(folder);
    }

    /** The other process. */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.exit(measure() ? 0 : 1);
        }
        Path folder = Path.of(arguments[0]);
        Plan plan = read("plan", folder, () -> Plan.read(folder.resolve("plan.json")));
        write("plan", folder, plan::writeTo);
        plan = null;
        Report report = read("report", folder, () -> Report.read(folder.resolve("report.json")));
        write("report", folder, report::writeTo);
    }

    private interface Reading<T> {

        T read();
    }

    private static <T> T read(String what, Path folder, Reading<T> reading) {
        List<T> held = new ArrayList<>();
        Cost cost = Cost.of(() -> held.add(reading.read()));
        tell(what, "read", folder.resolve(what + ".json"), cost);
        return held.get(0);
    }

    private interface Writing {

        void writeTo(Path file);
    }

    private static void write(String what, Path folder, Writing writing) {
        Stream.concat(Stream.of(".json"), PageFile.endings().stream()).forEach(ending -> {
            Path file = folder.resolve("again-" + what + ending);
            tell(what, ending, file, Cost.of(() -> writing.writeTo(file)));
        });
    }

    private static void tell(String what, String how, Path file, Cost cost) {
        System.out.printf(
                Locale.ROOT,
                "%s of %,d %-10s %s, %,.1f MB%n",
                what,
                RESOURCES,
                how,
                cost,
                file.toFile().length() / 1e6);
    }
}
