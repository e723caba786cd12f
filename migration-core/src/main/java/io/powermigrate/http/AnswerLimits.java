package io.powermigrate.http;

import io.powermigrate.internal.text.Shown;

/**
 * How much of an answer is read, and how slowly it may come. What is larger counts as unusable and is not asked for again.
 * Sizes are in bytes, unpacked. Immutable.
 *
 * @param whole the largest answer that is read whole; its JSON may hold a name or value for every 32 bytes of this
 * @param streamed the largest answer that is streamed
 * @param leastPerSecond the least bytes a second at which a body is sent or an answer streamed, measured over the answer
 *     timeout
 */
public record AnswerLimits(long whole, long streamed, long leastPerSecond) {

    private static final long MB = 1L << 20;

    /** Checks that there is something of each. */
    public AnswerLimits {
        if (whole < 1 || streamed < 1 || leastPerSecond < 1) {
            throw new IllegalArgumentException(Shown.message("limits of an answer must be at least 1, not " + whole
                    + ", " + streamed + " and " + leastPerSecond + " a second"));
        }
    }

    /** 64 MB whole, or a sixteenth of the memory of this JVM where that is less; 4 GB streamed; 10,240 bytes a second. */
    public static AnswerLimits standard() {
        return new AnswerLimits(Math.min(64 * MB, Runtime.getRuntime().maxMemory() / 16), 4_096 * MB, 10_240);
    }

    /** These limits with another one for answers that are read whole. */
    public AnswerLimits withWhole(long bytes) {
        return new AnswerLimits(bytes, streamed, leastPerSecond);
    }

    /** These limits with another one for answers that are streamed. */
    public AnswerLimits withStreamed(long bytes) {
        return new AnswerLimits(whole, bytes, leastPerSecond);
    }

    /** These limits with another least rate. */
    public AnswerLimits withLeastPerSecond(long bytes) {
        return new AnswerLimits(whole, streamed, bytes);
    }
}
