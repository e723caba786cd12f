package io.powermigrate.model;

import io.powermigrate.internal.text.JavaText;
import io.powermigrate.internal.text.Shown;
import java.util.Objects;

/**
 * One line of a mapping: what stands for a value of the source in the destination.
 *
 * @param type what kind of value; for a resource, the name of its type
 * @param from the value in the source: for a resource its id or the name of its key
 * @param to the value in the destination, or {@link #NEW}
 */
public record Binding(SlotType type, String from, String to) {

    /** Says to create a resource even if the destination has a candidate; it is created once. */
    public static final String NEW = "(new)";

    public Binding {
        Objects.requireNonNull(type, "type");
        if (from.isBlank() || to.isBlank()) {
            throw new IllegalArgumentException(Shown.message(
                    "A binding of a " + type + " needs both values, but got " + JavaText.literal(from) + " and "
                            + JavaText.literal(to) + ". Give the value of the source and that of the destination."));
        }
    }

    /** The resource of the source is this one of the destination. */
    public static Binding of(ResourceType<?> type, String fromId, String toId) {
        return new Binding(SlotType.of(type), fromId, toId);
    }

    /** The resource of the source is none of those of the destination that look like it. */
    public static Binding asNew(ResourceType<?> type, String fromId) {
        return new Binding(SlotType.of(type), fromId, NEW);
    }

    /** A line of which only the value of the destination is missing: who pastes it puts that in. */
    public static Binding toBeFilledIn(SlotType type, String from) {
        return new Binding(type, from, "<id in the destination>");
    }

    /** As {@link #toBeFilledIn}, for what is no resource, such as a setting. */
    public static Binding valueToBeFilledIn(SlotType type, String from) {
        return new Binding(type, from, "<value in the destination>");
    }

    /** Whether this still has a placeholder such as {@code <id in the destination>} where a value belongs. */
    public boolean isToBeFilledIn() {
        return to.startsWith("<") && to.endsWith(">");
    }

    /** Whether this says that a resource is to be created as new. */
    public boolean isNew() {
        return to.equals(NEW);
    }

    /** The line to paste into a mapping: Java source that yields exactly this line. */
    public String toCode() {
        return isNew()
                ? "Binding.asNew(" + JavaText.literal(type.name()) + ", " + JavaText.literal(from) + ")"
                : "Binding.of(" + JavaText.literal(type.name()) + ", " + JavaText.literal(from) + ", "
                        + JavaText.literal(to) + ")";
    }

    /** As {@link #of(ResourceType, String, String)}, by the name of a type or of another kind of value. */
    public static Binding of(String type, String from, String to) {
        return new Binding(new SlotType(type), from, to);
    }

    /** As {@link #asNew(ResourceType, String)}, by the name of a type. */
    public static Binding asNew(String type, String fromId) {
        return new Binding(new SlotType(type), fromId, NEW);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
