package io.powermigrate.internal.page.text;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.page.Choice;
import io.powermigrate.page.Item;
import io.powermigrate.page.Place;
import io.powermigrate.page.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** An item with all that is told of it. */
final class ItemText {

    private static final String INDENT = "       ";

    private final Item item;
    private final TextStyle style;

    ItemText(Item item, TextStyle style) {
        this.item = item;
        this.style = style;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String id = !style.full() || item.id().isEmpty() || item.id().equals(item.name())
                ? ""
                : " (id " + Shown.name(item.id()) + ")";
        String there = item.destinationId().isEmpty() || !style.full() ? "" : " -> " + Shown.name(item.destinationId());
        String words = item.words().isEmpty() ? "" : ": " + item.words();
        lines.addAll(Wrapped.words(
                "     ", INDENT, Shown.message(Shown.name(item.name()) + id + there + words), style.width()));
        if (style.full()) {
            item.places()
                    .forEach(place -> lines.addAll(Wrapped.words(INDENT + "at ", INDENT, place(place), style.width())));
            item.choices().forEach(choice -> lines.addAll(choice(choice)));
            item.lines().forEach(line -> lines.addAll(CodeText.lines(INDENT, line.code())));
        }
        return lines;
    }

    private static String place(Place place) {
        String words = place.words().isEmpty() ? place.artifact() : place.words();
        return Shown.message(
                place.excerpt().isEmpty() || words.contains(place.excerpt()) ? words : words + ": " + place.excerpt());
    }

    private static List<String> choice(Choice choice) {
        return CodeText.lines(INDENT, choice.line().code() + " // " + Shown.name(choice.name()));
    }
}
