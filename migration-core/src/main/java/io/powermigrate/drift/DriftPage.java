package io.powermigrate.drift;

import io.powermigrate.internal.text.Words;
import io.powermigrate.page.Figure;
import io.powermigrate.page.Group;
import io.powermigrate.page.Item;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import io.powermigrate.page.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the page of a drift: lists that do not show as much as before first, then what is new, gone, changed or not compared. */
final class DriftPage {

    private final InventoryDiff drift;
    private final String unit;

    DriftPage(InventoryDiff drift) {
        this.drift = drift;
        List<String> types =
                drift.lines().stream().map(line -> line.key().type()).distinct().toList();
        this.unit = types.size() == 1 ? Words.lastWord(types.get(0)) : "resource";
    }

    Page page() {
        return new Page(
                Page.Kind.DIFFERENCE,
                "Drift of " + drift.to(),
                drift.from(),
                drift.to(),
                verdict(),
                lede(),
                unit,
                figures(),
                Stream.of(warnings(), changes())
                        .filter(section -> !section.groups().isEmpty())
                        .toList(),
                List.of(),
                List.of());
    }

    private String verdict() {
        if (drift.isEmpty()) {
            return "Nothing differs.";
        }
        List<String> counts = new ArrayList<>();
        for (InventoryDiff.Kind kind : InventoryDiff.Kind.values()) {
            counts.add(Words.number(drift.count(kind)) + " " + words(kind));
        }
        return Words.counted(drift.lines().size(), unit) + ": " + String.join(", ", counts) + ".";
    }

    private List<String> lede() {
        List<String> lede = new ArrayList<>();
        if (!drift.coverage().isEmpty()) {
            lede.add("Lists do not show as much as they did: what is new or gone of them may only be seen or unseen.");
        }
        if (drift.count(InventoryDiff.Kind.NOT_COMPARED) > 0) {
            lede.add("What was not compared was only listed on one side: read both inventories in full.");
        }
        return lede;
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("total", drift.lines().size(), Words.plural(unit), "", null));
        for (InventoryDiff.Kind kind : InventoryDiff.Kind.values()) {
            figures.add(new Figure(
                    kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    drift.count(kind),
                    words(kind),
                    "",
                    state(kind)));
        }
        return figures;
    }

    private Section warnings() {
        List<Item> items = drift.coverage().stream()
                .map(each -> Item.of(each.toString(), "", State.NOT_COMPARED))
                .toList();
        return new Section(
                Section.Key.WARNINGS,
                "Not listed as before",
                Words.number(items.size()),
                "",
                items.isEmpty()
                        ? List.of()
                        : List.of(
                                Group.of("coverage", "These lists differ in what they show", State.NOT_COMPARED, items)
                                        .because("", "", "Compare inventories that the same identity has read.", "")));
    }

    private Section changes() {
        Map<List<Object>, List<InventoryDiff.Line>> same = new LinkedHashMap<>();
        for (InventoryDiff.Kind kind : InventoryDiff.Kind.values()) {
            drift.lines().stream().filter(line -> line.kind() == kind).forEach(line -> same.computeIfAbsent(
                            List.of(kind, line.key().type()), none -> new ArrayList<>())
                    .add(line));
        }
        return new Section(
                Section.Key.CHANGES,
                "What differs",
                Words.number(drift.lines().size()),
                "",
                same.values().stream().map(DriftPage::group).toList());
    }

    private static Group group(List<InventoryDiff.Line> lines) {
        InventoryDiff.Line first = lines.get(0);
        String type = first.key().type();
        List<Item> items = lines.stream()
                .map(line -> Item.of(line.key(), line.key().name(), line.id(), state(line.kind()))
                        .saying(String.join("; ", line.what())))
                .toList();
        return Group.of(
                first.kind().name().toLowerCase(Locale.ROOT) + ":" + type,
                Words.counted(lines.size(), Words.noun(type)) + " " + words(first.kind()),
                state(first.kind()),
                items);
    }

    private static String words(InventoryDiff.Kind kind) {
        return state(kind).words();
    }

    private static State state(InventoryDiff.Kind kind) {
        return switch (kind) {
            case NEW -> State.NEW;
            case GONE -> State.GONE;
            case CHANGED -> State.CHANGED;
            case NOT_COMPARED -> State.NOT_COMPARED;
        };
    }
}
