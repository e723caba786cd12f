package io.powermigrate.plan;

import io.powermigrate.internal.text.Words;
import io.powermigrate.model.Coverage;
import io.powermigrate.page.Group;
import io.powermigrate.page.Item;
import io.powermigrate.page.Section;
import io.powermigrate.page.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a plan does not know: lists that were not read or show a part, settings that made no difference, what was not checked. */
final class PlanGaps {

    private final Plan plan;
    private final PlanContent content;

    PlanGaps(Plan plan) {
        this.plan = plan;
        this.content = plan.content();
    }

    /** What changes a decision, and therefore stands first. */
    Section warnings() {
        List<Group> groups = new ArrayList<>();
        plan.notRead()
                .forEach(list -> groups.add(Group.of(
                                "unread:" + list.environment() + ":" + list.type(),
                                "Not read: " + Words.plural(Words.noun(list.type())) + " of " + list.environment(),
                                State.FAILED,
                                List.of())
                        .because(
                                "",
                                Words.sentence(list.reason()) + (list.allowed() ? " You allowed that." : ""),
                                Words.sentence(list.remedy()),
                                "")));
        plan.unmatched()
                .forEach(each -> groups.add(Group.of(
                                "setting:" + each.setting(),
                                "Your setting made no difference: " + each.setting(),
                                State.NOT_RUN,
                                List.of())
                        .because(
                                "",
                                Words.sentence(each.because()),
                                each.candidates().isEmpty()
                                        ? "Correct it, or take it out."
                                        : "Correct it: similar names are " + String.join(", ", each.candidates()) + ".",
                                "")));
        return new Section(Section.Key.WARNINGS, "Read this first", Words.number(groups.size()), "", groups);
    }

    Section unchecked() {
        List<Group> groups = new ArrayList<>(partial());
        if (!content.notLookedAt().isEmpty()) {
            groups.add(Group.of(
                    "unchecked",
                    "Neither read nor compared",
                    State.NOT_RUN,
                    content.notLookedAt().stream()
                            .map(words -> Item.of(words, "", State.NOT_RUN))
                            .toList()));
        }
        return new Section(
                Section.Key.UNCHECKED,
                "Not checked",
                Words.counted(groups.size(), "gap"),
                plan.notRead().isEmpty() ? "Every list was read. What lists show only in part stands here." : "",
                groups);
    }

    private record Part(String reason, String remedy) {}

    /** Lists that show a part, those of both environments once. */
    private List<Group> partial() {
        Map<Part, Map<String, List<String>>> parts = new LinkedHashMap<>();
        Stream.of(content.source(), content.destination())
                .filter(side -> side.coverage() != null)
                .forEach(side -> side.coverage().forEach((type, coverage) -> {
                    if (coverage.state() == Coverage.State.VISIBLE_ONLY) {
                        parts.computeIfAbsent(
                                        new Part(coverage.reason(), coverage.remedy()), none -> new LinkedHashMap<>())
                                .computeIfAbsent(type, none -> new ArrayList<>())
                                .add(side.name());
                    }
                }));
        List<Group> groups = new ArrayList<>();
        parts.forEach((part, types) -> groups.add(partial(part, types)));
        return groups;
    }

    private static Group partial(Part part, Map<String, List<String>> types) {
        List<String> nouns = types.keySet().stream()
                .map(type -> Words.plural(Words.noun(type)))
                .toList();
        String where = types.values().stream().allMatch(sides -> sides.size() > 1)
                ? "both environments"
                : types.values().iterator().next().get(0);
        return Group.of(
                        "partial:" + String.join("+", types.keySet()) + ":" + where,
                        Words.sentence(String.join(", ", nouns) + " of " + where + ": the list shows only a part"),
                        State.NOT_RUN,
                        List.of())
                .because("", Words.sentence(part.reason()), Words.sentence(part.remedy()), "");
    }
}
