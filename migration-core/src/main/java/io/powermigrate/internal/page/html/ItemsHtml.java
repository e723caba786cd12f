package io.powermigrate.internal.page.html;

import io.powermigrate.page.Item;
import io.powermigrate.page.Line;
import io.powermigrate.page.Place;
import java.util.List;

/** Items as names in columns where there is nothing else to tell, else as a table with ids, words and places. */
final class ItemsHtml {

    private final HtmlOut out;

    ItemsHtml(HtmlOut out) {
        this.out = out;
    }

    void write(List<Item> items) {
        boolean isPlain = items.stream()
                .allMatch(item -> item.words().isEmpty()
                        && item.places().isEmpty()
                        && item.lines().isEmpty()
                        && item.destinationId().isEmpty());
        if (isPlain) {
            out.raw("<ul class=\"names\">");
            items.forEach(item -> out.put(
                    "<li data-f=\"{}\" title=\"{}\"><bdi>{}</bdi></li>",
                    item.name() + " " + item.id(),
                    item.id(),
                    item.name()));
            out.raw("</ul>");
            return;
        }
        table(items);
    }

    private void table(List<Item> items) {
        boolean hasThere = items.stream().anyMatch(item -> !item.destinationId().isEmpty());
        boolean hasId = items.stream().anyMatch(item -> !item.id().isEmpty());
        out.raw("<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Name</th>");
        out.raw(hasId ? "<th scope=\"col\">Id</th>" : "");
        out.raw(hasThere ? "<th scope=\"col\">Id in the destination</th>" : "");
        out.raw("<th scope=\"col\">More</th></tr></thead><tbody>\n");
        items.forEach(item -> row(item, hasId, hasThere));
        out.raw("</tbody></table></div>");
    }

    private void row(Item item, boolean hasId, boolean hasThere) {
        out.put("<tr data-f=\"{}\" data-state=\"{}\"><td>", found(item), item.state())
                .raw(Shape.of(item.state()))
                .name(item.name())
                .raw("</td>");
        if (hasId) {
            out.put("<td><code>{}</code></td>", item.id());
        }
        if (hasThere) {
            out.put("<td><code>{}</code></td>", item.destinationId());
        }
        out.raw("<td>");
        if (!item.words().isEmpty()) {
            out.put("<div>{}</div>", item.words());
        }
        item.places().forEach(this::place);
        for (Line line : item.lines()) {
            out.put("<div><code>{}</code></div>", line);
        }
        out.raw("</td></tr>\n");
    }

    private static String found(Item item) {
        StringBuilder text = new StringBuilder(item.name() + " " + item.id() + " " + item.destinationId());
        item.places().forEach(place -> text.append(' ').append(place.words()));
        return text.toString();
    }

    private void place(Place place) {
        String words = place.words().isEmpty() ? place.artifact() : place.words();
        out.put("<div>{}", words);
        if (!place.excerpt().isEmpty() && !words.contains(place.excerpt())) {
            out.put(": <code>{}</code>", place.excerpt());
        }
        out.raw("</div>");
    }
}
