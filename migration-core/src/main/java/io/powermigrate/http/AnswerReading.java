package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of an answer into a reply, and notices what cannot become one. Of large answers one is read at a time,
 * so that many of them together take no more memory than one. Thread-safe.
 */
final class AnswerReading {

    /** From this size on an answer is a large one. */
    private static final int LARGE = 1 << 20;

    /** Begins some documents in UTF-8, and is no part of them. */
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** What is read of the body of a refusal: its words. */
    private static final int WORDS = 256 << 10;

    private final Semaphore large = new Semaphore(1);

    /** The answer came, but not as a whole or not as what it says it is. */
    static final class Broken extends IOException {

        private static final long serialVersionUID = 1L;

        Broken(String reason, @Nullable Throwable cause) {
            super(reason, cause);
        }
    }

    /** The answer came and cannot be used; the same would come again. */
    static final class Unusable extends IOException {

        private static final long serialVersionUID = 1L;

        private final String remedy;

        private Unusable(String reason, String remedy) {
            super(reason);
            this.remedy = remedy;
        }

        static Unusable tooLarge(AnswerBody.Bound bound) {
            return new Unusable(
                    "its answer is larger than " + bound.size() + " unpacked",
                    "Allow a larger AnswerLimits." + bound.setting() + " if an answer of that size is to be expected");
        }

        static Unusable tooManyValues(long most, String setting) {
            return new Unusable(
                    "the JSON of its answer holds more than " + most + " names and values",
                    "Allow a larger AnswerLimits." + setting
                            + " (a value for every 32 bytes of it) if such an answer is to be expected");
        }

        static Unusable tooDeep(int levels) {
            return new Unusable(
                    "the JSON of its answer is nested deeper than " + levels + " levels",
                    "Check in the service what was asked for: nothing of the Power Platform is nested so deep");
        }

        String remedy() {
            return remedy;
        }
    }

    /** The reply with the whole body of a success. */
    Reply whole(Reply head, AnswerBody body) throws IOException {
        byte[] start = body.readNBytes(LARGE);
        if (start.length < LARGE) {
            return reply(head, start, body.bound());
        }
        body.pause();
        large.acquireUninterruptibly();
        try {
            byte[] rest = body.readAllBytes();
            byte[] all = Arrays.copyOf(start, start.length + rest.length);
            System.arraycopy(rest, 0, all, start.length, rest.length);
            return reply(head, all, body.bound());
        } finally {
            large.release();
        }
    }

    /** The reply with the words of a refusal; what goes on after them is not read. */
    static Reply words(Reply head, AnswerBody body) throws IOException {
        try {
            return reply(head, body.readNBytes(WORDS), body.bound());
        } catch (Unusable e) {
            return head;
        }
    }

    private static Reply reply(Reply head, byte[] bytes, AnswerBody.Bound bound) throws IOException {
        if (isBlank(bytes)) {
            return head;
        }
        boolean announced = head.headers()
                .first("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).contains("json"))
                .isPresent();
        if (!announced && !looksLikeJson(bytes)) {
            return new Reply(head.uri(), head.status(), head.headers(), Document.missing(), text(bytes));
        }
        Document json = json(bytes, announced && head.isSuccess(), bound);
        // the text of a large document would take its memory once more, and nobody reads it
        String text = json.isMissing() || bytes.length < LARGE ? text(bytes) : "";
        return new Reply(head.uri(), head.status(), head.headers(), json, text);
    }

    private static Document json(byte[] bytes, boolean mustBe, AnswerBody.Bound bound) throws IOException {
        JsonBounds.check(bytes, bound);
        try {
            return Document.parse(bytes);
        } catch (MigrationException e) {
            if (mustBe) {
                throw new Broken(e.problem(), e);
            }
            return Document.missing();
        }
    }

    private static boolean looksLikeJson(byte[] bytes) {
        int first = contentStart(bytes);
        return bytes[first] == '{' || bytes[first] == '[';
    }

    private static boolean isBlank(byte[] bytes) {
        return contentStart(bytes) == bytes.length;
    }

    /** Where the first byte stands that is neither blank nor part of a byte order mark. */
    private static int contentStart(byte[] bytes) {
        int first = markLength(bytes);
        while (first < bytes.length && Character.isWhitespace(bytes[first])) {
            first++;
        }
        return first;
    }

    private static int markLength(byte[] bytes) {
        return bytes.length >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)
                ? MARK.length
                : 0;
    }

    private static String text(byte[] bytes) {
        int start = markLength(bytes);
        return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    }
}
