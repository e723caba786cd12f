package io.powermigrate.plan;

import io.powermigrate.internal.text.Words;
import io.powermigrate.page.Group;
import io.powermigrate.page.Item;
import io.powermigrate.page.Section;
import io.powermigrate.page.State;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a plan does with each resource: what will be written, what waits for what, and what is there already. */
final class StepSections {

    private final Plan plan;
    private final PageNames names;
    private final Estimate estimate;

    StepSections(Plan plan, PageNames names, Estimate estimate) {
        this.plan = plan;
        this.names = names;
        this.estimate = estimate;
    }

    private record Wave(int wave, Action action, String type, String travelsIn) implements Comparable<Wave> {

        static Wave of(Step step) {
            int wave = step.wave() < 0 ? Integer.MAX_VALUE : step.wave();
            return new Wave(
                    wave, step.action(), step.key().type(), step.action() == Action.CARRIED ? step.reason() : "");
        }

        @Override
        public int compareTo(Wave other) {
            return Comparator.comparingInt(Wave::wave)
                    .thenComparing(Wave::action)
                    .thenComparing(Wave::travelsIn)
                    .thenComparing(Wave::type)
                    .compare(this, other);
        }
    }

    Section happens() {
        Map<Wave, List<Step>> waves = new TreeMap<>();
        plan.steps().stream().filter(Step::changes).forEach(step -> waves.computeIfAbsent(
                        Wave.of(step), none -> new ArrayList<>())
                .add(step));
        List<Group> groups = new ArrayList<>();
        waves.forEach((wave, steps) -> groups.add(written(wave, steps)));
        long changed = waves.values().stream().mapToLong(List::size).sum();
        long count = waves.keySet().stream()
                .map(Wave::wave)
                .filter(wave -> wave != Integer.MAX_VALUE)
                .distinct()
                .count();
        return new Section(
                Section.Key.HAPPENS,
                "What will happen",
                Words.counted(changed, changed == estimate.count(State.READY) ? estimate.unit() : "resource") + ", "
                        + Words.counted(count, "wave"),
                "",
                groups);
    }

    private Group written(Wave wave, List<Step> steps) {
        String what = names.counted(steps.size(), wave.type());
        String title = wave.action() == Action.CARRIED
                ? Words.sentence(what + ": " + wave.travelsIn())
                : "Wave " + (wave.wave() + 1) + ": " + wave.action().name().toLowerCase(Locale.ROOT) + " " + what;
        boolean isSame = steps.stream().map(Step::reason).distinct().count() == 1;
        String key = (wave.action() == Action.CARRIED ? "carried" : "wave-" + (wave.wave() + 1)) + ":"
                + wave.action().name().toLowerCase(Locale.ROOT) + ":" + wave.type()
                + (wave.travelsIn().isEmpty() ? "" : ":" + wave.travelsIn());
        List<Item> items = steps.stream()
                .map(step -> names.item(step).saying(more(step, isSame)))
                .sorted(PageNames.ORDER)
                .toList();
        return Group.of(key, title, State.READY, items)
                .because(
                        "",
                        isSame && wave.action() != Action.CARRIED
                                ? Words.sentence(steps.get(0).reason())
                                : "",
                        "",
                        "");
    }

    private String more(Step step, boolean isReasonTold) {
        List<String> words = new ArrayList<>();
        if (!isReasonTold && step.action() != Action.CARRIED) {
            words.add(step.reason());
        }
        step.bindings().stream()
                .filter(slot -> !slot.to().isEmpty())
                .map(names::bound)
                .distinct()
                .forEach(words::add);
        return String.join("; ", words);
    }

    /** What waits for the same decisions stands together, in the order in which decisions free it. */
    Section waits() {
        Map<String, Integer> place = new LinkedHashMap<>();
        estimate.decisions().forEach(each -> place.put(each.key(), place.size()));
        Map<List<String>, List<Step>> rows = new LinkedHashMap<>();
        plan.steps().stream().filter(step -> names.state(step) == State.WAITING).forEach(step -> rows.computeIfAbsent(
                        estimate.causes(step.key()), none -> new ArrayList<>())
                .add(step));
        Comparator<List<String>> order = Comparator.comparing((List<String> causes) -> causes.stream()
                        .mapToInt(cause -> place.getOrDefault(cause, 0))
                        .max()
                        .orElse(-1))
                .thenComparing(List::size)
                .thenComparing(causes -> String.join(" ", causes));
        List<Group> groups = rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .map(row -> row(row.getKey(), row.getValue()))
                .toList();
        long waiting = rows.values().stream().mapToLong(List::size).sum();
        return new Section(
                Section.Key.WAITS,
                "What waits",
                Words.counted(waiting, waiting == estimate.count(State.WAITING) ? estimate.unit() : "resource"),
                "Not touched by this run.",
                groups);
    }

    private Group row(List<String> causes, List<Step> steps) {
        String title = causes.isEmpty()
                ? "For what the plan does not tell"
                : causes.stream()
                        .map(estimate::nameOf)
                        .collect(Collectors.joining(" and ", "Until it is settled: ", ""));
        List<Item> items = steps.stream()
                .map(step -> names.item(step)
                        .saying(causes.isEmpty() ? step.reason() : "")
                        .at(PageNames.places(places(step))))
                .sorted(PageNames.ORDER)
                .toList();
        return Group.of("waits:" + String.join("+", causes), title, State.WAITING, items)
                .waitingFor(causes);
    }

    /** Where it uses what is not settled. */
    private static List<Location> places(Step step) {
        return step.findings().stream()
                .filter(finding -> finding.verdict().compareTo(io.powermigrate.rule.Verdict.WARN) > 0)
                .map(Finding::locations)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    Section there() {
        Map<String, List<Step>> types = new TreeMap<>();
        plan.steps().stream().filter(step -> step.action() == Action.SKIP).forEach(step -> types.computeIfAbsent(
                        step.key().type(), none -> new ArrayList<>())
                .add(step));
        List<Group> groups = new ArrayList<>();
        types.forEach((type, steps) -> groups.add(Group.of(
                "there:" + type,
                names.counted(steps.size(), type),
                State.THERE,
                steps.stream()
                        .map(step -> names.item(step).saying(step.reason()))
                        .sorted(PageNames.ORDER)
                        .toList())));
        long count = types.values().stream().mapToLong(List::size).sum();
        return new Section(
                Section.Key.THERE,
                "There already",
                Words.counted(count, "resource"),
                plan.content().destination().name() + " holds them; they are not touched.",
                groups);
    }
}
