package io.powermigrate.plan;

import io.powermigrate.internal.text.Natural;
import io.powermigrate.internal.text.Words;
import io.powermigrate.model.Binding;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.page.Choice;
import io.powermigrate.page.Group;
import io.powermigrate.page.Item;
import io.powermigrate.page.Line;
import io.powermigrate.page.State;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What blocks or holds steps by itself, not because they wait for something: findings that say the same are one. */
final class UndecidedFindings {

    private final Plan plan;
    private final PageNames names;
    private final GroupKeys unique = new GroupKeys();

    UndecidedFindings(Plan plan, PageNames names) {
        this.plan = plan;
        this.names = names;
    }

    /** What has to be the same; a finding with lines of its own is settled by itself, unless they are about the same value. */
    private record Same(String rule, String reason, String remedy, String value) {

        static Same of(Step step, Finding finding) {
            List<Binding> lines = finding.suggestions();
            if (lines.isEmpty()) {
                return new Same(finding.rule(), finding.reason(), finding.remedy(), "");
            }
            boolean isOfOthers = !lines.get(0).from().equals(step.originId());
            String value = lines.get(0).type() + ":" + lines.get(0).from();
            return isOfOthers
                    ? new Same("", "", "", value)
                    : new Same(finding.rule(), finding.reason(), finding.remedy(), value);
        }
    }

    private record Told(Step step, Finding finding) {}

    List<Undecided> all() {
        Map<Same, List<Told>> same = new LinkedHashMap<>();
        for (Step step : plan.steps()) {
            if (!names.isOpen(step.key())) {
                of(step).forEach(finding -> same.computeIfAbsent(Same.of(step, finding), words -> new ArrayList<>())
                        .add(new Told(step, finding)));
            }
        }
        List<Undecided> all = new ArrayList<>();
        same.forEach((words, told) -> all.add(one(words, told)));
        return all;
    }

    private List<Finding> of(Step step) {
        List<Finding> found = SameFindings.once(step.findings());
        return switch (step.action()) {
            case BLOCKED ->
                orReason(
                        step,
                        found.stream()
                                .filter(each -> each.verdict() == Verdict.BLOCK)
                                .toList());
            case HELD -> held(step, found);
            default -> List.of();
        };
    }

    /** Where it waits for others, that is told there; values that nothing stands for are told in any case. */
    private List<Finding> held(Step step, List<Finding> found) {
        List<Finding> own = found.stream()
                .filter(each -> isUnbound(each)
                        || (each.verdict().compareTo(Verdict.WARN) > 0
                                && each.verdict() != Verdict.RECREATE
                                && step.waitsFor().stream().noneMatch(to -> isAbout(each, to))))
                .toList();
        return step.waitsFor().isEmpty() ? orReason(step, own) : own;
    }

    private boolean isAbout(Finding finding, ResourceKey to) {
        Step other = names.step(to);
        return names.isOpen(to) && other != null && finding.reason().contains(other.originId());
    }

    private static boolean isUnbound(Finding finding) {
        return !finding.suggestions().isEmpty()
                && finding.suggestions().stream().allMatch(Binding::isToBeFilledIn);
    }

    /** A step that does nothing is never without a cause. */
    private static List<Finding> orReason(Step step, List<Finding> found) {
        return found.isEmpty()
                ? List.of(new Finding(
                        "",
                        step.key(),
                        Verdict.BLOCK,
                        step.reason(),
                        "Ask Plan.why for it, and settle what that names",
                        List.of(),
                        List.of(),
                        List.of(),
                        Basis.sure("the plan", "2026-11-01")))
                : found;
    }

    private Undecided one(Same same, List<Told> told) {
        Finding first = told.get(0).finding();
        Set<ResourceKey> keys = told.stream().map(each -> each.step().key()).collect(Collectors.toSet());
        boolean isUnbound = isUnbound(first) && same.rule().isEmpty();
        String title = isUnbound ? unbound(first.suggestions().get(0)) : title(told, keys);
        Group group = Group.of(
                        unique.unique(key(same, told), first.reason()),
                        title,
                        State.WAITING,
                        told.stream().map(this::item).sorted(PageNames.ORDER).toList())
                .because(
                        first.rule(),
                        isUnbound ? Words.sentence(first.reason()) : "",
                        first.remedy(),
                        first.basis().toString())
                .answeredBy(choices(first), lines(first), List.of());
        return new Undecided(group, name(told, title, isUnbound), choices(first).isEmpty() && !isUnbound, keys);
    }

    private static String name(List<Told> told, String title, boolean isUnbound) {
        if (isUnbound) {
            return told.get(0).finding().suggestions().get(0).from();
        }
        return told.size() == 1 ? told.get(0).step().displayName() : title;
    }

    private static String key(Same same, List<Told> told) {
        ResourceKey first = told.get(0).step().key();
        return same.rule().isEmpty() && !same.value().isEmpty()
                ? same.value()
                : (same.rule().isEmpty() ? "waits" : same.rule()) + ":" + first.type() + ":" + first.name()
                        + (first.twin().isEmpty() ? "" : ":" + first.twin());
    }

    private String unbound(Binding line) {
        return "What stands for the " + Words.noun(line.type().name()) + " " + line.from() + " in "
                + plan.content().destination().name() + "?";
    }

    private String title(List<Told> told, Set<ResourceKey> keys) {
        Step only = told.get(0).step();
        String who = keys.size() == 1
                ? "The " + PageNames.noun(only.key().type()) + " \"" + only.displayName() + "\""
                : names.counted(keys);
        String reason = told.get(0).finding().reason();
        return Words.sentence(who + ": " + reason);
    }

    private Item item(Told told) {
        return names.item(told.step()).at(PageNames.places(told.finding().locations()));
    }

    private static List<Choice> choices(Finding finding) {
        return finding.suggestions().stream()
                .filter(line -> !line.isToBeFilledIn())
                .map(line -> new Choice(
                        UndecidedItems.name(line, finding.candidates()), line.isNew() ? "" : line.to(), Line.of(line)))
                .sorted(Comparator.comparing(Choice::name, Natural.ORDER).thenComparing(Choice::id))
                .toList();
    }

    private static List<Line> lines(Finding finding) {
        return finding.suggestions().stream()
                .filter(Binding::isToBeFilledIn)
                .map(Line::of)
                .toList();
    }
}
