package io.powermigrate.model;

import io.powermigrate.internal.text.Shown;

/**
 * A value that a slot got, and where it comes from.
 *
 * @param value what stands in the destination
 * @param layer the mapping layer or the way in which it was found, in words
 */
public record Bound(String value, String layer) {
    @Override
    public String toString() {
        return Shown.record(this);
    }
}
