package io.powermigrate.cds.webapi;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.Call;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/**
 * Finds a member of a JSON object while it arrives, and gives its text on, character by character: JSON libraries hold a
 * text before they give it. Only as much JSON is understood as that takes. For one thread.
 */
final class Base64Member extends InputStream {

    private static final int LONGEST_NAME = 1000;

    private final InputStream json;
    private boolean ended;

    private Base64Member(InputStream json) {
        this.json = json;
    }

    /**
     * The decoded bytes of a member of the outermost object.
     *
     * @throws MigrationException when there is no such member, or it is no text
     * @throws IOException when the answer breaks off
     */
    static InputStream in(InputStream answer, String member, Call asked) throws IOException {
        InputStream json = new BufferedInputStream(answer, 1 << 14);
        Base64Member text = new Base64Member(json);
        if (!text.find(member)) {
            throw new MigrationException(
                    asked + " was answered, but the answer was not used because it holds no text " + member,
                    "Run again, and report it to the service if it happens again");
        }
        return Base64.getDecoder().wrap(new BufferedInputStream(text, 1 << 14));
    }

    /** Reads to the first character of the member's text. */
    private boolean find(String member) throws IOException {
        if (significant() != '{') {
            return false;
        }
        for (int next = significant(); next == '"'; next = significant()) {
            String name = name();
            if (significant() != ':') {
                return false;
            }
            int first = significant();
            if (name.equalsIgnoreCase(member)) {
                return first == '"';
            }
            if (skip(first) != ',') {
                return false;
            }
        }
        return false;
    }

    /** Passes a value over, and returns the comma or the bracket after it. */
    private int skip(int first) throws IOException {
        int depth = 0;
        for (int next = first; ; next = some()) {
            if (next == '"') {
                skipText();
            } else if (next == '{' || next == '[') {
                depth++;
            } else if (depth > 0 && (next == '}' || next == ']')) {
                depth--;
            } else if (depth == 0 && (next == ',' || next == '}')) {
                return next;
            }
        }
    }

    private void skipText() throws IOException {
        for (int next = some(); next != '"'; next = some()) {
            if (next == '\\') {
                some();
            }
        }
    }

    private String name() throws IOException {
        StringBuilder name = new StringBuilder();
        for (int next = character(); next >= 0 && name.length() < LONGEST_NAME; next = character()) {
            name.append((char) next);
        }
        ended = false;
        return name.toString();
    }

    private int significant() throws IOException {
        int next = some();
        while (next == ' '
                || next == '\n'
                || next == '\r'
                || next == '\t'
                || next == 0xEF
                || next == 0xBB
                || next == 0xBF) {
            next = some();
        }
        return next;
    }

    private int some() throws IOException {
        int next = json.read();
        if (next < 0) {
            throw new EOFException("the JSON of the answer ended early");
        }
        return next;
    }

    /** The next character of a text; -1 after its end. Those of base64 may be escaped: {@code \/}, backslash-u002B. */
    private int character() throws IOException {
        int next = some();
        if (next == '"') {
            ended = true;
            return -1;
        }
        if (next != '\\') {
            return next;
        }
        int escaped = some();
        return escaped == 'u' ? unicode() : escaped;
    }

    private int unicode() throws IOException {
        int point = 0;
        for (int i = 0; i < 4; i++) {
            point = point * 16 + Character.digit(some(), 16);
        }
        return point & 0xff;
    }

    @Override
    public int read() throws IOException {
        return ended ? -1 : character();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                return count == 0 && length > 0 ? -1 : count;
            }
            buffer[offset + count++] = (byte) next;
        }
        return count;
    }
}
