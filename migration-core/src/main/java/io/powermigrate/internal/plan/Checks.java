package io.powermigrate.internal.plan;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Finding;
import io.powermigrate.spi.CheckContext;
import io.powermigrate.spi.Migrator;
import java.util.List;
import java.util.function.Predicate;

/** Asks the migrators which places would not work in the destination: for a plan, and again before a step writes. */
public final class Checks {

    private final PlanTools tools;
    private final Reading reading;
    private final Bindings bindings;

    /** Checks of what a reading holds, as the bindings are then. */
    public Checks(PlanTools tools, Reading reading, Bindings bindings) {
        this.tools = tools;
        this.reading = reading;
        this.bindings = bindings;
    }

    /**
     * What would not work, without what the caller accepted.
     *
     * @param arrives whether the destination holds another resource by then
     */
    public List<Finding> of(Resource resource, Predicate<ResourceKey> arrives) {
        CheckContext context = new CheckContext(reading.source(), reading.destination(), bindings, arrives);
        return tools.plugins()
                .migrator(resource.key().type())
                .map(migrator -> tools.options().waive(check(migrator, resource, context)))
                .orElse(List.of());
    }

    private static <R extends Resource> List<Finding> check(
            Migrator<R> migrator, Resource resource, CheckContext context) {
        try {
            return migrator.check(migrator.type().model().cast(resource), context);
        } catch (RuntimeException | Error e) { // what could not be checked must not be written
            return List.of(EngineFindings.checkFailed(resource.key(), e));
        }
    }
}
