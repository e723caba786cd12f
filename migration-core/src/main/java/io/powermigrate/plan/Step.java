package io.powermigrate.plan;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Assessment;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a plan does with one resource, and why.
 *
 * @param wave resources of one wave do not wait for each other; -1 where nothing is done
 * @param key the resource
 * @param originId its id in the source
 * @param displayName what people call it in the source
 * @param fingerprint of what it was when the plan was made
 * @param action what is done
 * @param reason why, in words
 * @param counterpart what of the destination it is about; empty when nothing is there
 * @param waitsFor what it waits for before it can be done
 * @param bindings what its slots get
 * @param findings what the rules and the engine found
 */
public record Step(
        int wave,
        ResourceKey key,
        String originId,
        String displayName,
        String fingerprint,
        Action action,
        String reason,
        Optional<Counterpart> counterpart,
        List<ResourceKey> waitsFor,
        List<SlotBinding> bindings,
        List<Finding> findings) {

    public Step {
        Stream.of(key, originId, displayName, fingerprint, action, reason, counterpart)
                .forEach(Objects::requireNonNull);
        waitsFor = List.copyOf(waitsFor);
        bindings = List.copyOf(bindings);
        findings = List.copyOf(findings);
    }

    /** The highest verdict of all findings. */
    public Verdict verdict() {
        return Assessment.highest(findings);
    }

    /** Whether the destination is changed by it, also inside another one. */
    public boolean changes() {
        return action.writes() || action == Action.CARRIED;
    }

    /** The same step in another wave; -1 where nothing is done. */
    public Step inWave(int other) {
        return new Step(
                other,
                key,
                originId,
                displayName,
                fingerprint,
                action,
                reason,
                counterpart,
                waitsFor,
                bindings,
                findings);
    }

    /** The same step with other values in its slots. */
    public Step withBindings(List<SlotBinding> others) {
        return new Step(
                wave, key, originId, displayName, fingerprint, action, reason, counterpart, waitsFor, others, findings);
    }

    /** The same step, about nothing that the destination holds. */
    public Step withoutCounterpart() {
        return new Step(
                wave,
                key,
                originId,
                displayName,
                fingerprint,
                action,
                reason,
                Optional.empty(),
                waitsFor,
                bindings,
                findings);
    }

    /** In one line: the wave, the action, the resource and why. */
    @Override
    public String toString() {
        return Shown.value(PlanText.head(this));
    }
}
