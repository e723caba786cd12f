package io.powermigrate.plan;

import io.powermigrate.internal.text.Lines;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Candidate;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that must be made again in the destination. It closes itself: the next plan finds what was made.
 *
 * @param key what it is
 * @param displayName what people call it in the source
 * @param state whether it is there
 * @param by what fulfils it and how that was found, or why nothing does
 * @param verdict who makes it again
 * @param reason why it cannot travel
 * @param remedy what a person does, in exact steps
 * @param basis what that rests on
 * @param waiting who waits for it
 * @param shared what it shares with others of its type, such as their kind: the name that a line may use, and what people
 *     call it; absent where it shares nothing
 * @param lines lines for the mapping that settle it; first those that settle all that share its name with it
 * @param candidates those of the destination that the lines lead to, with their names
 * @param files what a person needs for it, written when the plan was made; empty where it is not missing
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
        @Nullable Candidate shared,
        List<Binding> lines,
        List<Candidate> candidates,
        List<RecreateFile> files) {

    /** Whether what must be made again is there. */
    public enum State {
        /** Nothing there fulfils it. */
        MISSING,
        /** Several could; only a person knows. */
        AMBIGUOUS,
        /** A line of the mapping leads to one that the destination does not show, or that cannot be it. */
        NOT_FOUND,
        /** One does. */
        SATISFIED
    }

    public RecreateItem {
        waiting = List.copyOf(waiting);
        lines = List.copyOf(lines);
        candidates = candidates == null ? List.of() : List.copyOf(candidates); // of earlier versions
        files = files == null ? List.of() : List.copyOf(files);
    }

    /** Whether it is there. */
    public boolean isSatisfied() {
        return state == State.SATISFIED;
    }

    /** For people: what, why, what to do, which files it takes, who waits. */
    public String toText() {
        return toText(List.of(this));
    }

    /** For people: a list of such items under its title, what is the same for several told once; empty without any. */
    public static String toText(List<RecreateItem> items) {
        Lines page = new Lines();
        write(items, page);
        return page.toString();
    }

    static void write(List<RecreateItem> items, Lines page) {
        new RecreateText(page).write(items);
    }

    /** The same item with these lines before its own. */
    public RecreateItem with(List<Binding> first) {
        List<Binding> all = new ArrayList<>(first);
        all.addAll(lines);
        return copy(shared, all);
    }

    /** The same item, which shares this with others of its type. */
    public RecreateItem sharing(Candidate nameAndTitle) {
        return copy(nameAndTitle, lines);
    }

    private RecreateItem copy(@Nullable Candidate nameAndTitle, List<Binding> all) {
        return new RecreateItem(
                key,
                displayName,
                state,
                by,
                verdict,
                reason,
                remedy,
                basis,
                waiting,
                nameAndTitle,
                all,
                candidates,
                files);
    }

    /** In one line: whether it is there, what it is, and what fulfils it or why it cannot travel. */
    @Override
    public String toString() {
        return Shown.value(state + " " + key + ": " + (isSatisfied() ? by : reason) + "; waiting: " + waiting.size());
    }
}
