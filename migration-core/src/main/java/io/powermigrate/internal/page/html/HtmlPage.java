package io.powermigrate.internal.page.html;

import io.powermigrate.internal.text.Words;
import io.powermigrate.page.Fact;
import io.powermigrate.page.Figure;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import io.powermigrate.page.State;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * A page as one file of HTML that asks for nothing: its policy allows its own style and script only. Without script everything is
 * there, folded; only finding, copying and reckoning go.
 */
public final class HtmlPage {

    /** Figures that stand in sentences. */
    private static final Set<String> UNSHOWN = Set.of("total", "approvable");

    private final Page page;
    private final HtmlOut out;

    private HtmlPage(Page page, HtmlOut out) {
        this.page = page;
        this.out = out;
    }

    /** Writes the page as UTF-8; the stream stays open. */
    public static void write(Page page, OutputStream stream) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        try {
            new HtmlPage(page, new HtmlOut(writer)).write();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private void write() {
        head();
        out.raw("<main id=\"main\" class=\"page\">\n");
        top();
        navigation();
        Numbers numbers = new Numbers(page);
        SectionHtml sections = new SectionHtml(page, numbers, out);
        for (Section section : page.sections()) {
            sections.write(section);
            if (section.key() == Section.Key.RISKS || isPictureDue(section)) {
                new PictureHtml(page, numbers, out).write();
            }
        }
        facts();
        out.raw("</main>\n<script type=\"application/json\" id=\"data\">")
                .raw(new PageData(page, numbers).json())
                .raw("</script>\n<script>")
                .raw(Asset.SCRIPT.text())
                .raw("</script>\n</body>\n</html>\n");
    }

    /** Below the decisions where the page tells no risks. */
    private boolean isPictureDue(Section section) {
        return section.key() == Section.Key.DECISIONS
                && page.section(Section.Key.RISKS).isEmpty();
    }

    private void head() {
        out.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                        + Asset.STYLE.source() + "; script-src " + Asset.SCRIPT.source()
                        + "; base-uri 'none'; form-action 'none'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n")
                .put("<title>{}</title>\n", page.title())
                .raw("<style>")
                .raw(Asset.STYLE.text())
                .raw("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">To the page</a>\n");
    }

    private void top() {
        out.put("<header>\n<p class=\"soft\">{}</p>\n", page.title());
        out.put("<h1>{}</h1>\n", page.verdict());
        out.put("<p class=\"lede\">{}</p>\n", String.join(" ", page.lede()));
        bar();
        out.raw("<dl class=\"figures\">");
        page.figures().stream()
                .filter(figure -> !UNSHOWN.contains(figure.key()))
                .filter(figure -> figure.value() > 0
                        || figure.key().equals("ready")
                        || figure.key().equals("done"))
                .forEach(this::figure);
        out.raw("</dl>\n</header>\n");
    }

    private void figure(Figure figure) {
        out.raw("<div><dt>");
        State state = figure.state();
        if (state != null) {
            out.raw(Shape.of(state));
        }
        String words = Words.sentence(figure.words());
        out.put(
                "{}</dt><dd>{}<small>{}</small></dd></div>",
                words.substring(0, words.length() - 1),
                Words.number(figure.value()),
                figure.note());
    }

    /** How the whole is made up; the figures say the same in words. */
    private void bar() {
        long total = page.figure("total");
        if (total == 0) {
            return;
        }
        out.raw("<svg class=\"bar\" viewBox=\"0 0 1000 12\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        double at = 0.5;
        for (State state : State.values()) {
            long value = page.figures().stream()
                    .filter(figure -> figure.state() == state)
                    .mapToLong(Figure::value)
                    .sum();
            double width = 999.0 * value / total;
            if (value > 0) {
                out.put(
                        "<rect class=\"{}\" x=\"{}\" y=\"0.5\" width=\"{}\" height=\"11\"/>",
                        state,
                        Svg.of(at),
                        Svg.of(width));
                at += width;
            }
        }
        out.raw("</svg>\n");
    }

    private void navigation() {
        out.raw("<nav aria-label=\"On this page\"><ul>");
        for (Section section : page.sections()) {
            out.put(
                    "<li><a href=\"#{}\">{} <b>{}</b></a></li>",
                    section.key().word(),
                    section.title(),
                    section.count());
        }
        out.raw("<li><a href=\"#facts\">Facts</a></li></ul>");
        out.raw(
                        "<div class=\"find js-only\"><input id=\"find\" type=\"search\" placeholder=\"Find a name, id or place\"")
                .raw(" aria-label=\"Find a name, id or place\" autocomplete=\"off\" spellcheck=\"false\">")
                .raw("<span class=\"small soft\" id=\"hits\" role=\"status\"></span></div>");
        states();
        out.raw("</nav>\n");
    }

    /** A report is read by state. */
    private void states() {
        List<Figure> some = page.figures().stream()
                .filter(figure -> figure.state() != null && figure.value() > 0)
                .toList();
        if (page.kind() == Page.Kind.PLAN || some.size() < 2) {
            return;
        }
        out.raw("<p class=\"js-only small\">");
        for (Figure figure : some) {
            out.put(
                    "<label><input type=\"checkbox\" checked data-state-filter=\"{}\"> {}</label> ",
                    String.valueOf(figure.state()),
                    figure.words());
        }
        out.raw("</p>");
    }

    private void facts() {
        out.raw("<section id=\"facts\" aria-labelledby=\"facts-h\"><h2 id=\"facts-h\">Facts</h2><dl class=\"facts\">");
        for (Fact fact : page.facts()) {
            out.put("<dt>{}</dt><dd>{}</dd>", fact.name(), fact.value());
        }
        out.raw("</dl>");
        page.notes().forEach(note -> out.put("<p class=\"small soft\">{}</p>", note));
        out.raw("</section>\n");
    }
}
