package io.powermigrate.internal.page.html;

import io.powermigrate.internal.text.Words;
import io.powermigrate.page.Group;
import io.powermigrate.page.Item;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import java.util.List;

/** The sections of a page, each in the form that suits it. */
final class SectionHtml {

    private static final int FOLDED_FROM = 30;

    private final Page page;
    private final Numbers numbers;
    private final HtmlOut out;
    private final DecisionHtml decisions;
    private final ItemsHtml items;

    SectionHtml(Page page, Numbers numbers, HtmlOut out) {
        this.page = page;
        this.numbers = numbers;
        this.out = out;
        this.items = new ItemsHtml(out);
        this.decisions = new DecisionHtml(page, numbers, out, items);
    }

    void write(Section section) {
        String id = section.key().word();
        out.put(
                "<section id=\"{}\" aria-labelledby=\"{}-h\">\n<h2 id=\"{}-h\">{} <span>{}</span></h2>\n",
                id,
                id,
                id,
                section.title(),
                section.count());
        if (!section.intro().isEmpty()) {
            out.put("<p class=\"intro\">{}</p>\n", section.intro());
        }
        switch (section.key()) {
            case DECISIONS -> decisions.write(section);
            case WAITS -> waits(section);
            default -> section.groups().forEach(group -> group(section, group));
        }
        out.raw("</section>\n");
    }

    private void group(Section section, Group group) {
        out.put(
                "<div class=\"group\" id=\"{}\" data-state=\"{}\"><p class=\"count\">",
                out.id(section.key().word(), group.key()),
                group.state());
        out.raw(Shape.of(group.state()));
        if (!group.items().isEmpty()) {
            out.put(
                    "{}<small>{}</small>",
                    Words.number(group.items().size()),
                    group.items().size() == 1 ? noun(group) : Words.plural(noun(group)));
        }
        out.put("</p><div><h3>{}</h3>", group.title());
        paragraph(group.reason());
        paragraph(group.remedy());
        group.lines().forEach(line -> out.put("<p><code>{}</code></p>", line));
        list(group);
        out.raw("</div></div>\n");
    }

    private String noun(Group group) {
        boolean isResource = group.items().stream().allMatch(item -> item.key() != null);
        return isResource ? page.unit() : "thing";
    }

    private void paragraph(String text) {
        if (!text.isEmpty()) {
            out.put("<p>{}</p>", text);
        }
    }

    private void list(Group group) {
        List<Item> all = group.items();
        if (all.isEmpty()) {
            return;
        }
        boolean open = all.size() <= FOLDED_FROM;
        out.raw(open ? "<details open data-print>" : "<details data-print>");
        out.put("<summary>{}</summary>", Words.counted(all.size(), "name"));
        items.write(all);
        out.raw("</details>");
    }

    private void waits(Section section) {
        int row = 0;
        for (Group group : section.groups()) {
            out.put("<div class=\"row-waits\" id=\"{}\"><span>", out.id("waits", group.key()));
            numbers.needs(group)
                    .forEach(need -> out.put(
                            "<a class=\"chip\" href=\"#{}\">{}</a>",
                            out.id("decision", numbers.decisions().get(need).key()),
                            need + 1));
            out.put(
                    "</span><span>{}</span><b class=\"n\">{}</b>",
                    group.title(),
                    Words.number(group.items().size()));
            out.put("<details data-row-list=\"{}\" data-print><summary>Names and places</summary>", row++);
            items.write(group.items());
            out.raw("</details></div>\n");
        }
    }
}
