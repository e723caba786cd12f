package io.powermigrate.plan;

import io.powermigrate.internal.text.Lines;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.ResourceKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is otherwise in a later plan than in an earlier one, such as the one that was approved. Immutable, pure.
 *
 * <pre>{@code
 * PlanDiff diff = PlanDiff.between(Plan.read(Path.of("approved.json")), migration.plan());
 * System.out.println(diff.toText());
 * }</pre>
 *
 * @param before the digest of the earlier one
 * @param now the digest of the later one
 * @param settings what the caller decided otherwise, and who was signed in otherwise, in words
 * @param steps what is done otherwise, resource by resource, in the order of the later plan; what is gone comes last
 * @param decisions what a person has to make or decide otherwise, in the same order
 */
public record PlanDiff(String before, String now, List<String> settings, List<Line> steps, List<Line> decisions) {

    /** How something differs. */
    public enum Kind {
        /** The earlier plan has nothing of it. */
        NEW,
        /** The later plan has nothing of it. */
        GONE,
        /** Both plans have it, and not the same. */
        CHANGED
    }

    /**
     * One resource in which the plans differ.
     *
     * @param kind how
     * @param key the resource
     * @param before what the earlier plan says, such as {@code HELD}; empty where it has nothing of it
     * @param now what the later plan says; empty where it has nothing of it
     * @param what what differs, in words; empty for what is new or gone
     */
    public record Line(Kind kind, ResourceKey key, String before, String now, List<String> what) {

        public Line {
            what = List.copyOf(what);
        }

        /** For people. */
        @Override
        public String toString() {
            String state = kind == Kind.CHANGED && !before.equals(now) ? before + " -> " + now : before + now;
            return Shown.value(key + " "
                    + (kind == Kind.CHANGED && before.equals(now) ? now : state)
                    + (what.isEmpty() ? "" : ": " + String.join("; ", what)));
        }
    }

    public PlanDiff {
        settings = List.copyOf(settings);
        steps = List.copyOf(steps);
        decisions = List.copyOf(decisions);
    }

    /** What is otherwise in the second one. */
    public static PlanDiff between(Plan before, Plan now) {
        return new PlanDiff(
                before.digest(),
                now.digest(),
                Staleness.decidedOtherwise(before, now),
                lines(before.byKey(), now.byKey(), step -> step.action().name(), StepDiff::of),
                lines(items(before), items(now), item -> item.state().name(), StepDiff::of));
    }

    private static Map<ResourceKey, RecreateItem> items(Plan plan) {
        Map<ResourceKey, RecreateItem> items = new LinkedHashMap<>();
        plan.recreate().forEach(item -> items.put(item.key(), item));
        return items;
    }

    /** Says what differs between two of the same resource. */
    private interface Comparison<T> {

        List<String> between(T before, T now);
    }

    private static <T> List<Line> lines(
            Map<ResourceKey, T> before, Map<ResourceKey, T> now, Function<T, String> state, Comparison<T> comparison) {
        List<Line> lines = new ArrayList<>();
        now.forEach((key, each) -> {
            T earlier = before.get(key);
            if (earlier == null) {
                lines.add(new Line(Kind.NEW, key, "", state.apply(each), List.of()));
            } else if (!earlier.equals(each)) {
                List<String> what = comparison.between(earlier, each);
                if (!what.isEmpty() || !state.apply(earlier).equals(state.apply(each))) {
                    lines.add(new Line(Kind.CHANGED, key, state.apply(earlier), state.apply(each), what));
                }
            }
        });
        before.forEach((key, each) -> {
            if (!now.containsKey(key)) {
                lines.add(new Line(Kind.GONE, key, state.apply(each), "", List.of()));
            }
        });
        return lines;
    }

    /** Whether the plans say the same of every resource, by the same settings. */
    public boolean isEmpty() {
        return settings.isEmpty() && steps.isEmpty() && decisions.isEmpty();
    }

    /** For people. */
    public String toText() {
        Lines page = new Lines()
                .line("Plan " + now.substring(0, 12) + " against " + before.substring(0, 12) + ": " + counts());
        section(page, "DECIDED OTHERWISE", settings);
        for (Kind kind : Kind.values()) {
            section(page, kind + " STEPS", of(kind, steps));
        }
        for (Kind kind : Kind.values()) {
            section(page, kind + " ON THE RECREATE LIST", of(kind, decisions));
        }
        return page.toString();
    }

    private static void section(Lines page, String title, List<String> words) {
        if (!words.isEmpty()) {
            page.title(title + " (" + words.size() + ")");
            words.forEach(each -> page.line("  " + each));
        }
    }

    private static List<String> of(Kind kind, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .map(Line::toString)
                .toList();
    }

    private String counts() {
        return isEmpty()
                ? "nothing differs"
                : List.of(Kind.values()).stream()
                        .map(kind -> of(kind, steps).size() + " " + kind.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", "steps: ", "; recreate list: " + decisions.size()));
    }

    /** In one line: which plans, and how much. */
    @Override
    public String toString() {
        return Shown.value("PlanDiff of " + now + " against " + before + ": " + counts());
    }
}
