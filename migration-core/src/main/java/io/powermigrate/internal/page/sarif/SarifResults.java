package io.powermigrate.internal.page.sarif;

import io.powermigrate.internal.page.sarif.SarifLog.Location;
import io.powermigrate.internal.page.sarif.SarifLog.Result;
import io.powermigrate.page.Choice;
import io.powermigrate.page.Group;
import io.powermigrate.page.Item;
import io.powermigrate.page.Line;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The results of a page: a decision is one, elsewhere each resource of a group is one. Made one after the other. */
final class SarifResults {

    private final Page page;
    private final SarifRules rules;

    SarifResults(Page page, SarifRules rules) {
        this.page = page;
        this.rules = rules;
    }

    Stream<Result> all() {
        return page.sections().stream()
                .filter(section -> !SarifPage.isNotification(section))
                .flatMap(section -> section.groups().stream().flatMap(group -> of(section, group)));
    }

    private Stream<Result> of(Section section, Group group) {
        boolean isOne = section.key() == Section.Key.DECISIONS || group.items().isEmpty();
        return isOne ? Stream.of(whole(section, group)) : group.items().stream().map(item -> one(section, group, item));
    }

    private Result whole(Section section, Group group) {
        String rule = SarifRules.id(section, group);
        String level = Levels.of(section.key(), group.state());
        List<Location> locations = group.items().stream()
                .flatMap(item -> SarifLocations.of(item).stream())
                .toList();
        Map<String, Object> more = more(group);
        more.put("choices", group.choices().stream().map(SarifResults::choice).toList());
        more.put("lines", group.lines().stream().map(Line::code).toList());
        more.put("links", group.links().stream().map(link -> link.address()).toList());
        more.put("items", group.items().stream().map(SarifResults::item).toList());
        if (group.gain() != null) {
            more.put("frees", group.gain().now());
            more.put("waiting", group.gain().held());
        }
        return new Result(
                rule,
                rules.place(rule),
                Levels.kind(level),
                level,
                SarifText.message(group.title(), group.reason(), group.remedy()),
                locations,
                Fingerprints.of(group.key()),
                more);
    }

    private Result one(Section section, Group group, Item item) {
        String rule = SarifRules.id(section, group);
        String level = Levels.of(section.key(), item.state());
        Map<String, Object> more = more(group);
        more.putAll(item(item));
        return new Result(
                rule,
                rules.place(rule),
                Levels.kind(level),
                level,
                SarifText.message(item.name() + ": " + group.title(), item.words(), group.reason(), group.remedy()),
                SarifLocations.of(item),
                Fingerprints.of(group.key(), item),
                more);
    }

    private static Map<String, Object> more(Group group) {
        Map<String, Object> more = new TreeMap<>();
        more.put("group", group.key());
        more.put("state", group.state().words());
        if (!group.causes().isEmpty()) {
            more.put("causes", group.causes());
        }
        return more;
    }

    private static Map<String, Object> item(Item item) {
        Map<String, Object> told = new TreeMap<>();
        told.put("name", item.name());
        told.put("id", item.id());
        told.put("state", item.state().words());
        if (!item.destinationId().isEmpty()) {
            told.put("destinationId", item.destinationId());
        }
        if (item.waiting() > 0) {
            told.put("waiting", item.waiting());
        }
        if (!item.choices().isEmpty()) {
            told.put(
                    "choices", item.choices().stream().map(SarifResults::choice).toList());
        }
        if (!item.lines().isEmpty()) {
            told.put("lines", item.lines().stream().map(Line::code).toList());
        }
        return told;
    }

    private static Map<String, Object> choice(Choice choice) {
        return Map.of(
                "name", choice.name(), "id", choice.id(), "line", choice.line().code());
    }
}
