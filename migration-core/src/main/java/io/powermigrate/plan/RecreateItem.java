package io.powermigrate.plan;

import io.powermigrate.internal.text.Lines;
import io.powermigrate.internal.text.Shown;
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

    /** Whether it is there. */
    public boolean isSatisfied() {
        return state == State.SATISFIED;
    }

    /** For people: what, why, what to do, who waits. */
    public String toText() {
        Lines page = new Lines();
        write(page);
        return page.toString();
    }

    /** For people: a list of such items under its title; empty without any. */
    public static String toText(List<RecreateItem> items) {
        Lines page = new Lines();
        write(items, page);
        return page.toString();
    }

    static void write(List<RecreateItem> items, Lines page) {
        if (!items.isEmpty()) {
            long open = items.stream().filter(item -> !item.isSatisfied()).count();
            page.title("MUST BE RECREATED (" + open + " of " + items.size() + " open)");
            items.forEach(item -> item.write(page));
        }
    }

    private void write(Lines page) {
        page.line((isSatisfied() ? "  [x] " : "  [ ] ") + state + " " + key + ": " + by);
        if (!isSatisfied()) {
            page.line("      why: " + reason + " [" + basis + "]");
            page.line("      do: " + remedy);
            lines.forEach(line -> page.line("      or paste: " + line.toCode()));
            if (!waiting.isEmpty()) {
                page.list("      waits: ", waiting);
            }
        }
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
