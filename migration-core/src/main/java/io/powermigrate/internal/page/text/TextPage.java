package io.powermigrate.internal.page.text;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.page.Fact;
import io.powermigrate.page.Group;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import io.powermigrate.page.TextStyle;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A page as text. Each section gets its heading and a line for each group; what is left of the lines goes to what will happen, then
 * to decisions, then to the rest: what will be changed is cut last.
 */
public final class TextPage {

    private static final List<Section.Key> FIRST_SERVED = List.of(
            Section.Key.WARNINGS,
            Section.Key.NEEDS_YOU,
            Section.Key.HAPPENS,
            Section.Key.DECISIONS,
            Section.Key.CUSTOMERS,
            Section.Key.CHANGES,
            Section.Key.AFTER,
            Section.Key.UNCHECKED,
            Section.Key.RISKS,
            Section.Key.WAITS,
            Section.Key.MATRIX,
            Section.Key.VALUES,
            Section.Key.DONE,
            Section.Key.UNDO,
            Section.Key.THERE);

    private static final int LONGEST_FACT = 30;

    private final Page page;
    private final TextStyle style;

    private TextPage(Page page, TextStyle style) {
        this.page = page;
        this.style = style;
    }

    /** The page in this style; lines end with LF. */
    public static String of(Page page, TextStyle style) {
        StringBuilder text = new StringBuilder();
        write(page, style, line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Writes the page as a stream of UTF-8, which stays open. */
    public static void write(Page page, TextStyle style, OutputStream stream) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        try {
            write(page, style, line -> append(out, line));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.flush();
    }

    private static void append(Writer out, String line) {
        try {
            out.append(line).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Page page, TextStyle style, Consumer<String> line) {
        Glyphs glyphs = new Glyphs(style);
        TextPage text = new TextPage(page, style);
        Consumer<String> out = each -> line.accept(glyphs.shown(each));
        if (style.full()) {
            text.whole(out);
        } else {
            text.brief().forEach(out);
        }
    }

    private List<String> brief() {
        List<String> lines = new ArrayList<>(head());
        List<String> foot = foot();
        Map<Section.Key, Blocks> sections = new LinkedHashMap<>();
        page.sections()
                .forEach(section -> sections.put(
                        section.key(),
                        new Blocks(section, heading(section), style.width(), page.unit(), blocks(section))));
        Map<Section.Key, Integer> rooms = rooms(sections, style.lines() - lines.size() - foot.size());
        sections.forEach((key, blocks) -> lines.addAll(blocks.within(rooms.getOrDefault(key, 0))));
        lines.addAll(foot);
        return lines;
    }

    /** One group after the other: the lines of all would not fit into memory. */
    private void whole(Consumer<String> out) {
        head().forEach(out);
        page.sections().forEach(section -> {
            heading(section).forEach(out);
            blocks(section).forEach(block -> {
                block.whole().forEach(out);
                if (section.key() == Section.Key.DECISIONS) {
                    out.accept("");
                }
            });
        });
        foot().forEach(out);
    }

    /** How many lines each section gets. */
    private Map<Section.Key, Integer> rooms(Map<Section.Key, Blocks> sections, int all) {
        Map<Section.Key, Integer> rooms = new EnumMap<>(Section.Key.class);
        int fair = Math.max(all / Math.max(sections.size(), 1), 4);
        sections.forEach((key, blocks) -> rooms.put(key, Math.min(blocks.least(), fair)));
        int left = all - rooms.values().stream().mapToInt(Integer::intValue).sum();
        for (Section.Key key : FIRST_SERVED) {
            Blocks blocks = sections.get(key);
            if (blocks != null) {
                int wanted = Math.max(0, blocks.whole() - rooms.getOrDefault(key, 0));
                int given = Math.max(0, Math.min(wanted, left));
                rooms.merge(key, given, Integer::sum);
                left -= given;
            }
        }
        return rooms;
    }

    private List<String> heading(Section section) {
        List<String> heading = new ArrayList<>();
        heading.add("");
        String title = Shown.message(section.title()).toUpperCase(Locale.ROOT)
                + (section.count().isEmpty() ? "" : " (" + Shown.message(section.count()) + ")");
        heading.addAll(Wrapped.words("", "", title, style.width()));
        if (!section.intro().isEmpty()) {
            heading.addAll(Wrapped.words("", "", Shown.message(section.intro()), style.width()));
        }
        heading.addAll(new GroupText(page, section, style).columns());
        return heading;
    }

    private Stream<Block> blocks(Section section) {
        GroupText text = new GroupText(page, section, style);
        List<Group> groups = section.groups();
        return IntStream.range(0, groups.size()).mapToObj(i -> text.block(i + 1, groups.get(i)));
    }

    /** The title; the verdict with the first sentence of what follows from it; the others. */
    private List<String> head() {
        List<String> lede = page.lede();
        List<String> lines = new ArrayList<>();
        Stream.of(
                        page.title(),
                        page.verdict() + (lede.isEmpty() ? "" : " " + lede.get(0)),
                        String.join(" ", lede.subList(Math.min(1, lede.size()), lede.size())))
                .filter(words -> !words.isEmpty())
                .forEach(words -> lines.addAll(Wrapped.words("", "", Shown.message(words), style.width())));
        return lines;
    }

    private List<String> foot() {
        List<String> lines = new ArrayList<>();
        if (!page.facts().isEmpty()) {
            lines.add("");
            lines.add("FACTS");
            int column = page.facts().stream()
                            .mapToInt(fact -> name(fact).length())
                            .max()
                            .orElse(0)
                    + 4;
            for (Fact fact : page.facts()) {
                String name =
                        "  " + name(fact) + " ".repeat(column - 2 - name(fact).length());
                lines.addAll(Wrapped.words(name, " ".repeat(column), Shown.message(fact.value()), style.width()));
            }
        }
        page.notes().forEach(note -> lines.addAll(Wrapped.words("", "", Shown.message(note), style.width())));
        return lines;
    }

    private static String name(Fact fact) {
        String shown = Shown.name(fact.name());
        return shown.length() <= LONGEST_FACT ? shown : shown.substring(0, Wrapped.end(shown, LONGEST_FACT - 1)) + "…";
    }
}
