package io.powermigrate.plan;

import io.powermigrate.internal.text.Words;
import io.powermigrate.page.Fact;
import io.powermigrate.page.Figure;
import io.powermigrate.page.Group;
import io.powermigrate.page.Item;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import io.powermigrate.page.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the page of a difference of plans: what was decided otherwise, what is now written and was not, then the rest. */
final class PlanDiffPage {

    private final PlanDiff diff;

    PlanDiffPage(PlanDiff diff) {
        this.diff = diff;
    }

    Page page() {
        List<Group> groups = groups();
        return new Page(
                Page.Kind.DIFFERENCE,
                "Plan " + shortly(diff.now()) + " against " + shortly(diff.before()),
                diff.from(),
                diff.to(),
                verdict(),
                List.of(approval()),
                "resource",
                figures(),
                groups.isEmpty()
                        ? List.of()
                        : List.of(new Section(Section.Key.CHANGES, "What differs", count(), "", groups)),
                List.of(
                        new Fact("From", diff.from()),
                        new Fact("To", diff.to()),
                        new Fact("Earlier plan", diff.before()),
                        new Fact("Later plan", diff.now())),
                List.of());
    }

    private static String shortly(String digest) {
        return digest.substring(0, Math.min(12, digest.length()));
    }

    private String verdict() {
        if (diff.isEmpty()) {
            return "Nothing differs.";
        }
        List<String> counts = new ArrayList<>();
        for (PlanDiff.Kind kind : PlanDiff.Kind.values()) {
            counts.add(Words.number(count(kind)) + " " + state(kind).words());
        }
        return Words.counted(diff.steps().size(), "step") + " differ: " + String.join(", ", counts)
                + "; on the recreate list "
                + Words.number(diff.decisions().size()) + ", in settings "
                + Words.number(diff.settings().size()) + ".";
    }

    private String approval() {
        return diff.before().equals(diff.now())
                ? "It is the same plan: an approval holds for both."
                : "An approval of the earlier plan does not hold for the later one.";
    }

    private String count() {
        return Words.number(diff.steps().size()
                + diff.decisions().size()
                + (long) diff.settings().size());
    }

    private long count(PlanDiff.Kind kind) {
        return diff.steps().stream().filter(line -> line.kind() == kind).count();
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("total", diff.steps().size(), "steps differ", "", null));
        for (PlanDiff.Kind kind : PlanDiff.Kind.values()) {
            figures.add(new Figure(
                    kind.name().toLowerCase(Locale.ROOT),
                    count(kind),
                    state(kind).words(),
                    "",
                    state(kind)));
        }
        figures.add(new Figure("recreate", diff.decisions().size(), "on the recreate list", "", null));
        return figures;
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        if (!diff.settings().isEmpty()) {
            groups.add(Group.of(
                    "settings",
                    "Settings, and what was read and checked",
                    State.CHANGED,
                    diff.settings().stream()
                            .map(words -> Item.of(words, "", State.CHANGED))
                            .toList()));
        }
        groups.addAll(groups("step", "", diff.steps()));
        groups.addAll(groups("recreate", "On the recreate list, ", diff.decisions()));
        return groups;
    }

    private record Same(PlanDiff.Kind kind, String before, String now) {}

    /** What the later plan writes comes first. */
    private static List<Group> groups(String key, String before, List<PlanDiff.Line> lines) {
        Map<Same, List<PlanDiff.Line>> same = new LinkedHashMap<>();
        lines.forEach(line -> same.computeIfAbsent(
                        new Same(line.kind(), line.before(), line.now()), none -> new ArrayList<>())
                .add(line));
        return same.entrySet().stream()
                .sorted(Comparator.comparing(each -> !isWritten(each.getKey().now())))
                .map(each -> group(key, before, each.getKey(), each.getValue()))
                .toList();
    }

    private static boolean isWritten(String now) {
        return List.of(Action.values()).stream()
                .anyMatch(action -> action.writes() && action.name().equals(now));
    }

    private static Group group(String key, String before, Same same, List<PlanDiff.Line> lines) {
        State state = state(same.kind());
        List<Item> items = lines.stream()
                .map(line -> Item.of(line.key(), line.name(), "", state).saying(String.join("; ", line.what())))
                .toList();
        return Group.of(
                key + ":" + same.kind() + ":" + same.before() + ":" + same.now(),
                before.isEmpty() ? title(same) : before + lower(title(same)),
                state,
                items);
    }

    private static String lower(String title) {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    private static String title(Same same) {
        return switch (same.kind()) {
            case NEW -> "Only in the later plan: " + word(same.now());
            case GONE -> "Only in the earlier plan: " + word(same.before());
            case CHANGED ->
                same.before().equals(same.now())
                        ? "Changed: " + word(same.now())
                        : "Was " + word(same.before()) + ", now " + word(same.now());
        };
    }

    private static String word(String action) {
        return action.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static State state(PlanDiff.Kind kind) {
        return switch (kind) {
            case NEW -> State.NEW;
            case GONE -> State.GONE;
            case CHANGED -> State.CHANGED;
        };
    }
}
