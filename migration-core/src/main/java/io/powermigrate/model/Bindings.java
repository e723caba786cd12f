package io.powermigrate.model;

import java.util.List;
import java.util.Optional;

/** What every slot is bound to, and which id a resource has in the destination; late ids arrive here. Thread-safe. */
public interface Bindings {

    /** The value of the destination for a slot. */
    Optional<Bound> of(Slot slot);

    /** Every line of the mapping that is of a type. */
    List<Binding> all(SlotType type);

    /** The id in the destination of a resource of the source, once it is there. */
    Optional<String> destinationId(ResourceKey key);
}
