package io.powermigrate.internal.page.html;

import io.powermigrate.page.Group;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers of decisions, from 0 on, in the order of the page. */
final class Numbers {

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Group> decisions;

    Numbers(Page page) {
        decisions = page.section(Section.Key.DECISIONS).map(Section::groups).orElse(List.of());
        decisions.forEach(group -> numbers.put(group.key(), numbers.size()));
    }

    List<Group> decisions() {
        return decisions;
    }

    int of(Group decision) {
        return numbers.getOrDefault(decision.key(), -1);
    }

    /** What a group waits for. */
    List<Integer> needs(Group group) {
        return group.causes().stream()
                .map(numbers::get)
                .filter(java.util.Objects::nonNull)
                .sorted()
                .toList();
    }
}
