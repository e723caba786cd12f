package io.powermigrate.internal.plan;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
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
import java.util.stream.Stream;

/** Decides resource by resource, each after those that it needs: what is held holds its dependants. */
final class Decisions {

    private final Reading reading;
    private final PlanOptions options;
    private final Judged judged;
    private final Checks checks;
    private final Slots slots;
    private final Map<ResourceKey, Decision> decided = new LinkedHashMap<>();

    Decisions(PlanTools tools, Reading reading, Bindings bindings, Judged judged) {
        this.options = tools.options();
        this.reading = reading;
        this.judged = judged;
        this.checks = new Checks(tools, reading, bindings);
        this.slots = new Slots(reading, bindings, decided);
    }

    void decide(Evaluation judgement) {
        ResourceKey key = judgement.resource().key();
        List<Finding> findings = new ArrayList<>();
        List<ResourceKey> waitsFor = waitsFor(key, findings);
        List<SlotBinding> bound = slots.of(judgement.resource(), waitsFor, findings);
        Action action = judgement.action();
        Decision decision;
        if (judged.waves().circles().containsKey(key) && action != Action.SKIP && !judgement.serves()) {
            findings.add(judged.circle(key));
            decision = new Decision(Action.BLOCKED, "it is part of a dependency cycle", List.of(), bound, findings);
        } else if (action.writes()) {
            decision = writing(judgement, waitsFor, bound, findings);
        } else {
            if (action == Action.BLOCKED && judgement.isUnsettled()) { // whichever it is, this is to be settled too
                findings.addAll(checks.of(judgement.resource(), this::arrives));
            }
            List<ResourceKey> waits = action == Action.BY_HAND ? waitsFor : List.of();
            decision = new Decision(action, reason(action, judgement), waits, bound, findings);
        }
        decided.put(key, decision);
    }

    private Decision writing(
            Evaluation judgement, List<ResourceKey> waitsFor, List<SlotBinding> bound, List<Finding> findings) {
        ResourceKey key = judgement.resource().key();
        Optional<Waiver> waiver = waiver(key);
        List<Finding> broken = checks.of(judgement.resource(), this::arrives);
        findings.addAll(broken);
        Optional<String> held = waiver.isPresent() ? Optional.empty() : held(judgement, waitsFor, bound, broken);
        if (Assessment.highest(broken) == Verdict.BLOCK) {
            return new Decision(Action.BLOCKED, worst(broken), waitsFor, bound, findings);
        }
        if (held.isPresent()) {
            return new Decision(Action.HELD, held.get(), waitsFor, bound, findings);
        }
        if (!isInScope(judgement.resource()) && !options.scope().includesDependencies()) {
            return new Decision(Action.HELD, "others need it, but it is outside the scope", List.of(), bound, findings);
        }
        Action action = judged.links().carrierOf(key).isPresent() ? Action.CARRIED : judgement.action();
        unseen(judgement).ifPresent(findings::add);
        forgotten(judgement).ifPresent(findings::add);
        String reason = waiver.map(word -> "does not wait, because " + word.because())
                .orElseGet(() -> reason(action, judgement));
        return new Decision(action, reason, List.of(), bound, findings);
    }

    /** Why it cannot be done yet. */
    private Optional<String> held(
            Evaluation judgement, List<ResourceKey> waitsFor, List<SlotBinding> bound, List<Finding> broken) {
        if (!waitsFor.isEmpty()) {
            return Optional.of("waits for " + names(waitsFor));
        }
        if (Assessment.highest(broken).compareTo(Verdict.WARN) > 0) {
            return Optional.of(worst(broken));
        }
        if (bound.stream().anyMatch(slot -> slot.to().isEmpty())) {
            return Optional.of("some references have no destination value");
        }
        List<ResourceKey> unbound =
                slots.unbound(judged.contentsOf(judgement.resource().key()));
        return unbound.isEmpty()
                ? Optional.empty()
                : Optional.of("references of what it carries have no destination value: " + names(unbound));
    }

    /** A package is in the scope if one of its contents is, and they are if it is. */
    private boolean isInScope(Resource resource) {
        ResourceKey whole = judged.links().carrierOf(resource.key()).orElse(resource.key());
        return options.scope().selects(resource)
                || Stream.concat(Stream.of(whole), judged.links().contentsOf(whole).stream())
                        .flatMap(key -> reading.source().find(key).stream())
                        .anyMatch(options.scope()::selects);
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
        for (ResourceKey to : judged.links().needsOf(key)) {
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
        List<Finding> notThere = judged.links().usesOf(key).stream()
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
        Evaluation evaluation = judged.judgements().get(to);
        if (evaluation != null && evaluation.serves()) {
            return true;
        }
        Decision decision = decided.get(to);
        if (decision != null) {
            return decision.action().arrives();
        }
        Optional<Decision> carrier = judged.links().carrierOf(to).map(decided::get);
        if (carrier.isPresent()) { // its content is decided later
            return carrier.get().action().arrives();
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

    private Optional<Waiver> waiver(ResourceKey key) {
        return options.waivers().stream()
                .filter(waiver -> waiver.rule().equals(EngineFindings.HELD)
                        && waiver.resource().equals(key))
                .findFirst();
    }

    private String reason(Action action, Evaluation judgement) {
        return switch (action) {
            case CREATE, RECREATE -> judgement.match().how();
            case CARRIED ->
                judged.links()
                        .carrierOf(judgement.resource().key())
                        .map(carrier -> "travels in " + carrier)
                        .orElseThrow();
            case UPDATE ->
                judgement
                        .counterpart()
                        .map(held -> held.differences().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining("; ")))
                        .orElse("");
            case SKIP ->
                judgement.counterpart().isEmpty()
                        ? "the destination holds all that it carries"
                        : "the destination holds it: " + judgement.match().how();
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
