package io.powermigrate.page;

import io.powermigrate.internal.text.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What belongs together on a page, such as all that one decision settles.
 *
 * @param key stable between runs: of a decision what its line settles, of a risk its rule
 * @param rule the stable ids of rules that found it, joined by a comma; empty where no rule did
 * @param title a sentence, or for a decision a question
 * @param name in a few words, such as the title of what its items have in common
 * @param state what is with its items
 * @param gain what it frees; null where it is no decision
 * @param causes the keys of the groups that it waits for
 * @param reason why; empty where the title says all
 * @param remedy what a person does; empty where nobody has to do anything
 * @param basis what the reason rests on, in words; empty where it is the engine's own
 * @param items what it is about, in natural order
 * @param choices what answers a decision for all of its items
 * @param lines lines to paste that settle all items and that are no choice
 * @param links where it is done
 */
public record Group(
        String key,
        String rule,
        String title,
        String name,
        State state,
        @Nullable Gain gain,
        List<String> causes,
        String reason,
        String remedy,
        String basis,
        List<Item> items,
        List<Choice> choices,
        List<Line> lines,
        List<Link> links) {

    public Group {
        causes = List.copyOf(causes);
        items = List.copyOf(items);
        choices = List.copyOf(choices);
        lines = List.copyOf(lines);
        links = List.copyOf(links);
    }

    /** A group of items that are listed. */
    public static Group of(String key, String title, State state, List<Item> items) {
        return new Group(
                key, "", title, title, state, null, List.of(), "", "", "", items, List.of(), List.of(), List.of());
    }

    /** The same group under a short name. */
    public Group named(String shortName) {
        return new Group(
                key, rule, title, shortName, state, gain, causes, reason, remedy, basis, items, choices, lines, links);
    }

    /** The same group, found by rules and with why, what to do and what that rests on. */
    public Group because(String rules, String why, String whatToDo, String source) {
        return new Group(
                key, rules, title, name, state, gain, causes, why, whatToDo, source, items, choices, lines, links);
    }

    /** The same group, which waits for these. */
    public Group waitingFor(List<String> groups) {
        return new Group(
                key, rule, title, name, state, gain, groups, reason, remedy, basis, items, choices, lines, links);
    }

    /** The same group, answered by these. */
    public Group answeredBy(List<Choice> answers, List<Line> others, List<Link> where) {
        return new Group(
                key, rule, title, name, state, gain, causes, reason, remedy, basis, items, answers, others, where);
    }

    /** The same group with what it frees. */
    public Group freeing(Gain frees) {
        return new Group(
                key, rule, title, name, state, frees, causes, reason, remedy, basis, items, choices, lines, links);
    }

    @Override
    public String toString() {
        return Shown.value(key + ": " + title + " (" + items.size() + ")");
    }
}
