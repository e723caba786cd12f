package io.powermigrate.kill;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.powermigrate.journal.Entry;
import io.powermigrate.powerapps.app.Operation;
import io.powermigrate.time.Time;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Every moment of an undisturbed run at which another one can be killed.
 *
 * @param requests before and after each kind of request, in the middle of its occurrences
 * @param lines before and after each line of the journal
 * @param chances at any time
 */
record Moments(List<Moment> requests, List<Moment> lines, List<Moment> chances) {

    private static final int CHANCES = 50;

    /** What an undisturbed run of that kind of world shows. */
    static Moments of(KillWorld.Kind kind, Path folder) throws Exception {
        try (KillWorld world = new KillWorld(folder, kind)) {
            Instant began = Time.system().now();
            try (Run run = new Run(world.order())) {
                List<Told> told = run.run();
                if (!told.isEmpty()) {
                    throw new AssertionError("an undisturbed run leaves nothing to a person, but this one " + told);
                }
            }
            Duration took = Duration.between(began, Time.system().now());
            return new Moments(requests(world), lines(world), chances(took, kind));
        }
    }

    private static List<Moment> requests(KillWorld world) {
        Map<Operation, Long> seen = world.fake.requests().stream()
                .filter(request -> !request.service().equals("LOGIN"))
                .collect(groupingBy(
                        Operation::of, () -> new TreeMap<>(Comparator.comparing(Operation::toString)), counting()));
        List<Moment> moments = new ArrayList<>();
        seen.forEach((operation, count) -> {
            int middle = (int) ((count + 1) / 2);
            moments.add(new Moment.Request(operation, middle, false));
            moments.add(new Moment.Request(operation, middle, true));
        });
        return moments;
    }

    static List<Moment> lines(World world) throws Exception {
        List<String> words = Files.readAllLines(world.order().journal().resolve("journal.jsonl")).stream()
                .map(Moments::words)
                .toList();
        return IntStream.rangeClosed(1, words.size())
                .boxed()
                .flatMap(number -> List.of(
                        (Moment) new Moment.Line(number, words.get(number - 1), false),
                        new Moment.Line(number, words.get(number - 1), true))
                        .stream())
                .toList();
    }

    private static String words(String line) {
        return java.util.Arrays.stream(Entry.State.values())
                .map(Entry.State::name)
                .filter(state -> line.contains("\"" + state + "\""))
                .findFirst()
                .orElse("which is no step's");
    }

    /** Fifty while creating, fifty while updating; every second one in a world that shows imports later. */
    private static List<Moment> chances(Duration undisturbed, KillWorld.Kind kind) {
        return IntStream.rangeClosed(1, CHANCES)
                .filter(seed -> (seed % 2 == 0) == kind.later())
                .<Moment>mapToObj(seed -> new Moment.Chance(seed, part(undisturbed, seed)))
                .toList();
    }

    /** A slower process gets less far in the same time; the longest moment is past the end of a fast one. */
    private static Duration part(Duration undisturbed, int seed) {
        return Duration.ofMillis((long) (new Random(seed).nextDouble() * 2 * undisturbed.toMillis()));
    }

    List<Moment> all() {
        List<Moment> all = new ArrayList<>(requests);
        all.addAll(lines);
        all.addAll(chances);
        return all;
    }
}
