package io.powermigrate.model;

import io.powermigrate.internal.text.Shown;
import java.util.Objects;

/**
 * A place in a resource that holds a value of its own environment and needs one of the destination.
 *
 * @param type what kind of value
 * @param value what stands there in the source
 * @param holder the resource that the place is in
 * @param required whether the resource is held until the place has a value
 */
public record Slot(SlotType type, String value, ResourceKey holder, boolean required) {

    public Slot {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(holder, "holder");
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
