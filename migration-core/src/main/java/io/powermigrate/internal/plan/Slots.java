package io.powermigrate.internal.plan;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Bound;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Slot;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.SlotBinding;
import io.powermigrate.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the slots of resources get, given what was decided so far. */
final class Slots {

    private final Reading reading;
    private final Bindings bindings;
    private final Map<ResourceKey, Decision> decided;

    Slots(Reading reading, Bindings bindings, Map<ResourceKey, Decision> decided) {
        this.reading = reading;
        this.bindings = bindings;
        this.decided = decided;
    }

    /** Those of a package's contents that would arrive without a value that they need: the package waits for it. */
    List<ResourceKey> unbound(List<Evaluation> contents) {
        return contents.stream()
                .filter(content -> content.action() != Action.SKIP)
                .map(Evaluation::resource)
                .filter(content -> content.slots().stream().anyMatch(this::isUnbound))
                .map(Resource::key)
                .toList();
    }

    private Binding line(Slot slot) {
        boolean isRead = reading.source().coverage(slot.type().name()).isPresent();
        return isRead
                ? Binding.toBeFilledIn(slot.type(), slot.value())
                : Binding.valueToBeFilledIn(slot.type(), slot.value());
    }

    private boolean isUnbound(Slot slot) {
        return slot.required() && bindings.of(slot).or(() -> late(slot)).isEmpty();
    }

    /** What the slots of a resource get; one that must have a value and has none is a finding. */
    List<SlotBinding> of(Resource resource, List<ResourceKey> waitsFor, List<Finding> findings) {
        List<SlotBinding> slots = new ArrayList<>();
        for (Slot slot : resource.slots()) {
            Bound bound = bindings.of(slot).or(() -> late(slot)).orElse(new Bound("", ""));
            if (!bound.value().isEmpty() || slot.required()) {
                slots.add(new SlotBinding(slot.type().name(), slot.value(), bound.value(), bound.layer()));
            }
            if (bound.value().isEmpty() && slot.required() && !isWaitedFor(slot, waitsFor)) {
                findings.add(EngineFindings.unboundSlot(resource.key(), line(slot)));
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
                        .filter(decision -> decision.action().writes() || decision.action() == Action.CARRIED)
                        .isPresent())
                .map(to -> new Bound("the id that " + to.key() + " gets", SlotBinding.MADE_IN_RUN));
    }
}
