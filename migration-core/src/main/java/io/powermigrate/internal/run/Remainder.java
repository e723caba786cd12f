package io.powermigrate.internal.run;

import static java.util.stream.Collectors.groupingBy;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.internal.plan.Reading;
import io.powermigrate.journal.Entry;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Counterpart;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.SlotBinding;
import io.powermigrate.plan.Step;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What executions of an approved plan that were cut off have left of it. What the journal explains as their work does not make the
 * plan stale; everything else does, also what a person did to what they had made. Used once.
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
        this.earlier = earlier.stream().collect(groupingBy(Way::of));
    }

    /**
     * Reads both environments, and adds what a rehearsal of the plan had found; again and again as long as the destination may not list yet what was made there.
     *
     * @throws io.powermigrate.plan.StalePlanException when something has changed that was not approved
     */
    public Present present(Supplier<Reading> reading, Stop stop) {
        while (true) {
            Reading now = reading.get().rehearsed(approved.rehearsed());
            Plan plan = new Planning(context).plan(now);
            if (earlier.isEmpty() || !isListedLater(plan)) {
                approved.requireStillTrue(asApproved(plan));
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
    private Plan asApproved(Plan now) {
        if (earlier.isEmpty()) {
            return now;
        }
        Set<String> ids = new HashSet<>();
        now.steps().stream()
                .filter(step -> approvedFor(step).isPresent())
                .forEach(step -> step.counterpart().map(Counterpart::id).ifPresent(ids::add));
        return Plan.of(now.content()
                .withSteps(now.steps().stream()
                        .flatMap(step -> isWrittenAgain(step) ? changed(step) : Stream.of(asApproved(step, ids)))
                        .toList()));
    }

    /** It was done, and somebody has changed or deleted it since. */
    private boolean isWrittenAgain(Step now) {
        return now.action().writes()
                && earlier.getOrDefault(Way.of(now), List.of()).stream().anyMatch(Entry::isArrival);
    }

    /** It is not what was approved, although it may look so. */
    private static Stream<Step> changed(Step now) {
        return now.counterpart().isEmpty() ? Stream.empty() : Stream.of(now.withoutCounterpart());
    }

    private Step asApproved(Step now, Set<String> ids) {
        List<SlotBinding> known = approved.step(now.key()).map(Step::bindings).orElse(List.of());
        Step bound = now.withBindings(now.bindings().stream()
                .map(binding -> asApproved(binding, known, ids))
                .toList());
        return approvedFor(now)
                .filter(was -> now.action() == Action.SKIP || was.bindings().equals(bound.bindings()))
                .orElse(bound);
    }

    /** The id that a step was to make is known by now. */
    private static SlotBinding asApproved(SlotBinding now, List<SlotBinding> known, Set<String> ids) {
        return known.stream()
                .filter(was -> was.type().equals(now.type()) && was.from().equals(now.from()))
                .filter(was -> was.layer().equals(SlotBinding.MADE_IN_RUN) && ids.contains(now.to()))
                .findFirst()
                .orElse(now);
    }

    /** The approved step of which this one is the rest. */
    private Optional<Step> approvedFor(Step now) {
        return approved.step(now.key())
                .filter(Step::changes)
                .filter(was -> was.originId().equals(now.originId())
                        && was.fingerprint().equals(now.fingerprint()))
                .filter(was -> now.action() == Action.SKIP || isBegun(was, now));
    }

    /** Whether it was begun and is not done, and nobody else can have changed what it is about. */
    private boolean isBegun(Step was, Step now) {
        List<Entry> lines = earlier.getOrDefault(Way.of(was), List.of());
        return now.action().writes()
                && !lines.isEmpty()
                && was.counterpart()
                        .map(held -> now.counterpart()
                                .filter(there -> isSame(held, there))
                                .isPresent())
                        .orElseGet(() -> now.counterpart()
                                .filter(there -> wasThere(lines, there))
                                .isEmpty());
    }

    private static boolean isSame(Counterpart held, Counterpart there) {
        return held.id().equals(there.id()) && held.fingerprint().equals(there.fingerprint());
    }

    /** An intent names what the destination held of the kind. */
    private static boolean wasThere(List<Entry> lines, Counterpart there) {
        return lines.stream()
                .filter(entry -> entry.state() == Entry.State.INTENT)
                .anyMatch(entry -> List.of(entry.reference().split(" ")).contains(there.id()));
    }
}
