package io.powermigrate.kill;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.powermigrate.powerapps.app.Operation;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The moments of an undisturbed rollout at which another one can be killed. */
final class RolloutMoments {

    private RolloutMoments() {}

    /**
     * Before and after each kind of request above READ to the middle customer, in the middle of its occurrences; and before the
     * first one to the next customer, when the middle one is done.
     */
    static List<Moment> of(Path folder) throws Exception {
        try (RolloutWorld world = new RolloutWorld(folder)) {
            try (RolloutRun run = new RolloutRun(world.order())) {
                List<Told> told = run.run(() -> {});
                if (!told.isEmpty()) {
                    throw new AssertionError("an undisturbed rollout leaves nothing to a person, but this one " + told);
                }
            }
            world.assertRight("an undisturbed rollout");
            List<Moment> moments = new ArrayList<>();
            changes(world, RolloutWorld.MIDDLE).forEach((at, count) -> {
                int middle = (int) ((count + 1) / 2);
                moments.add(new Moment.Request(at, middle, false));
                moments.add(new Moment.Request(at, middle, true));
            });
            At next = changes(world, "Crane").keySet().iterator().next();
            moments.add(new Moment.Request(next, 1, false));
            return moments;
        }
    }

    private static Map<At, Long> changes(RolloutWorld world, String customer) {
        String environment = world.environment(customer).name();
        Stream<SeenRequest> seen = world.fake.requests().stream()
                .filter(request -> request.effect() != FakeEffect.READ
                        && request.environment().filter(environment::equals).isPresent());
        return seen.collect(groupingBy(
                request -> new At(Operation.of(request), environment, customer), LinkedHashMap::new, counting()));
    }
}
