package io.powermigrate.engine;

import io.powermigrate.Migration;
import io.powermigrate.Rollout;
import io.powermigrate.RolloutBuilder;
import io.powermigrate.rollout.RolloutReport;
import io.powermigrate.rollout.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A source with two apps, and customers with a store each. */
final class Customers {

    final World world = new World();
    final Map<String, Store> stores = new LinkedHashMap<>();

    Customers(String... names) {
        for (String name : names) {
            stores.put(name, new Store(name));
        }
        world.source.put(Thing.app("a1", "Expenses"), Thing.app("a2", "Costs"));
    }

    Store store(String name) {
        return stores.get(name);
    }

    Target target(String name) {
        return Target.of(name, store(name)::endpoint);
    }

    List<Target> targets() {
        return stores.keySet().stream().map(this::target).toList();
    }

    RolloutBuilder rollout() {
        return rollout(targets());
    }

    RolloutBuilder rollout(List<Target> targets) {
        return Migration.from(world.source.endpoint())
                .toEach(targets)
                .install(world)
                .time(world.clock.time());
    }

    RolloutReport run() {
        return run(UnaryOperator.identity());
    }

    RolloutReport run(UnaryOperator<RolloutBuilder> options) {
        return run(options.apply(rollout()).build());
    }

    static RolloutReport run(Rollout rollout) {
        try (rollout) {
            return rollout.execute(rollout.plan().approve(World.approval()));
        }
    }

    /** Who got both apps. */
    List<String> complete() {
        return stores.entrySet().stream()
                .filter(each -> each.getValue().items("app").size() == 2)
                .map(Map.Entry::getKey)
                .toList();
    }
}
