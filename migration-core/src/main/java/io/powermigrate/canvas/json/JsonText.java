package io.powermigrate.canvas.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.powermigrate.canvas.reading.Limit;
import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.error.MigrationException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a JSON text (UTF-8) that was tokenized before. Its spelling is right, so all that is left to find is where values end, which
 * takes a fraction of what tokenizing them once more would: most bytes of a document lie in strings that are passed over. Nothing is read
 * beyond the end, whatever the bytes are.
 *
 * @param place what messages call the text
 */
@SuppressWarnings("ArrayRecordComponent") // nobody writes to it
record JsonText(Reading reading, String place, byte[] bytes) {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long GATHER = 0x0102040810204080L;
    private static final int OPEN = 1 << Long.BYTES;
    private static final short[] ESCAPES = escapes();
    private static final long QUOTES = 0x2222222222222222L;
    private static final long BACKSLASHES = 0x5c5c5c5c5c5c5c5cL;

    /** Tokenizes the root value of a text that nobody has read yet, and refuses it as a {@link JsonCursor} does. */
    JsonText proved(Around around) {
        try (JsonParser tokens = reading.json().createParser(bytes)) {
            int depth = 0;
            do {
                depth += step(tokens.nextToken());
                if (depth + around.depth() > reading.limit(Limit.JSON_DEPTH)) {
                    throw reading.entryBeyond(place, "is deeper than that", Limit.JSON_DEPTH);
                }
            } while (depth > 0);
            return this;
        } catch (IOException broken) {
            throw malformed();
        }
    }

    private int step(@Nullable JsonToken token) {
        if (token == null) {
            throw malformed();
        }
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }

    /** Where the root value begins; a tokenizer also reads UTF-16 and UTF-32, which have a byte there that is no part of JSON. */
    int root() {
        boolean marked =
                bytes.length > 2 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
        int root = behindSpace(marked ? 3 : 0);
        if (bytes[root] <= 0 || root + 1 < bytes.length && bytes[root + 1] == 0) {
            throw malformed();
        }
        return root;
    }

    byte at(int index) {
        if (index >= bytes.length) {
            throw malformed();
        }
        return bytes[index];
    }

    /** Where the next token begins. */
    int behindSpace(int from) {
        int at = from;
        while (isSpace(at(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** Behind the value that begins there. */
    int behindValue(int start) {
        return switch (at(start)) {
            case '"' -> behindString(start);
            case '{', '[' -> behindBracket(start);
            default -> behindWord(start);
        };
    }

    private int behindBracket(int start) {
        int depth = 0;
        int at = start;
        do {
            switch (at(at)) {
                case '"' -> at = behindString(at) - 1;
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            at++;
        } while (depth > 0);
        return at;
    }

    /** Behind a number, true, false or null. */
    private int behindWord(int start) {
        int end = start;
        while (end < bytes.length && !isSpace(bytes[end]) && ",]}".indexOf(bytes[end]) < 0) {
            end++;
        }
        if (end == start) {
            throw malformed();
        }
        return end;
    }

    /** Behind the closing quote of the string that begins there, eight bytes at once: in metadata each fifth one is a backslash. */
    int behindString(int quote) {
        if (at(quote) != '"') {
            throw malformed();
        }
        int at = quote + 1;
        int escapes = 0;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            long word = (long) WORDS.get(bytes, at);
            escapes = ESCAPES[escapes & OPEN | places(word, BACKSLASHES)];
            int closing = places(word, QUOTES) & ~escapes;
            if (closing != 0) {
                return at + Integer.numberOfTrailingZeros(closing) + 1;
            }
        }
        for (boolean escaped = (escapes & OPEN) != 0; escaped || at(at) != '"'; at++) {
            escaped = !escaped && at(at) == '\\';
        }
        return at + 1;
    }

    /** A bit for each of the eight bytes that is the wanted one. */
    private static int places(long word, long wanted) {
        long differences = word ^ wanted;
        long equal = ~((differences & LOW_BITS) + LOW_BITS | differences | LOW_BITS);
        return (int) ((equal >>> 7) * GATHER >>> 56);
    }

    /** For eight bytes of which these are backslashes, the first of them escaped or not: which are escaped, and whether the next one is. */
    private static short[] escapes() {
        short[] all = new short[2 * OPEN];
        for (int i = 0; i < all.length; i++) {
            boolean escaped = (i & OPEN) != 0;
            for (int place = 0; place < Long.BYTES; place++) {
                all[i] |= (short) (escaped ? 1 << place : 0);
                escaped = !escaped && (i >> place & 1) != 0;
            }
            all[i] |= (short) (escaped ? OPEN : 0);
        }
        return all;
    }

    /** What a string says that stands there with its quotes. */
    String string(int start, int end) {
        boolean plain = true;
        for (int i = start; i < end && plain; i++) {
            plain = bytes[i] >= 0 && bytes[i] != '\\';
        }
        if (!plain) {
            return decoded(start, end);
        }
        if (end - start - 2 > reading.limit(Limit.TEXT)) {
            throw tooLong();
        }
        return new String(bytes, start + 1, end - start - 2, StandardCharsets.US_ASCII);
    }

    private String decoded(int start, int end) {
        try (JsonParser tokens = reading.json().createParser(bytes, start, end - start)) {
            tokens.nextToken();
            return tokens.getText();
        } catch (StreamConstraintsException beyond) {
            throw tooLong();
        } catch (IOException broken) {
            throw malformed();
        }
    }

    private MigrationException tooLong() {
        return reading.entryBeyond(place, "holds a longer string", Limit.TEXT);
    }

    MalformedJson malformed() {
        return new MalformedJson(reading.refused(
                "its entry '" + place + "' is not well-formed JSON in UTF-8", "Export the document again"));
    }
}
