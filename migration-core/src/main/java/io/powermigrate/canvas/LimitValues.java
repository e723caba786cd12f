package io.powermigrate.canvas;

import java.util.Arrays;

/** A value for each {@link Limit}. Immutable. */
final class LimitValues {

    static final LimitValues STANDARD = new LimitValues(
            Arrays.stream(Limit.values()).mapToLong(Limit::standard).toArray());

    private final long[] values;

    private LimitValues(long... values) {
        this.values = values;
    }

    long of(Limit limit) {
        return values[limit.ordinal()];
    }

    /** A copy with another value; a limit has at least 1. */
    LimitValues with(Limit limit, long most) {
        long[] copy = values.clone();
        copy[limit.ordinal()] = most;
        return new LimitValues(copy);
    }
}
