package io.powermigrate.internal.page.text;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.internal.text.Words;
import io.powermigrate.page.Choice;
import io.powermigrate.page.Gain;
import io.powermigrate.page.Group;
import io.powermigrate.page.Item;
import io.powermigrate.page.Link;
import io.powermigrate.page.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A decision: the question and what it frees, its answers with their lines, and who waits most. */
final class DecisionText {

    private static final int CHOICES = 8;
    private static final int MOST_WAITING = 3;
    private static final int LONGEST_CHOICE = 40;
    private static final String INDENT = "       ";

    private final Group group;
    private final int number;
    private final String unit;
    private final TextStyle style;

    DecisionText(Group group, int number, String unit, TextStyle style) {
        this.group = group;
        this.number = number;
        this.unit = unit;
        this.style = style;
    }

    Block block(List<Link> links) {
        List<String> head = head();
        List<String> whole = new ArrayList<>(head);
        choices(whole);
        if (group.choices().isEmpty() || style.full()) {
            String why = Shown.message((group.reason() + " " + Words.sentence(group.remedy())).strip());
            if (!why.isEmpty()) {
                whole.addAll(Wrapped.words(INDENT, INDENT, why, style.width()));
            }
            group.lines().forEach(line -> whole.addAll(CodeText.lines(INDENT, line.code())));
        }
        links.forEach(link -> whole.addAll(CodeText.lines(INDENT, link.address())));
        items(whole);
        return Block.of(head, whole);
    }

    private List<String> head() {
        String gain = gain();
        String title = Shown.message(group.title());
        String first = "[ ] " + number + ". " + title;
        int room = style.width() - gain.length() - 2;
        if (first.length() <= room) {
            return List.of(first + " ".repeat(style.width() - gain.length() - first.length()) + gain);
        }
        List<String> lines = Wrapped.words("[ ] " + number + ". ", INDENT, title, style.width());
        String last = lines.size() <= 2 ? lines.get(lines.size() - 1) : lines.get(1) + "…";
        List<String> head = new ArrayList<>(lines.subList(0, Math.min(lines.size() - 1, 1)));
        if (last.length() + 2 + gain.length() <= style.width()) {
            head.add(last + " ".repeat(style.width() - gain.length() - last.length()) + gain);
        } else {
            head.add(last);
            head.add(" ".repeat(style.width() - gain.length()) + gain);
        }
        return head;
    }

    private String gain() {
        Gain gain = group.gain();
        return gain == null ? "nothing waits for it" : gain.words();
    }

    private void choices(List<String> lines) {
        int most = style.full() ? Integer.MAX_VALUE : CHOICES;
        int column = group.choices().stream()
                .limit(most)
                .mapToInt(choice -> name(choice).length())
                .max()
                .orElse(0);
        group.choices().stream().limit(most).forEach(choice -> {
            String name =
                    INDENT + name(choice) + " ".repeat(column - name(choice).length() + 1);
            List<String> code = CodeText.lines(name, choice.line().code());
            lines.addAll(code);
        });
        if (group.choices().size() > most) {
            lines.add(INDENT + "… and " + Words.number(group.choices().size() - (long) most) + " more that fit");
        }
    }

    private static String name(Choice choice) {
        String shown = Shown.name(choice.name());
        return shown.length() <= LONGEST_CHOICE
                ? shown
                : shown.substring(0, Wrapped.end(shown, LONGEST_CHOICE - 1)) + "…";
    }

    private void items(List<String> lines) {
        if (style.full()) {
            group.items().forEach(item -> lines.addAll(new ItemText(item, style).lines()));
        } else if (group.items().size() > 1) {
            lines.addAll(mostWaiting());
        } else {
            group.items().stream()
                    .filter(item -> !item.words().isEmpty())
                    .forEach(item ->
                            lines.addAll(Wrapped.words(INDENT, INDENT, Shown.message(item.words()), style.width())));
        }
    }

    private List<String> mostWaiting() {
        List<Item> most = group.items().stream()
                .filter(item -> item.waiting() > 0)
                .sorted(Comparator.comparingLong(Item::waiting).reversed())
                .limit(MOST_WAITING)
                .toList();
        if (most.isEmpty()) {
            return Wrapped.names(INDENT, GroupText.names(group), style.width(), 2);
        }
        List<String> words = new ArrayList<>(most.stream()
                .map(item -> GroupText.name(item.name()) + " (" + Words.counted(item.waiting(), unit) + ")")
                .toList());
        long others = group.items().size() - (long) most.size();
        String more = others > 0 ? " and " + Words.counted(others, "other") : "";
        return Wrapped.words(INDENT, INDENT, "most wait for " + String.join(", ", words) + more, style.width());
    }
}
