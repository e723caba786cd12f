package io.powermigrate.internal.page.csv;

import io.powermigrate.page.Choice;
import io.powermigrate.page.Group;
import io.powermigrate.page.Item;
import io.powermigrate.page.Line;
import io.powermigrate.page.Page;
import io.powermigrate.page.Place;
import io.powermigrate.page.Section;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * A page as CSV (RFC 4180): a row for each group, and for each of its items, places, choices and lines. Columns {@code name} and {@code id}
 * always mean the resource of the source, {@code choice} and {@code destinationId} what stands for it.
 */
public final class CsvPage {

    private static final String END = "\r\n";

    private final Writer out;

    private CsvPage(Writer out) {
        this.out = out;
    }

    /** Writes the page as a stream of UTF-8, which stays open. */
    public static void write(Page page, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(Row.header() + END);
        CsvPage rows = new CsvPage(text);
        for (Section section : page.sections()) {
            for (Group group : section.groups()) {
                rows.group(section, group);
            }
        }
        text.flush();
    }

    private void row(Row row) throws IOException {
        out.write(row.text());
        out.write(END);
    }

    private void group(Section section, Group group) throws IOException {
        Row begin = Row.of("group")
                .with(Column.SECTION, section.key().word())
                .with(Column.GROUP, group.key())
                .with(Column.TITLE, group.title())
                .with(Column.RULE, group.rule());
        Row whole = begin.as("group")
                .with(Column.STATE, group.state().words())
                .with(Column.REASON, group.reason())
                .with(Column.REMEDY, group.remedy());
        if (group.gain() != null) {
            whole.with(Column.FREES, Long.toString(group.gain().now()))
                    .with(Column.WAITING, group.gain().held());
        }
        row(whole);
        for (Choice choice : group.choices()) {
            row(chosen(begin, choice));
        }
        for (Line line : group.lines()) {
            row(begin.as("line").with(Column.LINE, line.code()));
        }
        for (Item item : group.items()) {
            item(begin, group, item);
        }
    }

    private void item(Row group, Group about, Item item) throws IOException {
        Row begin = group.as("item")
                .with(Column.TYPE, item.key() == null ? "" : item.key().type())
                .with(Column.NAME, item.name())
                .with(Column.ID, item.id());
        row(begin.as("item")
                .with(Column.STATE, item.state().words())
                .with(Column.REASON, item.words().isEmpty() ? about.reason() : item.words())
                .with(Column.REMEDY, about.remedy())
                .with(Column.DESTINATION_ID, item.destinationId())
                .with(Column.WAITING, item.waiting()));
        for (Place place : item.places()) {
            row(begin.as("place").with(Column.PLACE, words(place)).with(Column.EXCERPT, place.excerpt()));
        }
        for (Choice choice : item.choices()) {
            row(chosen(begin, choice));
        }
        for (Line line : item.lines()) {
            row(begin.as("line").with(Column.LINE, line.code()));
        }
    }

    private static Row chosen(Row begin, Choice choice) {
        return begin.as("choice")
                .with(Column.CHOICE, choice.name())
                .with(Column.DESTINATION_ID, choice.id())
                .with(Column.LINE, choice.line().code());
    }

    private static String words(Place place) {
        boolean both = !place.artifact().isEmpty() && !place.words().isEmpty();
        return place.artifact() + (both ? ": " : "") + place.words();
    }
}
