package io.powermigrate.kill;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every moment of an undisturbed run of packages at which another one can be killed. */
final class PackageMoments {

    private PackageMoments() {}

    /**
     * Before each kind of request, in the middle of its occurrences; of what does more than read also after it was done and after
     * its answer; and at each line of the journal.
     *
     * @param reading whether also at requests that only read
     * @param lines whether also at lines of the journal
     */
    static List<Moment> of(PackagesWorld undisturbed, boolean reading, boolean lines) throws Exception {
        try (PackagesWorld world = undisturbed) {
            try (Run run = new Run(world.order())) {
                List<Told> told = run.run();
                if (!told.isEmpty()) {
                    throw new AssertionError("an undisturbed run leaves nothing to a person, but this one " + told);
                }
            }
            world.assertRight("an undisturbed run");
            List<Moment> moments = requests(world, reading);
            if (lines) {
                moments.addAll(Moments.lines(world));
            }
            return moments;
        }
    }

    private static List<Moment> requests(World world, boolean reading) {
        Map<Deed, Long> seen = world.fake.requests().stream()
                .filter(Deed::isAny)
                .map(Deed::of)
                .filter(deed -> reading || !deed.isReading())
                .collect(groupingBy(deed -> deed, LinkedHashMap::new, counting()));
        List<Moment> moments = new ArrayList<>();
        seen.forEach((deed, count) -> {
            int middle = (int) ((count + 1) / 2);
            moments.add(new Moment.Request(deed, middle, false));
            if (!deed.isReading()) {
                moments.add(new Moment.Request(deed, middle, true));
                moments.add(new Moment.Answered(deed, middle));
            }
        });
        return moments;
    }
}
