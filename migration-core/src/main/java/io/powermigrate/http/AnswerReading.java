package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of an answer into a reply, and notices when they broke off. */
final class AnswerReading {

    private AnswerReading() {}

    /** A body that remembers that it failed: a reader may wrap or swallow that failure. */
    static final class Watched extends FilterInputStream {

        private @Nullable IOException failure;

        Watched(InputStream body) {
            super(body);
        }

        @Nullable
        IOException failure() {
            return failure;
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        /** Reads to the end, so that a body that is too short is noticed even if its reader stopped early. */
        void drain() throws IOException {
            transferTo(OutputStream.nullOutputStream());
        }

        /** The connection outlives the reader: a zip reader, say, closes what it was given. */
        @Override
        public void close() {}
    }

    /** The answer came, but not as a whole or not as what it says it is. */
    static final class Broken extends IOException {

        private static final long serialVersionUID = 1L;

        Broken(String reason, @Nullable Throwable cause) {
            super(reason, cause);
        }
    }

    /** All bytes, by the given moment at the latest. */
    static byte[] bytes(InputStream body, Clock clock, Instant latest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            bytes.write(buffer, 0, read);
            if (clock.instant().isAfter(latest)) {
                throw new Broken("the answer was not complete in time", null);
            }
        }
        return bytes.toByteArray();
    }

    /** The reply with its body; a success that announces JSON and is none is a broken answer. */
    static Reply buffered(Reply head, byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return head;
        }
        boolean announced = head.headers()
                .first("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).contains("json"))
                .isPresent();
        char first = text.stripLeading().charAt(0);
        if (!announced && first != '{' && first != '[') {
            return new Reply(head.uri(), head.status(), head.headers(), Document.missing(), text);
        }
        return new Reply(head.uri(), head.status(), head.headers(), json(bytes, announced && head.isSuccess()), text);
    }

    private static Document json(byte[] bytes, boolean mustBe) throws IOException {
        try {
            return Document.parse(bytes);
        } catch (MigrationException e) {
            if (mustBe) {
                throw new Broken(e.problem(), e);
            }
            return Document.missing();
        }
    }
}
