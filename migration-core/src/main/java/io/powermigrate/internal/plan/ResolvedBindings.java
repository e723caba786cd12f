package io.powermigrate.internal.plan;

import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Bound;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Slot;
import io.powermigrate.model.SlotType;
import io.powermigrate.plan.SlotBinding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What every slot is bound to: by the mapping, by what its resource was matched with, or by what a run has made. */
public final class ResolvedBindings implements Bindings {

    private final Inventory source;
    private final Inventory destination;
    private final Mapping mapping;
    private final Matches matches;
    private final Map<ResourceKey, String> made = new ConcurrentHashMap<>();

    /** The bindings of a reading. */
    public ResolvedBindings(Reading reading, Matches matches) {
        this.source = reading.source();
        this.destination = reading.destination();
        this.mapping = reading.mapping();
        this.matches = matches;
    }

    /** Notes the id of what a run has made. */
    public void made(ResourceKey key, String destinationId) {
        made.put(key, destinationId);
    }

    @Override
    public Optional<Bound> of(Slot slot) {
        Optional<Resource> pointedTo = source.byId(slot.type().name(), slot.value());
        if (pointedTo.isPresent()) {
            ResourceKey key = pointedTo.get().key();
            return destinationId(key)
                    .map(id -> new Bound(
                            id,
                            made.containsKey(key)
                                    ? SlotBinding.MADE_IN_RUN
                                    : matches.of(key).how()));
        }
        return mapping.find(slot.type(), slot.value())
                .filter(bound -> !bound.value().equals(Binding.NEW))
                .or(() -> slot.type().equals(SlotType.ADDRESS) ? own(slot.value()) : Optional.empty());
    }

    /** What the source's description holds under a name, the destination's holds under the same name. */
    private Optional<Bound> own(String address) {
        return source.about().members().entrySet().stream()
                .filter(fact ->
                        fact.getValue().text().filter(address::equalsIgnoreCase).isPresent())
                .flatMap(fact -> destination.about().text(fact.getKey()).stream()
                        .map(own -> new Bound(own, "the destination's own " + fact.getKey())))
                .findFirst();
    }

    @Override
    public List<Binding> all(SlotType type) {
        return mapping.all(type);
    }

    @Override
    public Optional<String> destinationId(ResourceKey key) {
        ResourceKey known = source.find(key).map(Resource::key).orElse(key);
        String late = made.get(known);
        return late != null ? Optional.of(late) : matches.counterpart(known).map(Resource::id);
    }
}
