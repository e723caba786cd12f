package io.powermigrate.plan;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.ResourceKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a step that was approved is still the step that would be planned now. */
final class Staleness {

    private Staleness() {}

    /** What has changed between two plans, in words. */
    static List<String> between(Plan approved, Plan now) {
        List<String> changes = new ArrayList<>(decidedOtherwise(approved, now));
        changes.addAll(between(approved.byKey(), now.byKey()));
        return changes;
    }

    /** What differs of all that is no step: who is signed in, what the caller decided, and what could be listed. */
    static List<String> decidedOtherwise(Plan approved, Plan now) {
        List<String> changes = new ArrayList<>();
        approved.source().changed(now.source()).ifPresent(changes::add);
        approved.destination().changed(now.destination()).ifPresent(changes::add);
        if (approved.inSource() != now.inSource()) {
            changes.add("the source might now be changed as far as " + now.inSource() + ", not " + approved.inSource());
        }
        changes.addAll(settings(approved.content(), now.content()));
        Set<String> types = Stream.of(approved, now)
                .flatMap(plan -> plan.steps().stream())
                .map(step -> step.key().type())
                .collect(Collectors.toCollection(TreeSet::new));
        changes.addAll(
                coverage(types, approved.content().source(), now.content().source()));
        changes.addAll(
                coverage(types, approved.content().destination(), now.content().destination()));
        return changes;
    }

    /** All that differs and is no step, also what does not make a plan stale. */
    static List<String> otherwise(Plan before, Plan now) {
        PlanContent earlier = before.content();
        PlanContent later = now.content();
        List<String> changes = new ArrayList<>(decidedOtherwise(before, now));
        if (!earlier.scope().equals(later.scope())) {
            changes.add(
                    "the plan is about " + Shown.message(later.scope()) + ", not " + Shown.message(earlier.scope()));
        }
        if (earlier.limit() != later.limit()) {
            changes.add("at most " + later.limit() + " changes may be approved, not " + earlier.limit());
        }
        if (earlier.journalKept() != later.journalKept()) {
            changes.add(later.journalKept() ? "the journal is kept now" : "the journal is no longer kept");
        }
        changes.addAll(more("this was read then and is not now: ", later.notRead(), earlier.notRead()));
        changes.addAll(more("this is read now and was not: ", earlier.notRead(), later.notRead()));
        changes.addAll(more("this is not checked any more: ", later.notLookedAt(), earlier.notLookedAt()));
        changes.addAll(more("this is checked now: ", earlier.notLookedAt(), later.notLookedAt()));
        changes.addAll(more("a rehearsal has found: ", later.rehearsed(), earlier.rehearsed()));
        changes.addAll(more("a rehearsal has not found any more: ", earlier.rehearsed(), later.rehearsed()));
        changes.addAll(more("this setting makes no difference now: ", later.unmatched(), earlier.unmatched()));
        changes.addAll(more("this setting makes a difference now: ", earlier.unmatched(), later.unmatched()));
        return changes;
    }

    /** What the caller decided: a plan that was approved with other lines would make something else of the same source. */
    private static List<String> settings(PlanContent approved, PlanContent now) {
        List<String> changes = new ArrayList<>();
        if (!approved.ruleSet().equals(now.ruleSet())) {
            changes.add("resources would now be judged by " + now.ruleSet() + ", not " + approved.ruleSet());
        }
        changes.addAll(more("the mapping has no longer the line ", approved.mapping(), now.mapping()));
        changes.addAll(more("the mapping has a new line ", now.mapping(), approved.mapping()));
        changes.addAll(more("this is no longer accepted: ", approved.waivers(), now.waivers()));
        changes.addAll(more("this was accepted since: ", now.waivers(), approved.waivers()));
        return changes;
    }

    private static List<String> more(String words, List<?> more, List<?> fewer) {
        Set<?> known = Set.copyOf(fewer);
        return more.stream()
                .filter(each -> !known.contains(each))
                .map(each -> words + Shown.message(each.toString()))
                .toList();
    }

    /** A list that shows more or less than it did gives another plan of the same environment, even if no step differs. */
    private static List<String> coverage(Set<String> types, Side approved, Side now) {
        return types.stream()
                .filter(type -> !state(approved, type).equals(state(now, type)))
                .map(type -> "the list of " + Shown.name(type) + " of " + Shown.name(now.name()) + " is now "
                        + state(now, type) + ", not " + state(approved, type))
                .toList();
    }

    private static String state(Side side, String type) {
        Coverage coverage = side.coverage().get(type);
        return coverage == null ? "not read" : coverage.state().name();
    }

    private static List<String> between(Map<ResourceKey, Step> approved, Map<ResourceKey, Step> now) {
        Set<ResourceKey> keys = new LinkedHashSet<>(approved.keySet());
        keys.addAll(now.keySet());
        return keys.stream()
                .flatMap(key ->
                        between(key, Optional.ofNullable(approved.get(key)), Optional.ofNullable(now.get(key)))
                                .stream())
                .toList();
    }

    private static Optional<String> between(ResourceKey key, Optional<Step> approved, Optional<Step> now) {
        if (approved.filter(Step::changes).isEmpty()
                && now.filter(Step::changes).isEmpty()) {
            return Optional.empty();
        }
        if (approved.isEmpty() || now.isEmpty()) {
            return Optional.of(key + (approved.isEmpty() ? " is new" : " is gone"));
        }
        return between(key, approved.get(), now.get());
    }

    private static Optional<String> between(ResourceKey key, Step approved, Step now) {
        if (approved.action() != now.action()) {
            return Optional.of(key + " would now be " + now.action() + ", not " + approved.action());
        }
        if (!approved.originId().equals(now.originId())
                || !approved.fingerprint().equals(now.fingerprint())) {
            return Optional.of(key + " has changed in the source");
        }
        if (!held(approved).equals(held(now))) {
            return Optional.of(key + " has changed in the destination");
        }
        return approved.bindings().equals(now.bindings())
                ? found(key, approved, now)
                : Optional.of(key + " would be bound to other values");
    }

    /** What is found now and was not when it was approved; fewer findings are no reason to ask again. */
    private static Optional<String> found(ResourceKey key, Step approved, Step now) {
        return now.findings().stream()
                .filter(finding -> approved.findings().stream()
                        .noneMatch(known -> known.rule().equals(finding.rule())
                                && known.verdict().compareTo(finding.verdict()) >= 0))
                .findFirst()
                .map(finding -> key + " has a finding that was not approved: " + finding.rule() + " ("
                        + finding.verdict() + "), " + Shown.message(finding.reason()));
    }

    private static String held(Step step) {
        return step.counterpart()
                .map(held -> held.id() + " " + held.fingerprint())
                .orElse("");
    }
}
