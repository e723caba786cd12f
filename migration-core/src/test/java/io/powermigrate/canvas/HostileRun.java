package io.powermigrate.canvas;

import io.powermigrate.canvas.rebind.HostileRebindTest;
import io.powermigrate.canvas.rebind.Rebinding;
import io.powermigrate.canvas.requirements.Availability;
import io.powermigrate.canvas.requirements.CompileFacts;
import io.powermigrate.canvas.requirements.Origin;
import io.powermigrate.canvas.requirements.RequirementsCheck;
import io.powermigrate.error.MigrationException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The program that reads hostile documents in a JVM of its own; prints a line for each use of each. */
final class HostileRun {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** What one use of a document may take. */
    static final long BOUND_MILLIS = 2_000;

    private static final Origin ORIGIN =
            new Origin(Set.of(), Set.of("contoso.sharepoint.com"), Set.of(), Set.of("contoso.com"), Set.of());

    private final CanvasDocument document;

    private HostileRun(CanvasDocument document) {
        this.document = document;
    }

    /** A folder, and what the names of the documents to read begin with. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        String only = arguments.length > 1 ? arguments[1] : "";
        for (Map.Entry<String, StreamedMsapp> one : HostileDocuments.all().entrySet()) {
            if (one.getKey().startsWith(only)) {
                Path file = folder.resolve("hostile.msapp");
                one.getValue().writeTo(file);
                run(one.getKey(), file);
                Files.delete(file);
            }
        }
    }

    private static void run(String name, Path file) {
        HostileRun[] opened = new HostileRun[1];
        timed(name, "open", () -> opened[0] = new HostileRun(CanvasDocument.open(file)));
        if (opened[0] != null) {
            opened[0].uses().forEach((use, code) -> timed(name, use, code));
        }
    }

    private Map<String, Runnable> uses() {
        Map<String, Runnable> uses = new LinkedHashMap<>();
        uses.put("formula facts", document::formulaFacts);
        uses.put("needs and check", () -> {
            CompileFacts facts = document.compileFacts();
            new RequirementsCheck(facts, need -> Availability.absent(), ORIGIN).issues();
        });
        uses.put("normal form", document::normalForm);
        uses.put(
                "rebind", () -> document.rebind(HostileRebindTest.EVERYTHING).writeTo(OutputStream.nullOutputStream()));
        uses.put("rename", () -> document.rebind(
                        Rebinding.builder().rename("Orders", "It's").build())
                .writeTo(OutputStream.nullOutputStream()));
        return uses;
    }

    /** Above the bound once more: where others keep the machine busy, code runs long before it is compiled. */
    private static void timed(String name, String use, Runnable code) {
        Timed timed = Timed.of(code);
        for (int again = 0; again < 2 && timed.millis > BOUND_MILLIS; again++) {
            timed = Timed.of(code);
        }
        System.out.println(timed.millis + "\t" + name + "\t" + use + "\t" + timed.outcome);
    }

    /** Time of this thread: what others do on the machine makes no difference. */
    private record Timed(long millis, String outcome) {

        static Timed of(Runnable code) {
            long start = THREADS.getCurrentThreadCpuTime();
            String outcome = outcome(code);
            return new Timed((THREADS.getCurrentThreadCpuTime() - start) / 1_000_000, outcome);
        }

        private static String outcome(Runnable code) {
            try {
                code.run();
                return "read\t";
            } catch (MigrationException refusal) {
                return "refused\t" + refusal.getMessage();
            } catch (Throwable broken) {
                return "BROKEN\t" + broken + at(broken);
            }
        }
    }

    private static String at(Throwable broken) {
        StackTraceElement[] trace = broken.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0] + (trace.length > 4 ? " … " + trace[4] : "");
    }
}
