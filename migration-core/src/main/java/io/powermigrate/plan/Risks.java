package io.powermigrate.plan;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.internal.text.Words;
import io.powermigrate.page.Group;
import io.powermigrate.page.Item;
import io.powermigrate.page.Line;
import io.powermigrate.page.Section;
import io.powermigrate.page.State;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can go wrong, or has to be known, although every step succeeds: each thing once, with all whom it concerns. */
final class Risks {

    private final Plan plan;
    private final PageNames names;
    private final GroupKeys keys = new GroupKeys();

    Risks(Plan plan, PageNames names) {
        this.plan = plan;
        this.names = names;
    }

    private record Same(String rule, String reason, String remedy) {}

    private record Told(Step step, Finding finding) {}

    Section section() {
        Map<Same, List<Told>> same = new LinkedHashMap<>();
        for (Step step : plan.steps()) {
            SameFindings.once(step.findings()).stream()
                    .filter(finding -> isTold(step, finding))
                    .forEach(finding -> same.computeIfAbsent(
                                    new Same(finding.rule(), finding.reason(), finding.remedy()),
                                    words -> new ArrayList<>())
                            .add(new Told(step, finding)));
        }
        List<Group> groups = new ArrayList<>();
        same.values().forEach(told -> groups.add(group(told)));
        groups.sort(Comparator.comparing(Risks::ready).reversed().thenComparing(Group::key));
        return new Section(
                Section.Key.RISKS,
                "Risks",
                Words.number(groups.size()),
                "True even if every step succeeds. Approving the plan accepts them.",
                groups);
    }

    /** What blocks, and what somebody makes, is a decision; what no plugin reads is not checked. */
    private static boolean isTold(Step step, Finding finding) {
        if (finding.rule().equals(EngineFindings.NOT_READ) || finding.verdict() == Verdict.MIGRATE) {
            return false;
        }
        return switch (step.action()) {
            case CREATE, UPDATE, RECREATE, CARRIED -> true;
            case SKIP, HELD -> finding.verdict() == Verdict.WARN && !isQuestion(finding);
            case BY_HAND, BLOCKED ->
                finding.verdict() == Verdict.WARN
                        && !isQuestion(finding)
                        && !EngineFindings.waysByHand(step.findings()).contains(finding);
        };
    }

    private static boolean isQuestion(Finding finding) {
        return !finding.suggestions().isEmpty()
                && finding.suggestions().stream().allMatch(line -> line.isToBeFilledIn());
    }

    private static long ready(Group group) {
        return group.items().stream()
                .filter(item -> item.state() == State.READY)
                .count();
    }

    private Group group(List<Told> told) {
        Finding first = told.get(0).finding();
        List<Item> items = told.stream()
                .map(each -> names.item(each.step())
                        .at(PageNames.places(each.finding().locations())))
                .sorted(Comparator.comparing(Item::state).thenComparing(PageNames.ORDER))
                .toList();
        List<Line> lines = first.suggestions().stream().map(Line::of).toList();
        return Group.of(
                        keys.unique(
                                "risk:" + first.rule() + ":" + first.resource().type(), first.reason()),
                        Words.sentence(first.reason()),
                        items.get(0).state(),
                        items)
                .because(
                        first.rule(),
                        "",
                        Words.sentence(first.remedy()),
                        first.basis().toString())
                .answeredBy(List.of(), told.size() == 1 ? lines : List.of(), List.of());
    }
}
