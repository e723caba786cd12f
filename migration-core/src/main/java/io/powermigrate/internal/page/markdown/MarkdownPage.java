package io.powermigrate.internal.page.markdown;

import io.powermigrate.internal.text.Words;
import io.powermigrate.page.Fact;
import io.powermigrate.page.Figure;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A page as Markdown of GitHub's kind: decisions are a task list, long lists are folded. */
public final class MarkdownPage {

    private final Page page;
    private final MarkdownLines lines;

    private MarkdownPage(Page page, MarkdownLines lines) {
        this.page = page;
        this.lines = lines;
    }

    /** Writes the page as a stream of UTF-8, which stays open. */
    public static void write(Page page, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            new MarkdownPage(page, new MarkdownLines(text)).write();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        text.flush();
    }

    private void write() {
        lines.line("# " + MarkdownText.of(page.title())).empty();
        lines.line("**" + MarkdownText.of(page.verdict()) + "**").empty();
        lines.paragraph(MarkdownText.of(String.join(" ", page.lede())));
        figures();
        MarkdownGroups groups = new MarkdownGroups(page, lines);
        for (Section section : page.sections()) {
            String count = section.count().isEmpty() ? "" : " (" + MarkdownText.of(section.count()) + ")";
            lines.line("## " + MarkdownText.of(section.title()) + count).empty();
            lines.paragraph(MarkdownText.of(section.intro()));
            groups.write(section);
        }
        foot();
    }

    private void figures() {
        List<Figure> told =
                page.figures().stream().filter(figure -> figure.value() != 0).toList();
        if (!told.isEmpty()) {
            lines.line("| | | |").line("|---:|---|---|");
            told.forEach(figure -> lines.line("| " + Words.number(figure.value()) + " | "
                    + MarkdownText.of(figure.words()) + " | " + MarkdownText.of(figure.note()) + " |"));
            lines.empty();
        }
    }

    private void foot() {
        if (!page.facts().isEmpty()) {
            lines.line("## Facts").empty().line("| | |").line("|---|---|");
            for (Fact fact : page.facts()) {
                lines.line("| " + MarkdownText.of(fact.name()) + " | " + MarkdownText.of(fact.value()) + " |");
            }
            lines.empty();
        }
        page.notes().forEach(note -> lines.paragraph(MarkdownText.of(note)));
    }
}
