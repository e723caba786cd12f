package io.powermigrate.benchmark;

import java.nio.file.Files;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and holds what is measured against what has to be done anyway, in the same run. Ends with 1 if a gate is missed. */
public final class Benchmarks {

    private static final double GATE = 1.5;

    private Benchmarks() {}

    /** Without arguments: all of them. */
    public static void main(String[] arguments) throws RunnerException {
        if (!Files.isDirectory(RealDocuments.folder())) {
            System.out.println("Nothing was measured because there are no documents in " + RealDocuments.folder()
                    + ". Put some there, or name another folder with -Dpowermigrate.shared.");
            return;
        }
        Options options = new OptionsBuilder()
                .include(Benchmarks.class.getPackageName() + "\\..*Benchmark\\..*")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MILLISECONDS)
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(12)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend("-Dpowermigrate.shared=" + RealDocuments.shared().toAbsolutePath())
                .build();
        Map<String, Double> scores = scores(new Runner(options).run());
        boolean kept = ratio(scores, "facts", "tokens", GATE) & ratio(scores, "rebind", "floor", GATE);
        ratio(scores, "references", "tokens", Double.MAX_VALUE);
        kept &= Offline.measure();
        kept &= PageSpeed.measure();
        kept &= LargeFiles.measure();
        kept &= ControlPlane.measure();
        System.exit(kept ? 0 : 1);
    }

    /** The best of all rounds: whatever else the machine does can only make one slower. */
    private static Map<String, Double> scores(Collection<RunResult> results) {
        Map<String, Double> scores = new TreeMap<>();
        results.forEach(result -> scores.put(
                result.getPrimaryResult().getLabel(),
                result.getPrimaryResult().getStatistics().getMin()));
        return scores;
    }

    private static boolean ratio(Map<String, Double> scores, String measured, String floor, double gate) {
        double ratio = scores.getOrDefault(measured, Double.NaN) / scores.getOrDefault(floor, Double.NaN);
        boolean kept = ratio <= gate;
        System.out.printf(
                Locale.ROOT,
                "%-10s %8.1f ms = %.2f x %-6s %8.1f ms%s%n",
                measured,
                scores.get(measured),
                ratio,
                floor,
                scores.get(floor),
                gate == Double.MAX_VALUE ? "" : kept ? ", within " + gate : ", NOT within " + gate);
        return kept;
    }
}
