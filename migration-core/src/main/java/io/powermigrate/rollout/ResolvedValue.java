package io.powermigrate.rollout;

import io.powermigrate.internal.text.Shown;

/**
 * What one customer gets in the place of one value of the source, and which layer says so.
 *
 * @param type what kind of value, such as the name of a resource type
 * @param from the value in the source
 * @param name what people call the resource that it is the id of; the value itself where it is none
 * @param to the value in the destination; empty when it is not known
 * @param level the level of the mapping that gave it, such as {@code region}; empty where no layer of the caller did
 * @param layer where it comes from, as the plan tells it: a layer, or how it was found
 */
public record ResolvedValue(String type, String from, String name, String to, String level, String layer) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
