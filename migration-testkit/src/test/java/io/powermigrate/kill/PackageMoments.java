package io.powermigrate.kill;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every moment of an undisturbed run of a package at which another one can be killed. */
final class PackageMoments {

    private PackageMoments() {}

    /**
     * Before each kind of request, in the middle of its occurrences; of what does more than read also after it was done and after
     * its answer; and at each line of the journal. Where the next run has no journal, or the destination an earlier version, only
     * what does more than read differs.
     */
    static List<Moment> of(PackageWorld.Kind kind, Path folder) throws Exception {
        try (PackageWorld world = new PackageWorld(folder, kind)) {
            try (Run run = new Run(world.order())) {
                List<Told> told = run.run();
                if (!told.isEmpty()) {
                    throw new AssertionError("an undisturbed run leaves nothing to a person, but this one " + told);
                }
            }
            world.assertRight("an undisturbed run");
            boolean all = !kind.lost() && !kind.updating();
            List<Moment> moments = requests(world, all);
            if (all) {
                moments.addAll(Moments.lines(world));
            }
            return moments;
        }
    }

    /** The same of a run through a scratch solution, without requests that only read; lines of the journal where it is kept. */
    static List<Moment> scratch(boolean lost, Path folder) throws Exception {
        try (ScratchWorld world = new ScratchWorld(folder)) {
            try (Run run = new Run(world.order())) {
                List<Told> told = run.run();
                if (!told.isEmpty()) {
                    throw new AssertionError("an undisturbed run leaves nothing to a person, but this one " + told);
                }
            }
            world.assertRight("an undisturbed run");
            List<Moment> moments = requests(world, false);
            if (!lost) {
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
