package io.powermigrate.model;

import io.powermigrate.internal.text.Shown;
import java.util.Objects;

/**
 * What kind of value a slot takes or a binding gives: the name of a resource type (then the value is an id of such a
 * resource) or any other word, such as {@code text}.
 *
 * @param name lower case with dashes
 */
public record SlotType(String name) {

    /** Plain text, replaced wherever it stands. */
    public static final SlotType TEXT = new SlotType("text");

    /** An address of an environment itself: unless a line says otherwise, the destination's own one stands for it. */
    public static final SlotType ADDRESS = new SlotType("environment-address");

    public SlotType {
        Objects.requireNonNull(name, "name");
    }

    /** Slots that take the id of a resource of this type. */
    public static SlotType of(ResourceType<?> type) {
        return new SlotType(type.name());
    }

    @Override
    public String toString() {
        return Shown.name(name);
    }
}
