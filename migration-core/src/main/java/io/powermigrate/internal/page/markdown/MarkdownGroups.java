package io.powermigrate.internal.page.markdown;

import io.powermigrate.internal.text.Words;
import io.powermigrate.page.Choice;
import io.powermigrate.page.Group;
import io.powermigrate.page.Item;
import io.powermigrate.page.Line;
import io.powermigrate.page.Page;
import io.powermigrate.page.Place;
import io.powermigrate.page.Section;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The groups of a section: decisions as a task list, what waits as tables, all others under titles of their own. */
final class MarkdownGroups {

    private final Page page;
    private final MarkdownLines lines;

    MarkdownGroups(Page page, MarkdownLines lines) {
        this.page = page;
        this.lines = lines;
    }

    void write(Section section) {
        switch (section.key()) {
            case DECISIONS -> decisions(section);
            case WAITS -> waits(section);
            default -> section.groups().forEach(this::told);
        }
    }

    private void decisions(Section section) {
        int number = 0;
        for (Group group : section.groups()) {
            number++;
            String gain = group.gain() == null ? "" : " (" + group.gain().words() + ")";
            lines.line("- [ ] **" + number + ". " + MarkdownText.of(group.title()) + "**" + gain)
                    .empty();
            MarkdownLines within = lines.within();
            why(within, group);
            group.choices().forEach(choice -> within.line(choice(choice)));
            if (!group.choices().isEmpty()) {
                within.empty();
            }
            if (group.items().size() > 1) {
                within.foldedAs("One by one: " + Words.number(group.items().size()), folded -> group.items()
                        .forEach(item -> item(folded, item)));
            } else {
                group.items().forEach(item -> only(within, item));
            }
        }
    }

    /** What the group does not tell of its only item. */
    private static void only(MarkdownLines to, Item item) {
        to.paragraph(MarkdownText.of(item.words()));
        item.places().forEach(place -> to.line("- at " + place(place)));
        if (!item.places().isEmpty()) {
            to.empty();
        }
    }

    private void why(MarkdownLines to, Group group) {
        to.paragraph(MarkdownText.of(sentences(group)));
        to.block(group.lines().stream().map(Line::code).toList());
        group.links().forEach(link -> to.paragraph(MarkdownText.link(link.words(), link.address())));
    }

    private static String sentences(Group group) {
        return Stream.of(group.reason(), group.remedy())
                .map(Words::sentence)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String choice(Choice choice) {
        return "- [ ] " + MarkdownText.of(choice.name()) + ": "
                + MarkdownText.code(choice.line().code());
    }

    private void item(MarkdownLines to, Item item) {
        String waiting =
                item.waiting() == 0 ? "" : " (" + Words.counted(item.waiting(), MarkdownText.of(page.unit())) + ")";
        String id = isAfterwards() && !item.destinationId().isEmpty()
                ? ", new id " + MarkdownText.code(item.destinationId())
                : "";
        String words = item.words().isEmpty() ? "" : ": " + MarkdownText.of(item.words());
        to.line("- " + MarkdownText.of(item.name()) + waiting + id + words);
        MarkdownLines within = to.within();
        item.places().forEach(place -> within.line("- at " + place(place)));
        item.choices().forEach(choice -> within.line(choice(choice)));
        item.lines().forEach(line -> within.line("- " + MarkdownText.code(line.code())));
    }

    private boolean isAfterwards() {
        return page.kind() == Page.Kind.REPORT || page.kind() == Page.Kind.ROLLOUT;
    }

    private static String place(Place place) {
        String words = MarkdownText.of(place.words().isEmpty() ? place.artifact() : place.words());
        return place.excerpt().isEmpty() ? words : words + ": " + MarkdownText.code(place.excerpt());
    }

    private void waits(Section section) {
        lines.line("| what waits | " + MarkdownText.of(Words.plural(page.unit())) + " |")
                .line("|---|---:|");
        section.groups()
                .forEach(group -> lines.line("| " + MarkdownText.of(group.title()) + " | "
                        + Words.number(group.items().size()) + " |"));
        lines.empty();
        for (Group group : section.groups()) {
            lines.line("### " + MarkdownText.of(group.title())).empty();
            lines.folded(group.items().size(), list -> places(list, group.items()));
        }
    }

    private void places(MarkdownLines to, List<Item> items) {
        to.line("| " + MarkdownText.of(page.unit()) + " | where | what stands there |")
                .line("|---|---|---|");
        for (Item item : items) {
            String name = "| " + MarkdownText.of(item.name()) + " | ";
            if (item.places().isEmpty()) {
                to.line(name + MarkdownText.of(item.words()) + " | |");
            }
            for (Place place : item.places()) {
                String words = place.words().isEmpty() ? place.artifact() : place.words();
                to.line(name + MarkdownText.of(words) + " | " + MarkdownText.codeInTable(place.excerpt()) + " |");
            }
        }
    }

    private void told(Group group) {
        lines.line("### " + MarkdownText.of(group.title())).empty();
        why(lines, group);
        group.choices().forEach(choice -> lines.line(choice(choice)));
        if (!group.items().isEmpty()) {
            lines.folded(group.items().size(), list -> group.items().forEach(item -> item(list, item)));
        }
    }
}
