package io.powermigrate.internal.run;

import static java.util.stream.Collectors.groupingBy;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.internal.plan.Reading;
import io.powermigrate.journal.Entry;
import io.powermigrate.model.Reference;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Counterpart;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.SlotBinding;
import io.powermigrate.plan.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What executions of an approved plan that were cut off have left of it. What the journal says they brought to its end does not make
 * the plan stale. Everything else does: what a person did to what they had made, and what they left half done, because it cannot be
 * told from what somebody else did. Used once.
 */
public final class Remainder {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final RunContext context;
    private final Plan approved;
    private final Map<Way, List<Entry>> earlier;

    /** A resource of the source, whatever it is called. */
    private record Way(String type, String originId) {

        static Way of(Entry entry) {
            return new Way(
                    entry.crossing().resource().type(),
                    entry.crossing().originId().toLowerCase(Locale.ROOT));
        }

        static Way of(Step step) {
            return new Way(step.key().type(), step.originId().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * What is left of a plan.
     *
     * @param earlier what executions of it have written into the journal; nothing where there was none
     */
    public Remainder(RunContext context, Plan approved, List<Entry> earlier) {
        this.context = context;
        this.approved = approved;
        this.earlier = earlier.stream()
                .filter(entry -> entry.crossing().source().equals(approved.sourceId())
                        && entry.crossing().destination().equals(approved.destinationId()))
                .collect(groupingBy(Way::of));
    }

    /**
     * Reads both environments, and adds what a rehearsal of the plan had found. Repeats that as long as the destination may not list yet
     * what was made there.
     *
     * @throws io.powermigrate.plan.StalePlanException when something has changed that was not approved
     */
    public Present present(Supplier<Reading> reading, Stop stop) {
        while (true) {
            Reading now = reading.get().rehearsed(approved.rehearsed());
            Plan plan = new Planning(context).plan(now);
            if (earlier.isEmpty() || !isListedLater(plan)) {
                approved.requireStillTrue(asApproved(plan, now));
                return new Present(now, plan);
            }
            stop.requireNotStopped();
            context.time().sleep(PAUSE);
        }
    }

    private static boolean isListedLater(Plan plan) {
        return plan.steps().stream().flatMap(step -> step.findings().stream()).anyMatch(finding -> finding.rule()
                .equals(EngineFindings.NOT_LISTED_YET));
    }

    /** The plan of now, in which what was done of the approved one stands as if it were still to be done. */
    private Plan asApproved(Plan now, Reading reading) {
        if (earlier.isEmpty()) {
            return now;
        }
        Map<ResourceKey, Step> done = done(now, reading);
        Map<String, String> made = new HashMap<>();
        done.values().forEach(step -> step.counterpart()
                .ifPresent(held -> made.put(step.originId().toLowerCase(Locale.ROOT), held.id())));
        return Plan.of(now.content()
                .withSteps(now.steps().stream()
                        .flatMap(step -> asApproved(step, done, made))
                        .toList()));
    }

    /** Steps of now with nothing left to do, of which the journal says that an execution of this approval has done them. */
    private Map<ResourceKey, Step> done(Plan now, Reading reading) {
        Map<ResourceKey, Step> done = new LinkedHashMap<>();
        now.steps().stream().filter(this::hasArrived).forEach(step -> done.put(step.key(), step));
        now.steps().stream()
                .filter(step -> isRestOf(step, Action.CARRIED) && isIn(reading, step, done))
                .forEach(step -> done.put(step.key(), step));
        return done;
    }

    private boolean hasArrived(Step now) {
        String there = now.counterpart().map(Counterpart::id).orElse("");
        return isRestOf(now, Action.CREATE, Action.UPDATE, Action.RECREATE)
                && lines(now)
                        .anyMatch(
                                entry -> entry.isArrival() && entry.reference().equalsIgnoreCase(there));
    }

    /** Whether nothing is left to do of what was approved. */
    private boolean isRestOf(Step now, Action... actions) {
        return now.action() == Action.SKIP
                && approved.step(now.key())
                        .filter(was -> List.of(actions).contains(was.action()))
                        .filter(was -> was.originId().equals(now.originId())
                                && was.fingerprint().equals(now.fingerprint()))
                        .isPresent();
    }

    /** What travels in something that was done has come with it. */
    private static boolean isIn(Reading reading, Step step, Map<ResourceKey, Step> done) {
        return reading.source().find(step.key()).stream()
                .flatMap(resource -> resource.references().stream())
                .filter(reference -> reference.kind() == Reference.Kind.PART_OF)
                .flatMap(reference -> reading.source().find(reference.to()).stream())
                .anyMatch(carrier -> done.containsKey(carrier.key()));
    }

    private Stream<Entry> lines(Step step) {
        return earlier.getOrDefault(Way.of(step), List.of()).stream();
    }

    private Stream<Step> asApproved(Step now, Map<ResourceKey, Step> done, Map<String, String> made) {
        if (done.containsKey(now.key())) {
            return approved.step(now.key()).stream();
        }
        if (now.action().writes() && lines(now).anyMatch(Entry::isArrival)) {
            return changed(now);
        }
        List<SlotBinding> known = approved.step(now.key()).map(Step::bindings).orElse(List.of());
        return Stream.of(now.withBindings(now.bindings().stream()
                .map(binding -> asApproved(binding, known, made))
                .toList()));
    }

    /** It was done, and somebody has changed or deleted it since: it is not what was approved, although it may look so. */
    private static Stream<Step> changed(Step now) {
        return now.counterpart().isEmpty() ? Stream.empty() : Stream.of(now.withoutCounterpart());
    }

    /** The id that a step was to make is known by now. */
    private static SlotBinding asApproved(SlotBinding now, List<SlotBinding> known, Map<String, String> made) {
        return known.stream()
                .filter(was -> was.type().equals(now.type()) && was.from().equals(now.from()))
                .filter(was -> was.layer().equals(SlotBinding.MADE_IN_RUN)
                        && now.to().equals(made.get(now.from().toLowerCase(Locale.ROOT))))
                .findFirst()
                .orElse(now);
    }
}
