package io.powermigrate.internal.plan;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Bound;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Slot;
import io.powermigrate.model.SlotType;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.SlotBinding;
import io.powermigrate.plan.Waiver;
import io.powermigrate.rule.Assessment;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides resource by resource, each after those that it needs: what is held holds its dependants. */
final class Decisions {

    private final Reading reading;
    private final PlanOptions options;
    private final Bindings bindings;
    private final DependencyGraph links;
    private final Waves waves;
    private final Checks checks;
    private final Map<ResourceKey, Decision> decided = new LinkedHashMap<>();

    Decisions(PlanTools tools, Reading reading, Bindings bindings, DependencyGraph links, Waves waves) {
        this.options = tools.options();
        this.reading = reading;
        this.bindings = bindings;
        this.checks = new Checks(tools, reading, bindings);
        this.links = links;
        this.waves = waves;
    }

    void decide(Evaluation judgement) {
        ResourceKey key = judgement.resource().key();
        List<Finding> findings = new ArrayList<>();
        List<ResourceKey> waitsFor = waitsFor(key, findings);
        List<SlotBinding> slots = slots(judgement.resource(), waitsFor, findings);
        Action action = judgement.action();
        Decision decision;
        if (waves.circles().containsKey(key) && action != Action.SKIP) {
            findings.add(EngineFindings.circle(key, waves.circles().get(key)));
            decision = new Decision(Action.BLOCKED, "it is part of a dependency cycle", List.of(), slots, findings);
        } else if (action.writes()) {
            decision = writing(judgement, waitsFor, slots, findings);
        } else {
            if (action == Action.BLOCKED && judgement.isUnsettled()) { // whichever it is, this is to be settled too
                findings.addAll(checks.of(judgement.resource(), this::arrives));
            }
            List<ResourceKey> waits = action == Action.BY_HAND ? waitsFor : List.of();
            decision = new Decision(action, reason(action, judgement), waits, slots, findings);
        }
        decided.put(key, decision);
    }

    private Decision writing(
            Evaluation judgement, List<ResourceKey> waitsFor, List<SlotBinding> slots, List<Finding> findings) {
        ResourceKey key = judgement.resource().key();
        Optional<Waiver> waiver = waiver(key);
        List<Finding> broken = checks.of(judgement.resource(), this::arrives);
        findings.addAll(broken);
        Verdict worst = Assessment.highest(broken);
        if (worst == Verdict.BLOCK) {
            return new Decision(Action.BLOCKED, worst(broken), waitsFor, slots, findings);
        }
        if (waiver.isEmpty() && !waitsFor.isEmpty()) {
            return new Decision(Action.HELD, "waits for " + names(waitsFor), waitsFor, slots, findings);
        }
        if (waiver.isEmpty() && worst.compareTo(Verdict.WARN) > 0) {
            return new Decision(Action.HELD, worst(broken), List.of(), slots, findings);
        }
        if (waiver.isEmpty() && slots.stream().anyMatch(slot -> slot.to().isEmpty())) {
            return new Decision(Action.HELD, "some references have no destination value", List.of(), slots, findings);
        }
        if (!options.scope().selects(judgement.resource()) && !options.scope().includesDependencies()) {
            return new Decision(Action.HELD, "others need it, but it is outside the scope", List.of(), slots, findings);
        }
        Action action = links.carrierOf(key).isPresent() ? Action.CARRIED : judgement.action();
        unseen(judgement).ifPresent(findings::add);
        forgotten(judgement).ifPresent(findings::add);
        String reason = waiver.map(word -> "does not wait, because " + word.because())
                .orElseGet(() -> reason(action, judgement));
        return new Decision(action, reason, List.of(), slots, findings);
    }

    /** What is created as new may be there already, where nobody can see it. */
    private Optional<Finding> unseen(Evaluation judgement) {
        ResourceKey key = judgement.resource().key();
        return reading.destination()
                .coverage(key.type())
                .filter(coverage -> coverage.state() == Coverage.State.VISIBLE_ONLY)
                .filter(coverage -> judgement.counterpart().isEmpty())
                .map(coverage -> EngineFindings.createdUnseen(key, coverage));
    }

    /** What is made although something of its name is there comes twice if nobody remembers that it was made. */
    private Optional<Finding> forgotten(Evaluation judgement) {
        Resource resource = judgement.resource();
        boolean asNew = reading.mapping()
                .find(
                        new SlotType(resource.key().type()),
                        resource.id(),
                        resource.key().name())
                .filter(bound -> bound.value().equals(Binding.NEW))
                .isPresent();
        return !options.journalKept()
                        && judgement.counterpart().isEmpty()
                        && (asNew || resource.key().isTwin())
                ? Optional.of(EngineFindings.notKept(resource.key()))
                : Optional.empty();
    }

    private List<ResourceKey> waitsFor(ResourceKey key, List<Finding> findings) {
        List<ResourceKey> waits = new ArrayList<>();
        for (ResourceKey to : links.needsOf(key)) {
            if (isUnread(to)) {
                findings.add(EngineFindings.notRead(key, to));
            } else if (!arrives(to)) {
                waits.add(to);
            }
        }
        return waits;
    }

    /** What was decided; asked when all is, because what is used may be decided later than who uses it. */
    Optional<Decision> of(ResourceKey key) {
        List<Finding> notThere = links.usesOf(key).stream()
                .filter(to -> !to.equals(key) && !isUnread(to) && !arrives(to))
                .map(to -> EngineFindings.notThere(key, to))
                .toList();
        return Optional.ofNullable(decided.get(key)).map(decision -> decision.with(notThere));
    }

    private boolean isUnread(ResourceKey to) {
        return reading.source().coverage(to.type()).isEmpty()
                && reading.source().find(to).isEmpty();
    }

    private boolean arrives(ResourceKey to) {
        Decision decision = decided.get(to);
        if (decision != null) {
            return decision.action().arrives();
        }
        return reading.destination()
                        .find(to.base())
                        .filter(found -> !to.isUnresolved())
                        .isPresent()
                || isBound(to);
    }

    private boolean isBound(ResourceKey to) {
        return to.isUnresolved()
                && reading.mapping()
                        .find(new SlotType(to.type()), to.twin())
                        .filter(bound -> !bound.value().equals(Binding.NEW))
                        .flatMap(bound -> reading.destination().byId(to.type(), bound.value()))
                        .isPresent();
    }

    private List<SlotBinding> slots(Resource resource, List<ResourceKey> waitsFor, List<Finding> findings) {
        List<SlotBinding> slots = new ArrayList<>();
        for (Slot slot : resource.slots()) {
            Bound bound = bindings.of(slot).or(() -> late(slot)).orElse(new Bound("", ""));
            if (!bound.value().isEmpty() || slot.required()) {
                slots.add(new SlotBinding(slot.type().name(), slot.value(), bound.value(), bound.layer()));
            }
            if (bound.value().isEmpty() && slot.required() && !isWaitedFor(slot, waitsFor)) {
                findings.add(EngineFindings.unboundSlot(resource.key(), slot.type(), slot.value()));
            }
        }
        return slots;
    }

    /** Then the recreate list says what to do. */
    private boolean isWaitedFor(Slot slot, List<ResourceKey> waitsFor) {
        return reading.source()
                .byId(slot.type().name(), slot.value())
                .filter(to -> waitsFor.contains(to.key()))
                .isPresent();
    }

    /** The id of what an earlier step will make is not known yet, but it will be. */
    private Optional<Bound> late(Slot slot) {
        return reading.source()
                .byId(slot.type().name(), slot.value())
                .filter(to -> Optional.ofNullable(decided.get(to.key()))
                        .filter(decision -> decision.action().writes())
                        .isPresent())
                .map(to -> new Bound("the id that " + to.key() + " gets", "made in this run"));
    }

    private Optional<Waiver> waiver(ResourceKey key) {
        return options.waivers().stream()
                .filter(waiver -> waiver.rule().equals(EngineFindings.HELD)
                        && waiver.resource().equals(key))
                .findFirst();
    }

    private static String reason(Action action, Evaluation judgement) {
        return switch (action) {
            case CREATE, RECREATE, CARRIED -> judgement.match().how();
            case UPDATE ->
                judgement
                        .counterpart()
                        .map(held -> held.differences().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining("; ")))
                        .orElse("");
            case SKIP -> "the destination holds it: " + judgement.match().how();
            case BLOCKED -> judgement.isUnsettled() ? judgement.match().how() : worst(judgement.findings());
            case BY_HAND, HELD -> worst(judgement.findings());
        };
    }

    private static String worst(List<Finding> findings) {
        Verdict verdict = Assessment.highest(findings);
        return findings.stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(Finding::reason)
                .findFirst()
                .orElse("");
    }

    private static String names(List<ResourceKey> keys) {
        return keys.stream().map(ResourceKey::toString).collect(Collectors.joining(", "));
    }
}
