package io.powermigrate.internal.page.sarif;

import io.powermigrate.internal.page.sarif.SarifLog.Configuration;
import io.powermigrate.internal.page.sarif.SarifLog.Rule;
import io.powermigrate.page.Group;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules of a page: those that found its groups, and one for each section whose groups no rule found. */
final class SarifRules {

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    SarifRules(Page page) {
        for (Section section : page.sections()) {
            if (!SarifPage.isNotification(section)) {
                section.groups().forEach(group -> add(section, group));
            }
        }
    }

    List<Rule> all() {
        return rules;
    }

    /** The rule of a group; of several, the first one. */
    static String id(Section section, Group group) {
        return group.rule().isBlank() ? section.key().word() : ids(group).get(0);
    }

    /** Where the rule of a group stands in the list. */
    int place(String id) {
        return places.getOrDefault(id, -1);
    }

    private static List<String> ids(Group group) {
        return Stream.of(group.rule().split(",")).map(String::strip).toList();
    }

    private void add(Section section, Group group) {
        if (group.rule().isBlank()) {
            add(section.key().word(), section.title(), Levels.of(section.key(), group.state()), "");
        } else {
            ids(group).forEach(id -> add(id, group.title(), Levels.of(section.key(), group.state()), group.basis()));
        }
    }

    private void add(String id, String description, String level, String basis) {
        if (places.putIfAbsent(id, rules.size()) == null) {
            Map<String, Object> properties = basis.isEmpty() ? Map.of() : Map.of("basis", basis);
            rules.add(new Rule(id, SarifText.message(description), new Configuration(level), properties));
        }
    }
}
