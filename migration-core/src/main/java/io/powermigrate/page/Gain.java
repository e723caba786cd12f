package io.powermigrate.page;

import io.powermigrate.internal.text.Shown;

/**
 * What a decision frees.
 *
 * @param now how many resources are ready once this decision and those above it are made, and were not before
 * @param after how many are ready then
 * @param held how many wait for this decision, whatever else they wait for
 */
public record Gain(long now, long after, long held) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
