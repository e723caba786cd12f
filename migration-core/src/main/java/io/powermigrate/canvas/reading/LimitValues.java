package io.powermigrate.canvas.reading;

import java.util.Arrays;

/** A value for each {@link Limit}. Immutable. */
public final class LimitValues {

    public static final LimitValues STANDARD = new LimitValues(
            Arrays.stream(Limit.values()).mapToLong(Limit::standard).toArray());

    private final long[] values;

    private LimitValues(long... values) {
        this.values = values;
    }

    public long of(Limit limit) {
        return values[limit.ordinal()];
    }

    /** A copy with another value; a limit has at least 1. */
    public LimitValues with(Limit limit, long most) {
        long[] copy = values.clone();
        copy[limit.ordinal()] = most;
        return new LimitValues(copy);
    }
}
