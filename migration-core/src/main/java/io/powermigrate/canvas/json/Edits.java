package io.powermigrate.canvas.json;

import io.powermigrate.internal.text.Shown;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Regions of a text that become others; every byte outside of them stays. Regions never overlap; they may come in any order. */
public final class Edits {

    private static final int CHUNK = 64 << 10;
    private static final byte[] NOTHING = {};

    private final List<Edit> edits = new ArrayList<>();
    private final Set<String> newNames = new HashSet<>();

    public void add(int start, int end, byte[] bytes) {
        edits.add(new Edit(start, end, bytes));
    }

    /** A member of a JSON object gets another name, spelled as there. */
    void rename(int start, int end, String name, byte[] spelled) {
        newNames.add(name);
        add(start, end, spelled);
    }

    /** The names that members got. */
    Set<String> newNames() {
        return newNames;
    }

    /** Adds those of a region, but for what was changed there before: by those that were added last. */
    void addFree(Edits others, int start) {
        int before = edits.size();
        while (before > 0 && edits.get(before - 1).start >= start) {
            before--;
        }
        List<Edit> there = new ArrayList<>(edits.subList(before, edits.size()));
        there.sort(Comparator.comparingInt(Edit::start));
        int next = 0;
        for (Edit other : others.inOrder()) {
            while (next < there.size() && there.get(next).end <= other.start) {
                next++;
            }
            if (next == there.size() || there.get(next).start >= other.end) {
                edits.add(other);
            }
        }
    }

    public int count() {
        return edits.size();
    }

    public boolean isEmpty() {
        return edits.isEmpty();
    }

    /** A member of a JSON object goes, with the comma before it; the first one with that behind it. */
    void removeMember(byte[] json, int start, int end) {
        int before = skipSpace(json, start - 1, -1);
        if (json[before] == ',' && !goneUntil(start)) {
            add(before, end, NOTHING);
            return;
        }
        int after = skipSpace(json, end, 1);
        add(start, json[after] == ',' ? skipSpace(json, after + 1, 1) : end, NOTHING);
    }

    /** Whether the member before went, and with it the comma. */
    private boolean goneUntil(int position) {
        Edit last = edits.isEmpty() ? null : edits.get(edits.size() - 1);
        return last != null && last.bytes.length == 0 && last.end == position;
    }

    private static int skipSpace(byte[] json, int from, int step) {
        int at = from;
        while (json[at] == ' ' || json[at] == '\t' || json[at] == '\r' || json[at] == '\n') {
            at += step;
        }
        return at;
    }

    /** In the order of the text. */
    public List<Edit> inOrder() {
        edits.sort(Comparator.comparingInt(Edit::start));
        for (int i = 1; i < edits.size(); i++) {
            if (edits.get(i).start < edits.get(i - 1).end) {
                throw new IllegalStateException(Shown.message("two changes overlap at byte " + edits.get(i).start));
            }
        }
        return edits;
    }

    /** Copies the text with its edits, in constant memory. */
    public void copy(InputStream text, OutputStream target) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int position = 0;
        for (Edit edit : inOrder()) {
            pass(text, edit.start - position, target, chunk);
            target.write(edit.bytes);
            text.skipNBytes(edit.end - edit.start);
            position = edit.end;
        }
        pass(text, Integer.MAX_VALUE, target, chunk);
    }

    /** The text with its edits. */
    public String applied(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream target = new ByteArrayOutputStream(bytes.length + 64);
        int position = 0;
        for (Edit edit : inOrder()) {
            target.write(bytes, position, edit.start - position);
            target.writeBytes(edit.bytes);
            position = edit.end;
        }
        target.write(bytes, position, bytes.length - position);
        return target.toString(StandardCharsets.UTF_8);
    }

    private static void pass(InputStream text, int length, OutputStream target, byte[] chunk) throws IOException {
        for (int left = length; left > 0; ) {
            int count = text.read(chunk, 0, Math.min(left, chunk.length));
            if (count < 0) {
                if (length == Integer.MAX_VALUE) {
                    return;
                }
                throw new EOFException("the text became shorter while it was read");
            }
            target.write(chunk, 0, count);
            left -= count;
        }
    }

    /** From start (inclusive) to end (exclusive); nobody writes to the bytes. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Edit(int start, int end, byte[] bytes) {}
}
