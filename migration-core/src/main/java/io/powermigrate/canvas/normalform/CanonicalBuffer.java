package io.powermigrate.canvas.normalform;

import io.powermigrate.canvas.reading.Limit;
import io.powermigrate.canvas.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes of values that are not yet folded into a digest: every object and array becomes its digest as soon as it ends, so the buffer
 * never holds more than the scalars of the containers that are open.
 */
final class CanonicalBuffer {

    private final Reading reading;
    private final String entry;
    private final MessageDigest digest = Digests.sha256();
    private byte[] bytes = new byte[1 << 12];
    private int length;

    CanonicalBuffer(Reading reading, String entry) {
        this.reading = reading;
        this.entry = entry;
    }

    int length() {
        return length;
    }

    void truncate(int to) {
        length = to;
    }

    void tag(char kind) {
        room(1);
        bytes[length++] = (byte) kind;
    }

    /** The length goes first, so no two different lists of texts have the same bytes. */
    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(utf8.length + 4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (utf8.length >>> shift);
        }
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    boolean same(Span one, Span other) {
        return Arrays.equals(bytes, one.from, one.to, bytes, other.from, other.to);
    }

    int compare(Span one, Span other) {
        return Arrays.compareUnsigned(bytes, one.from, one.to, bytes, other.from, other.to);
    }

    /** Replaces all bytes from the start on by a tag and the digest of the spans in their order. */
    void fold(char kind, int start, List<Span> spans) {
        for (Span span : spans) {
            digest.update(bytes, span.from, span.to - span.from);
        }
        length = start;
        folded(kind, digest.digest());
    }

    /** Moves all bytes from the start on into a digest. */
    void into(MessageDigest target, int start) {
        target.update(bytes, start, length - start);
        length = start;
    }

    /** A tag and the digest of an array or object. */
    void folded(char kind, byte[] folded) {
        tag(kind);
        room(folded.length);
        System.arraycopy(folded, 0, bytes, length, folded.length);
        length += folded.length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            int most = reading.limit(Limit.HELD);
            if ((long) length + more > most) {
                throw reading.entryBeyond(entry, "has an object of more bytes", Limit.HELD);
            }
            bytes = Arrays.copyOf(bytes, (int) Math.max(length + more, Math.min(bytes.length * 2L, most)));
        }
    }

    /** Bytes from (inclusive) to (exclusive). */
    record Span(int from, int to) {}
}
