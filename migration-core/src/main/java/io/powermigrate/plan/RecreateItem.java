package io.powermigrate.plan;

import io.powermigrate.model.Binding;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Verdict;
import java.util.List;
import java.util.stream.Collectors;

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

    /** Whether it is there. */
    public boolean isSatisfied() {
        return state == State.SATISFIED;
    }

    /** For people: what, why, what to do, who waits. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        text.append(isSatisfied() ? "  [x] " : "  [ ] ").append(state).append(' ');
        text.append(key).append(": ").append(by).append('\n');
        if (!isSatisfied()) {
            text.append("      why: ").append(reason).append(" [").append(basis).append("]\n");
            text.append("      do: ").append(remedy).append('\n');
            lines.forEach(line ->
                    text.append("      or paste: ").append(line.toCode()).append('\n'));
            if (!waiting.isEmpty()) {
                text.append("      waits: ").append(names(waiting)).append('\n');
            }
        }
        return text.toString();
    }

    /** For people: a list of such items under its title; empty without any. */
    public static String toText(List<RecreateItem> items) {
        if (items.isEmpty()) {
            return "";
        }
        long open = items.stream().filter(item -> !item.isSatisfied()).count();
        return "\nMUST BE RECREATED (" + open + " of " + items.size() + " open)\n"
                + items.stream().map(RecreateItem::toText).collect(Collectors.joining());
    }

    private static String names(List<ResourceKey> keys) {
        return keys.stream().map(ResourceKey::toString).collect(Collectors.joining(", "));
    }
}
