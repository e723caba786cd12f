package io.powermigrate.plan;

import io.powermigrate.internal.text.Shown;

/**
 * What a slot gets.
 *
 * @param type what kind of value
 * @param from what stands there in the source
 * @param to what will stand there in the destination; empty when it is not known
 * @param layer where that comes from: a mapping layer, or how it was found
 */
public record SlotBinding(String type, String from, String to, String layer) {

    /** The layer of the id of what an earlier step of the same run makes. */
    public static final String MADE_IN_RUN = "made in this run";

    /** For people: what stands there, what will, and who says so. */
    @Override
    public String toString() {
        return Shown.name(type) + " " + Shown.name(from) + " -> " + Shown.name(to) + " (" + Shown.name(layer) + ")";
    }
}
