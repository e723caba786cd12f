package io.powermigrate.internal.page.html;

import io.powermigrate.internal.text.Words;
import io.powermigrate.page.Choice;
import io.powermigrate.page.Gain;
import io.powermigrate.page.Group;
import io.powermigrate.page.Item;
import io.powermigrate.page.Link;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import java.util.List;

/** Decisions as a checklist: the question, what it frees, its answers with their lines, and one by one. */
final class DecisionHtml {

    private static final int MOST_SELECTS = 200;

    private final Page page;
    private final Numbers numbers;
    private final HtmlOut out;
    private final ItemsHtml items;

    DecisionHtml(Page page, Numbers numbers, HtmlOut out, ItemsHtml items) {
        this.page = page;
        this.numbers = numbers;
        this.out = out;
        this.items = items;
    }

    void write(Section section) {
        section.groups().forEach(this::decision);
        out.raw("<div class=\"tray js-only\"><div class=\"row\"><p id=\"tray-words\" role=\"status\"></p>")
                .raw("<button type=\"button\" data-copy=\"tray-lines\">Copy the mapping</button></div>")
                .raw("<pre id=\"tray-lines\"></pre></div>\n");
    }

    private void decision(Group group) {
        int number = numbers.of(group);
        String id = out.id("decision", group.key());
        out.put("<article class=\"decision\" id=\"{}\" aria-labelledby=\"d{}-t\">", id, number);
        out.put(
                "<input type=\"checkbox\" data-decision=\"{}\" aria-label=\"Decision {} is settled\">",
                number,
                number + 1);
        out.put("<div class=\"head\"><h3 id=\"d{}-t\">{}. {}</h3>", number, number + 1, group.title());
        out.put("<p class=\"small soft\">{}</p></div>", (group.reason() + held(group)).strip());
        gain(group.gain());
        out.raw("<div class=\"body\">");
        if (group.choices().isEmpty()) {
            out.put("<p>{}</p>", Words.sentence(group.remedy()));
        } else {
            choices(group, number);
        }
        group.lines().forEach(line -> out.put("<p><code>{}</code></p>", line));
        links(group.links());
        oneByOne(group, number);
        if (!group.basis().isEmpty()) {
            out.put("<p class=\"small soft\">Source: {}</p>", group.basis());
        }
        out.raw("</div></article>\n");
    }

    private String held(Group group) {
        Gain gain = group.gain();
        return gain == null || gain.held() == 0 || gain.held() == gain.now()
                ? ""
                : " " + Words.counted(gain.held(), page.unit()) + " wait for it, whatever else they wait for.";
    }

    private void gain(@org.jspecify.annotations.Nullable Gain gain) {
        if (gain == null) {
            return;
        }
        double total = Math.max(page.figure("total"), 1);
        double before = 119 * (gain.after() - gain.now()) / total;
        out.put("<p class=\"gain\"><b>frees {}</b>", Words.number(gain.now()));
        out.raw("<svg class=\"gauge\" viewBox=\"0 0 120 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
                .raw("<rect class=\"g0\" x=\".5\" y=\".5\" width=\"119\" height=\"7\"/>")
                .put("<rect class=\"g1\" x=\".5\" y=\".5\" width=\"{}\" height=\"7\"/>", Svg.of(before))
                .put(
                        "<rect class=\"g2\" x=\"{}\" y=\".5\" width=\"{}\" height=\"7\"/></svg>",
                        Svg.of(before + 0.5),
                        Svg.of(119 * gain.now() / total));
        out.put(
                "<span class=\"small soft\">then {} of {} ready</span></p>",
                Words.number(gain.after()),
                Words.number(page.figure("total")));
    }

    private void choices(Group group, int number) {
        out.put(
                "<fieldset><legend>{}</legend>",
                group.items().size() == 1
                        ? "Choose one and paste its line into the mapping:"
                        : "Choose one for all " + group.items().size() + " and paste its line into the mapping:");
        for (int i = 0; i < group.choices().size(); i++) {
            Choice choice = group.choices().get(i);
            String id = number + "-" + i;
            out.put("<div class=\"choice\" data-f=\"{}\">", choice.name() + " " + choice.id());
            out.put(
                    "<input type=\"radio\" name=\"g{}\" id=\"c{}\" data-decision=\"{}\" data-line=\"l{}\">",
                    number,
                    id,
                    number,
                    id);
            out.put(
                    "<label for=\"c{}\"><bdi>{}</bdi></label><code id=\"l{}\">{}</code>",
                    id,
                    choice.name(),
                    id,
                    choice.line());
            out.put(
                    "<button type=\"button\" class=\"js-only\" data-copy=\"l{}\" aria-label=\"Copy the line for {}\">Copy</button></div>",
                    id,
                    choice.name());
        }
        out.raw("</fieldset>");
    }

    private void links(List<Link> links) {
        if (links.isEmpty()) {
            return;
        }
        out.raw("<p class=\"links\">");
        for (Link link : links) {
            out.put(
                    "<a href=\"{}\" rel=\"noopener noreferrer\" target=\"_blank\">{}</a>",
                    link.address().startsWith("https://") ? link.address() : "#",
                    link.words());
            out.put("<span class=\"print-only\">{}</span>", link.address());
        }
        out.raw("</p>");
    }

    private void oneByOne(Group group, int number) {
        boolean hasOwn = group.items().stream().anyMatch(item -> !item.choices().isEmpty());
        if (group.items().size() == 1 && hasOwn && !group.choices().isEmpty()) {
            return;
        }
        out.put(
                "<details><summary>{}</summary>",
                hasOwn
                        ? "Decide one by one: " + Words.number(group.items().size())
                        : Words.counted(group.items().size(), "name") + " and lines");
        if (hasOwn) {
            table(group, number);
        } else {
            items.write(group.items());
        }
        out.raw("</details>");
    }

    private void table(Group group, int number) {
        out.put(
                "<div class=\"scroll\"><table><thead><tr><th scope=\"col\">In {}</th><th scope=\"col\">Id</th>"
                        + "<th scope=\"col\" class=\"n\">{} waiting</th><th scope=\"col\">Line</th></tr></thead><tbody>\n",
                page.from(),
                Words.plural(page.unit()));
        boolean selects = group.items().size() <= MOST_SELECTS;
        for (Item item : group.items()) {
            out.put("<tr data-f=\"{}\"><td>", item.name() + " " + item.id()).name(item.name());
            out.put(
                    "</td><td><code>{}</code></td><td class=\"n\">{}</td><td>",
                    item.id(),
                    Words.number(item.waiting()));
            if (selects) {
                select(item, number);
            }
            out.raw("</td></tr>\n");
        }
        out.raw("</tbody></table></div>");
    }

    private void select(Item item, int number) {
        out.put(
                "<select class=\"js-only\" data-decision=\"{}\" aria-label=\"What replaces {}\"><option value=\"\">as chosen above</option>",
                number,
                item.name());
        item.choices().forEach(choice -> out.put("<option value=\"{}\">{}</option>", choice.line(), choice.name()));
        out.raw("</select><span class=\"no-js\">");
        item.choices().forEach(choice -> out.put("<code>{}</code><br>", choice.line()));
        out.raw("</span>");
    }
}
