package io.powermigrate.plan;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.page.PageFile;
import io.powermigrate.internal.page.text.TextPage;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.page.Page;
import io.powermigrate.page.TextStyle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is otherwise in a later plan than in an earlier one, such as the one that was approved. Immutable, pure.
 *
 * <pre>{@code
 * PlanDiff diff = PlanDiff.between(Plan.read(Path.of("approved.json")), migration.plan());
 * System.out.println(diff.toText());
 * diff.writeTo(Path.of("changes.html"));
 * }</pre>
 *
 * @param from the name of the environment that resources come from
 * @param to the name of the environment that the later plan is for
 * @param before the digest of the earlier one
 * @param now the digest of the later one
 * @param settings what the caller decided otherwise, and who was signed in otherwise, in words
 * @param steps what is done otherwise, resource by resource, in the order of the later plan; what is gone comes last
 * @param decisions what a person has to make or decide otherwise, in the same order
 */
public record PlanDiff(
        String from,
        String to,
        String before,
        String now,
        List<String> settings,
        List<Line> steps,
        List<Line> decisions) {

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
     * @param name what people call it
     * @param before what the earlier plan says, such as {@code HELD}; empty where it has nothing of it
     * @param now what the later plan says; empty where it has nothing of it
     * @param what what differs, in words; empty for what is new or gone
     */
    public record Line(Kind kind, ResourceKey key, String name, String before, String now, List<String> what) {

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
                now.source().name(),
                now.destination().name(),
                before.digest(),
                now.digest(),
                Staleness.otherwise(before, now),
                lines(
                        before.byKey(),
                        now.byKey(),
                        new Words<>(Step::displayName, step -> step.action().name(), StepDiff::of)),
                lines(
                        items(before),
                        items(now),
                        new Words<>(
                                RecreateItem::displayName, item -> item.state().name(), StepDiff::of)));
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

    /** What is said of one side, and of both. */
    private record Words<T>(Function<T, String> name, Function<T, String> state, Comparison<T> comparison) {

        Line only(Kind kind, ResourceKey key, T each) {
            String said = state.apply(each);
            return new Line(
                    kind,
                    key,
                    name.apply(each),
                    kind == Kind.GONE ? said : "",
                    kind == Kind.NEW ? said : "",
                    List.of());
        }

        Line both(ResourceKey key, T before, T now) {
            List<String> what = before.equals(now) ? List.of() : comparison.between(before, now);
            boolean untold =
                    what.isEmpty() && !before.equals(now) && state.apply(before).equals(state.apply(now));
            return new Line(
                    Kind.CHANGED,
                    key,
                    name.apply(now),
                    state.apply(before),
                    state.apply(now),
                    untold ? List.of("its details differ, which the two plan files show") : what);
        }
    }

    private static <T> List<Line> lines(Map<ResourceKey, T> before, Map<ResourceKey, T> now, Words<T> words) {
        List<Line> lines = new ArrayList<>();
        now.forEach((key, each) -> {
            T earlier = before.get(key);
            Line line = earlier == null ? words.only(Kind.NEW, key, each) : words.both(key, earlier, each);
            if (line.kind() == Kind.NEW
                    || !line.what().isEmpty()
                    || !line.before().equals(line.now())) {
                lines.add(line);
            }
        });
        before.forEach((key, each) -> {
            if (!now.containsKey(key)) {
                lines.add(words.only(Kind.GONE, key, each));
            }
        });
        return lines;
    }

    /** Whether the plans say the same of every resource, by the same settings. */
    public boolean isEmpty() {
        return settings.isEmpty() && steps.isEmpty() && decisions.isEmpty();
    }

    /** What people read of it, without any format. */
    public Page page() {
        return new PlanDiffPage(this).page();
    }

    /** For people, in at most 120 lines. */
    public String toText() {
        return TextPage.of(page(), TextStyle.brief());
    }

    /**
     * Writes the page to a file that only its owner may read, in the form that its ending names (docs/pages.md). It is there
     * whole or as it was before.
     *
     * @throws MigrationException when the ending names no form, or the file cannot be written
     */
    public void writeTo(Path file) {
        PageFile.writePage("difference", page(), file);
    }

    private String counts() {
        return isEmpty()
                ? "nothing differs"
                : steps.size() + " of steps, " + decisions.size() + " of the recreate list, " + settings.size()
                        + " of settings";
    }

    /** In one line: which plans, and how much. */
    @Override
    public String toString() {
        return Shown.value("PlanDiff of " + now + " against " + before + ": " + counts());
    }
}
