package io.powermigrate.internal.run;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of one piece of work.
 *
 * @param value its result; null unless it is done
 * @param failure what it threw; null unless it failed
 * @param how how it ended
 */
public record Ended<R>(@Nullable R value, @Nullable Throwable failure, How how) {

    /** How it ended. */
    public enum How {
        /** It has a result. */
        DONE,
        /** It threw. */
        FAILED,
        /** Everything was stopped before it began. */
        NOT_BEGUN,
        /** It took longer than it may, and does not end. */
        OVERDUE
    }

    static <R> Ended<R> done(R value) {
        return new Ended<>(value, null, How.DONE);
    }

    static <R> Ended<R> failed(Throwable failure) {
        return new Ended<>(null, failure, How.FAILED);
    }

    static <R> Ended<R> notBegun() {
        return new Ended<>(null, null, How.NOT_BEGUN);
    }

    static <R> Ended<R> overdue() {
        return new Ended<>(null, null, How.OVERDUE);
    }

    /** The result, or what stands for it. */
    public R orElse(Function<Ended<R>, R> otherwise) {
        R result = value;
        return result == null ? otherwise.apply(this) : result;
    }
}
