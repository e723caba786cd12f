package io.powermigrate.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, unpacked, as its reader sees it: counted against a limit and held to the deadline. It remembers
 * that it failed, as a reader may wrap or swallow that failure. For one thread.
 */
final class AnswerBody extends InputStream {

    private final InputStream body;
    private final Deadline deadline;
    private final Bound bound;

    private long count;
    private boolean ended;
    private @Nullable IOException failure;

    /**
     * What may be read.
     *
     * @param most in bytes, unpacked
     * @param setting the member of {@link AnswerLimits} that it comes from
     * @param paced whether each byte gives time back, as in a stream, or all have to come in the time of the call
     */
    record Bound(long most, String setting, boolean paced) {

        /** The most in words. */
        String size() {
            return most % (1 << 20) == 0 ? (most >> 20) + " MB" : most + " bytes";
        }
    }

    AnswerBody(InputStream body, Deadline deadline, Bound bound) {
        this.body = body;
        this.deadline = deadline;
        this.bound = bound;
    }

    @Nullable
    IOException failure() {
        return failure;
    }

    Bound bound() {
        return bound;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int read = received(buffer, offset, length);
            if (count > bound.most) {
                throw AnswerReading.Unusable.tooLarge(bound);
            }
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private int received(byte[] buffer, int offset, int length) throws IOException {
        deadline.waiting();
        try {
            int read = body.read(buffer, offset, length);
            if (bound.paced && read > 0) {
                deadline.moved(read);
            }
            count += Math.max(0, read);
            ended = read < 0;
            return read;
        } finally {
            if (bound.paced || ended) {
                deadline.busy();
            }
        }
    }

    /** What follows is our own time, until the next byte is read. */
    void pause() {
        deadline.busy();
    }

    /** Whether everything was read. */
    boolean hasEnded() {
        return ended;
    }

    /** Reads to the end, so that a body that is too short is noticed even if its reader stopped early. */
    void drain() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }

    /** The connection outlives the reader: a zip reader, say, closes what it was given. */
    @Override
    public void close() {}
}
