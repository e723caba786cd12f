package io.powermigrate.page;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.internal.text.Words;

/**
 * What a decision frees.
 *
 * @param now how many resources are ready once this decision and those above it are made, and were not before
 * @param after how many are ready then
 * @param held how many wait for this decision, whatever else they wait for
 */
public record Gain(long now, long after, long held) {

    /** In words: {@code frees 35, then 130 ready}. */
    public String words() {
        return now == 0 && held == 0
                ? "nothing waits for it"
                : "frees " + Words.number(now) + ", then " + Words.number(after) + " ready";
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
