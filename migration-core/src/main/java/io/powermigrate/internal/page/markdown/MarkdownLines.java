package io.powermigrate.internal.page.markdown;

import io.powermigrate.internal.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;

/** Writes lines of Markdown, indented as far as the list that they stand in. Immutable but for its stream; for one thread. */
final class MarkdownLines {

    /** How many names stand open; more are folded. */
    private static final int OPEN = 10;

    private final Writer out;
    private final String indent;

    MarkdownLines(Writer out) {
        this(out, "");
    }

    private MarkdownLines(Writer out, String indent) {
        this.out = out;
        this.indent = indent;
    }

    /** The same stream, within an element of a list. */
    MarkdownLines within() {
        return new MarkdownLines(out, indent + "  ");
    }

    MarkdownLines line(String markdown) {
        try {
            if (!markdown.isEmpty()) {
                out.write(indent);
                out.write(markdown);
            }
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    MarkdownLines empty() {
        return line("");
    }

    /** A paragraph; nothing where the text is empty. */
    MarkdownLines paragraph(String markdown) {
        return markdown.isEmpty() ? this : line(markdown).empty();
    }

    MarkdownLines block(List<String> codes) {
        if (!codes.isEmpty()) {
            MarkdownText.block(codes).forEach(this::line);
            empty();
        }
        return this;
    }

    /** A long list, folded; a short one stays open. The list is written as it is read. */
    void folded(long size, Consumer<MarkdownLines> list) {
        if (size > OPEN) {
            foldedAs("Show all " + Words.number(size), list);
        } else {
            list.accept(this);
            empty();
        }
    }

    /** Something that is folded under our own words. */
    void foldedAs(String words, Consumer<MarkdownLines> list) {
        line("<details><summary>" + words + "</summary>").empty();
        list.accept(this);
        empty().line("</details>").empty();
    }
}
