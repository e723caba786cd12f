package io.powermigrate.internal.run;

import io.powermigrate.internal.plan.DependencyGraph;
import io.powermigrate.internal.plan.Matches;
import io.powermigrate.internal.plan.Reading;
import io.powermigrate.internal.plan.ResolvedBindings;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.spi.WriteContext;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the steps of one execution or rehearsal share.
 *
 * @param context what it is done with
 * @param setting what every migrator is handed
 * @param bindings with the ids of earlier waves
 * @param reading what the plan was made of
 * @param links who needs whom, and who travels in what
 */
record Surroundings(
        RunContext context,
        WriteContext.Setting setting,
        ResolvedBindings bindings,
        Reading reading,
        DependencyGraph links) {

    /** For a plan that was made of a reading. */
    static Surroundings of(RunContext context, Reading reading, Plan plan, Sides sides) {
        ResolvedBindings bindings = new ResolvedBindings(
                reading, new Matches(context.plugins(), reading.source(), reading.destination(), reading.mapping()));
        Set<ResourceKey> changed =
                plan.steps().stream().filter(Step::changes).map(Step::key).collect(Collectors.toSet());
        WriteContext.Setting setting = new WriteContext.Setting(
                sides.source().orElse(null),
                sides.destination(),
                context.workspace(),
                bindings,
                context.time(),
                key -> changed.contains(key) || bindings.destinationId(key).isPresent());
        DependencyGraph links = new DependencyGraph(
                reading.considered().stream()
                        .flatMap(key -> reading.source().find(key).stream())
                        .toList(),
                context.options().waivers());
        return new Surroundings(context, setting, bindings, reading, links);
    }
}
