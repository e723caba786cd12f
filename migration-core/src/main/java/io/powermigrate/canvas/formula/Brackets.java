package io.powermigrate.canvas.formula;

import java.util.ArrayDeque;
import java.util.Deque;

/** The brackets that are open, innermost first; the formula itself is the outermost. */
final class Brackets {

    private static final String KINDS = "([{";

    private final Deque<Frame> open = new ArrayDeque<>();
    private final int[] counts = new int[KINDS.length()];

    Brackets() {
        open.push(Frame.of(Frame.NONE));
    }

    Frame top() {
        return open.element();
    }

    void open(Frame frame) {
        counts[KINDS.indexOf(frame.bracket)]++;
        open.push(frame);
    }

    /** Whether a bracket of this kind is open. */
    boolean any(char bracket) {
        return counts[KINDS.indexOf(bracket)] > 0;
    }

    Frame close() {
        Frame frame = open.pop();
        counts[KINDS.indexOf(frame.bracket)]--;
        return frame;
    }
}
