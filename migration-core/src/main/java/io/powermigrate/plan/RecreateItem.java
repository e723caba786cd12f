package io.powermigrate.plan;

import io.powermigrate.model.Binding;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Verdict;
import java.util.List;

/**
 * One thing that must be made again in the destination. It closes itself: the next plan finds what was made.
 *
 * @param key what it is
 * @param displayName what people call it in the origin
 * @param state whether it is there
 * @param by what fulfils it and how that was found, or why nothing does
 * @param verdict who makes it again
 * @param reason why it cannot travel
 * @param remedy what a person does, in exact steps
 * @param basis what that rests on
 * @param waiting who waits for it
 * @param lines lines for the mapping that settle it
 */
public record RecreateItem(
        ResourceKey key,
        String displayName,
        State state,
        String by,
        Verdict verdict,
        String reason,
        String remedy,
        Basis basis,
        List<ResourceKey> waiting,
        List<Binding> lines) {

    /** Whether what must be made again is there. */
    public enum State {
        /** Nothing there fulfils it. */
        MISSING,
        /** Several could; only a person knows. */
        AMBIGUOUS,
        /** One does. */
        SATISFIED
    }

    public RecreateItem {
        waiting = List.copyOf(waiting);
        lines = List.copyOf(lines);
    }
}
