package io.powermigrate.internal.page.html;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.internal.text.Words;
import io.powermigrate.page.Group;
import io.powermigrate.page.Item;
import io.powermigrate.page.Page;
import io.powermigrate.page.State;
import java.util.Comparator;
import java.util.List;

/** Draws the picture: decisions on the left, what each settles, then what waits for them; waves from the top. */
final class PictureHtml {

    private static final int CELLS = 10;
    private static final int CELL = 27;
    private static final int CELLS_AT = 178;
    private static final int BUNDLES_AT = CELLS_AT + CELLS * CELL + 8;
    private static final int ROWS_AT = 640;
    private static final int MARKS_AT = 712;
    private static final int MARKS = 30;
    private static final int MARK = 9;
    private static final int LINE = 15;
    private static final int TOP = 24;
    private static final int LONGEST_NAME = 22;

    private final Page page;
    private final Picture picture;
    private final HtmlOut out;

    PictureHtml(Page page, Numbers numbers, HtmlOut out) {
        this.page = page;
        this.picture = new Picture(page, numbers);
        this.out = out;
    }

    void write() {
        List<Picture.Row> rows = picture.rows();
        if (rows.isEmpty()) {
            return;
        }
        out.raw("<section id=\"picture\" class=\"picture\" aria-labelledby=\"picture-h\"><h2 id=\"picture-h\">Picture"
                + " <span>what frees what</span></h2>\n");
        long scale = picture.scale();
        out.put(
                "<p class=\"intro\">{} 1 + 2 means that they wait for decisions 1 and 2. What waits, below, says the same in words.</p>\n",
                scale == 1
                        ? "Every mark is one " + page.unit() + "."
                        : "Every mark stands for " + Words.counted(scale, page.unit())
                                + ", the last one of a row for fewer.");
        svg(rows, scale);
        stacked(rows);
        legend();
        out.raw(
                        "<p id=\"picture-words\" class=\"small js-only\" role=\"status\">Point at a decision to see what waits for it.</p>")
                .raw("</section>\n");
    }

    private static long marks(Picture.Row row, long scale) {
        return (row.count() + scale - 1) / scale;
    }

    private static int lines(Picture.Row row, long scale) {
        return (int) Math.max(1, (marks(row, scale) + MARKS - 1) / MARKS);
    }

    private void svg(List<Picture.Row> rows, long scale) {
        int lines = rows.stream().mapToInt(row -> lines(row, scale)).sum();
        List<Group> decisions = picture.decisions();
        int height = Math.max(TOP + lines * LINE + rows.size() * 4, TOP + decisions.size() * 38) + 10;
        out.put(
                "<div class=\"scroll\"><svg viewBox=\"0 0 1000 {}\" role=\"group\" aria-label=\"What frees what\">",
                height);
        out.raw("<text class=\"t-soft\" x=\"0\" y=\"12\">Decision</text>")
                .put("<text class=\"t-soft\" x=\"{}\" y=\"12\">What it settles, with how many wait</text>", CELLS_AT)
                .put("<text class=\"t-soft\" x=\"{}\" y=\"12\">{}</text>", MARKS_AT, Words.plural(page.unit()));
        double step = (height - TOP - 10.0) / Math.max(decisions.size(), 1);
        bundles(rows, scale, step);
        for (int i = 0; i < decisions.size(); i++) {
            decision(decisions.get(i), i, TOP + step * (i + 0.5));
        }
        int y = TOP + 6;
        for (Picture.Row row : rows) {
            row(row, scale, y);
            y += lines(row, scale) * LINE + 4;
        }
        out.raw("</svg></div>\n");
    }

    private void bundles(List<Picture.Row> rows, long scale, double step) {
        double most = rows.stream().mapToLong(Picture.Row::count).max().orElse(1);
        int y = TOP + 6;
        for (Picture.Row row : rows) {
            for (int need : row.needs()) {
                double from = TOP + step * (need + 0.5);
                double to = y + LINE / 2.0 - 2;
                int middle = (BUNDLES_AT + ROWS_AT) / 2;
                out.put(
                        "<path class=\"bundle\" data-needs=\"{}\" stroke-width=\"{}\" d=\"M{} {}C{} {} {} {} {} {}\"/>",
                        need,
                        Svg.of(1 + 9 * row.count() / most),
                        BUNDLES_AT,
                        Svg.of(from),
                        middle,
                        Svg.of(from),
                        middle,
                        Svg.of(to),
                        ROWS_AT,
                        Svg.of(to));
            }
            y += lines(row, scale) * LINE + 4;
        }
    }

    private void decision(Group decision, int number, double y) {
        out.put(
                "<g data-points=\"{}\" tabindex=\"0\" role=\"button\" aria-label=\"{}\">",
                number,
                "Decision " + (number + 1) + ": " + decision.title());
        out.put("<rect class=\"box\" x=\"0.5\" y=\"{}\" width=\"168\" height=\"26\" rx=\"3\"/>", Svg.of(y - 13));
        out.put("<text x=\"8\" y=\"{}\">{} {}</text>", Svg.of(y + 4), number + 1, cut(decision.name()));
        List<Item> items = decision.items().stream()
                .sorted(Comparator.comparingLong(Item::waiting).reversed())
                .toList();
        int shown = items.size() > CELLS ? CELLS - 1 : items.size();
        for (int i = 0; i < shown; i++) {
            cell(items.get(i).name(), String.valueOf(items.get(i).waiting()), i, y);
        }
        if (shown < items.size()) {
            cell("more of them", "+" + (items.size() - shown), shown, y);
        }
        out.raw("</g>");
    }

    private void cell(String title, String text, int place, double y) {
        int x = CELLS_AT + place * CELL;
        out.put(
                "<g><title>{}</title><rect class=\"cell\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"20\"/>",
                title,
                x + 0.5,
                Svg.of(y - 10),
                CELL - 3);
        out.put("<text class=\"t-mid\" x=\"{}\" y=\"{}\">{}</text></g>", x + CELL / 2 - 1, Svg.of(y + 4), text);
    }

    private static String cut(String name) {
        String shown = Shown.name(name);
        return shown.length() <= LONGEST_NAME ? shown : shown.substring(0, LONGEST_NAME - 1) + "…";
    }

    private void row(Picture.Row row, long scale, int y) {
        String needs =
                String.join(" ", row.needs().stream().map(String::valueOf).toList());
        out.put("<g data-needs=\"{}\" data-row=\"{}\">", needs, row.index());
        out.put("<text class=\"t-end\" x=\"{}\" y=\"{}\">{}</text>", MARKS_AT - 8, y + 9, cut(row.label()));
        long marks = marks(row, scale);
        out.raw("<g class=\"mark " + row.state() + "\">");
        for (int i = 0; i < marks; i++) {
            out.put(
                    "<g transform=\"translate({} {}) scale(.75)\">",
                    MARKS_AT + i % MARKS * MARK,
                    y + i / MARKS * LINE + 1);
            out.raw(Shape.path(row.state())).raw("</g>");
        }
        long last = marks == 0 ? 0 : (marks - 1) % MARKS + 1;
        out.put(
                "</g><text class=\"t-soft\" x=\"{}\" y=\"{}\">{}</text></g>",
                MARKS_AT + last * MARK + 4,
                y + (lines(row, scale) - 1) * LINE + 9,
                Words.number(row.count()));
    }

    /** The same as bars below each other, for narrow screens. */
    private void stacked(List<Picture.Row> rows) {
        double most = rows.stream().mapToLong(Picture.Row::count).max().orElse(1);
        out.raw("<ul class=\"stacked small\">");
        for (Picture.Row row : rows) {
            String words = row.needs().isEmpty() ? row.label() : "waits for " + row.label();
            out.put(
                    "<li>{}: {}<svg class=\"gauge\" viewBox=\"0 0 120 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">",
                    words,
                    Words.number(row.count()));
            out.put(
                    "<rect class=\"{}\" x=\".5\" y=\".5\" width=\"{}\" height=\"7\"/></svg></li>",
                    row.state(),
                    Svg.of(118 * row.count() / most));
        }
        out.raw("</ul>\n");
    }

    private void legend() {
        out.raw("<p class=\"legend\">");
        for (State state : List.of(State.READY, State.WAITING, State.BY_HAND)) {
            out.raw("<span>").raw(Shape.of(state)).put("{}</span>", state.words());
        }
        out.raw("<span class=\"js-only\"><svg class=\"shape\" viewBox=\"0 0 10 10\" aria-hidden=\"true\">")
                .raw("<rect class=\"READY\" x=\"1.2\" y=\"1.2\" width=\"7.6\" height=\"7.6\"/></svg>")
                .raw("ready once your choices are in the mapping</span></p>");
    }
}
