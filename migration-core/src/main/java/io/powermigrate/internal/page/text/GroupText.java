package io.powermigrate.internal.page.text;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.internal.text.Words;
import io.powermigrate.page.Group;
import io.powermigrate.page.Item;
import io.powermigrate.page.Link;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import io.powermigrate.page.State;
import io.powermigrate.page.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The groups of a section as blocks of lines. */
final class GroupText {

    private static final int MOST_DOTS = 12;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_LINES_OF_NAMES = 3;
    private static final int MOST_SENTENCES = 6;

    private final Page page;
    private final Section section;
    private final TextStyle style;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<Link> told = new HashSet<>();

    GroupText(Page page, Section section, TextStyle style) {
        this.page = page;
        this.section = section;
        this.style = style;
        page.section(Section.Key.DECISIONS)
                .ifPresent(
                        decisions -> decisions.groups().forEach(group -> numbers.put(group.key(), numbers.size() + 1)));
    }

    /** The head of a table; none where the section is none. */
    List<String> columns() {
        if (section.key() != Section.Key.WAITS || !hasDots()) {
            return List.of();
        }
        StringBuilder head = new StringBuilder("  ");
        for (int i = 1; i <= numbers.size(); i++) {
            head.append(i).append(numbers.size() > 9 && i < 10 ? "  " : " ");
        }
        return List.of(head + " " + Words.plural(page.unit()) + "; a dot is a decision that they need");
    }

    private boolean hasDots() {
        return !numbers.isEmpty()
                && numbers.size() <= MOST_DOTS
                && section.groups().stream().allMatch(group -> !group.causes().isEmpty());
    }

    Block block(int number, Group group) {
        return switch (section.key()) {
            case DECISIONS -> new DecisionText(group, number, page.unit(), style).block(links(group));
            case WAITS -> waiting(group);
            case HAPPENS, THERE, DONE -> listed(group);
            default -> told(group);
        };
    }

    private Block listed(Group group) {
        String title = "  " + Shown.message(group.title());
        List<String> whole = new ArrayList<>(Wrapped.words("  ", "     ", Shown.message(titled(group)), style.width()));
        if (style.full()) {
            group.items().forEach(item -> whole.addAll(new ItemText(item, style).lines()));
            return Block.of(List.of(cut(title)), whole);
        }
        return new Block(List.of(cut(title)), whole, names(group));
    }

    private static String titled(Group group) {
        boolean isSentence = group.title().endsWith(".") || group.reason().isEmpty();
        return (group.title() + (isSentence ? " " : ". ") + group.reason()).strip();
    }

    /** What is told in sentences: risks, gaps, what failed. */
    private Block told(Group group) {
        String title = Shown.message(group.title());
        List<String> whole = new ArrayList<>(Wrapped.words("  ", "     ", title, style.width()));
        sentences(group, whole);
        if (style.full() || hasWords(group)) {
            group.items().forEach(item -> whole.addAll(new ItemText(item, style).lines()));
        } else if (isSentences(group)) {
            whole.addAll(sentences(group.items()));
        } else if (!group.items().isEmpty()) {
            List<String> names = new ArrayList<>(names(group));
            names.set(0, counted(group) + ": " + names.get(0));
            whole.addAll(Wrapped.names("     ", names, style.width(), MOST_LINES_OF_NAMES));
        }
        return Block.of(shortest(group, title), whole);
    }

    /** What was not checked is told also where there is little room. */
    private List<String> shortest(Group group, String title) {
        List<String> lines = new ArrayList<>(List.of(cut("  " + title)));
        if (section.key() == Section.Key.UNCHECKED && isSentences(group)) {
            lines.addAll(sentences(group.items()));
        }
        return lines;
    }

    /** Items that are no resources are sentences. */
    private static boolean isSentences(Group group) {
        return !group.items().isEmpty() && group.items().stream().allMatch(item -> item.key() == null);
    }

    private List<String> sentences(List<Item> items) {
        List<String> lines = new ArrayList<>();
        items.stream()
                .limit(MOST_SENTENCES)
                .forEach(item ->
                        lines.addAll(Wrapped.words("     ", "       ", Shown.message(item.name()), style.width())));
        if (items.size() > MOST_SENTENCES) {
            lines.add("     … and " + Words.number(items.size() - (long) MOST_SENTENCES) + " more");
        }
        return lines;
    }

    private static boolean hasWords(Group group) {
        return group.items().stream().anyMatch(item -> !item.words().isEmpty());
    }

    private void sentences(Group group, List<String> lines) {
        String text = Shown.message((group.reason() + " " + group.remedy()).strip());
        if (!text.isEmpty()) {
            lines.addAll(Wrapped.words("     ", "     ", text, style.width()));
        }
        group.lines().forEach(line -> lines.addAll(CodeText.lines("     ", line.code())));
    }

    private String counted(Group group) {
        long ready = group.items().stream()
                .filter(item -> item.state() == State.READY)
                .count();
        long others = group.items().size() - ready;
        String noun = Words.plural(page.unit());
        return ready == 0 || others == 0
                ? Words.counted(group.items().size(), page.unit())
                : Words.number(ready) + " " + (ready == 1 ? page.unit() : noun) + " now, " + Words.number(others)
                        + " later";
    }

    private Block waiting(Group group) {
        StringBuilder dots = new StringBuilder("  ");
        if (hasDots()) {
            for (Map.Entry<String, Integer> each : inOrder()) {
                dots.append(group.causes().contains(each.getKey()) ? "●" : "·").append(numbers.size() > 9 ? "  " : " ");
            }
        } else {
            dots.append(Shown.message(group.title())).append(' ');
        }
        String count = String.format(
                java.util.Locale.ROOT, "%6s  ", Words.number(group.items().size()));
        String head = dots + count;
        if (style.full()) {
            List<String> whole = new ArrayList<>(List.of(cut(head + Shown.message(group.title()))));
            group.items().forEach(item -> whole.addAll(new ItemText(item, style).lines()));
            return Block.of(List.of(cut(head)), whole);
        }
        List<String> names = Wrapped.names("", names(group), style.width() - head.length(), 1);
        String line = head.length() > style.width() / 2 ? cut(head) : head + names.get(0);
        return Block.of(List.of(line), List.of(line));
    }

    private List<Map.Entry<String, Integer>> inOrder() {
        return numbers.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
    }

    /** An address is told once. */
    private List<Link> links(Group group) {
        return group.links().stream().filter(told::add).toList();
    }

    static List<String> names(Group group) {
        return group.items().stream().map(Item::name).map(GroupText::name).toList();
    }

    /** A name in a list: one with a comma in quotes, a long one cut. */
    static String name(String name) {
        String shown = Shown.name(name);
        String cut =
                shown.length() <= LONGEST_NAME ? shown : shown.substring(0, Wrapped.end(shown, LONGEST_NAME - 1)) + "…";
        return cut.isBlank() || cut.contains(",") || cut.contains("\"") ? "\"" + cut + "\"" : cut;
    }

    private String cut(String line) {
        return line.length() <= style.width() ? line : line.substring(0, Wrapped.end(line, style.width() - 1)) + "…";
    }
}
