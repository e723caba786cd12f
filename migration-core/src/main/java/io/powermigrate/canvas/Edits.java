package io.powermigrate.canvas;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Regions of a text that become others; every byte outside of them stays. Regions never overlap; they may come in any order. */
final class Edits {

    private static final int CHUNK = 64 << 10;

    private final List<Edit> edits = new ArrayList<>();

    void add(int start, int end, byte[] bytes) {
        edits.add(new Edit(start, end, bytes));
    }

    /** Adds those of one region that touch nothing that was changed there before. */
    void addFree(Edits others, int start, int end) {
        List<Edit> before = edits.stream()
                .filter(edit -> edit.start < end && start < edit.end)
                .toList();
        for (Edit other : others.edits) {
            if (before.stream().noneMatch(edit -> edit.start < other.end && other.start < edit.end)) {
                edits.add(other);
            }
        }
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    /** Whether a region that goes was the last to be added and ends here. */
    boolean goneUntil(int position) {
        Edit last = edits.isEmpty() ? null : edits.get(edits.size() - 1);
        return last != null && last.bytes.length == 0 && last.end == position;
    }

    /** In the order of the text. */
    List<Edit> inOrder() {
        edits.sort(Comparator.comparingInt(Edit::start));
        return edits;
    }

    /** Copies the text with its edits, in constant memory. */
    void copy(InputStream text, OutputStream target) throws IOException {
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
    record Edit(int start, int end, byte[] bytes) {}
}
