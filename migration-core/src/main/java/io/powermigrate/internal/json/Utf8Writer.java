package io.powermigrate.internal.json;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * JSON as UTF-8. Half of a surrogate pair, which a name of a service may hold and UTF-8 cannot, is written as an escape,
 * so that it comes back as it was. Does not close the stream.
 */
final class Utf8Writer extends Writer {

    private final Writer utf8;
    private char high;

    Utf8Writer(OutputStream out) {
        this.utf8 = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        int written = offset;
        for (int i = offset; i < offset + length; i++) {
            if (high != 0 || Character.isSurrogate(text[i])) {
                utf8.write(text, written, i - written);
                surrogate(text[i]);
                written = i + 1;
            }
        }
        utf8.write(text, written, offset + length - written);
    }

    /** One that is half of a pair, or follows the first half of one. */
    private void surrogate(char next) throws IOException {
        if (high != 0 && Character.isLowSurrogate(next)) {
            utf8.write(new char[] {high, next});
            high = 0;
            return;
        }
        escapeHigh();
        if (Character.isHighSurrogate(next)) {
            high = next;
        } else if (Character.isLowSurrogate(next)) {
            escape(next);
        } else {
            utf8.write(next);
        }
    }

    private void escapeHigh() throws IOException {
        if (high != 0) {
            escape(high);
            high = 0;
        }
    }

    private void escape(char half) throws IOException {
        utf8.write("\\u" + Integer.toHexString(half));
    }

    @Override
    public void flush() throws IOException {
        utf8.flush();
    }

    /** Writes what is left; the stream stays open. */
    @Override
    public void close() throws IOException {
        escapeHigh();
        utf8.flush();
    }
}
