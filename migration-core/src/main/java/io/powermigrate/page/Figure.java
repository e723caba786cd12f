package io.powermigrate.page;

import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * A number that stands at the top of a page.
 *
 * @param key what it is, stable between runs, such as {@code ready}
 * @param value the number
 * @param words what is counted, such as {@code ready}
 * @param note more about it, such as {@code settle 40 connections}; empty where there is no more to say
 * @param state the state that is counted; null where it counts something else
 */
public record Figure(
        String key,
        long value,
        String words,
        String note,
        @Nullable State state) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
