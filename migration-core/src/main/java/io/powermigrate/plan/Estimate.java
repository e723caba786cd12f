package io.powermigrate.plan;

import io.powermigrate.internal.text.Natural;
import io.powermigrate.internal.text.Words;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.page.Gain;
import io.powermigrate.page.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is undecided in a plan, in the order of what it frees, and what each resource waits for. */
final class Estimate {

    private final Plan plan;
    private final PageNames names;
    private final List<Step> units;
    private final Causes causes;
    private final Map<String, Undecided> byKey = new LinkedHashMap<>();
    private final Map<String, Gain> gains;

    Estimate(Plan plan, PageNames names) {
        this.plan = plan;
        this.names = names;
        List<Undecided> all = Stream.concat(
                        new UndecidedItems(plan, names).all().stream(),
                        new UndecidedFindings(plan, names).all().stream())
                .sorted(Comparator.comparing(Undecided::name, Natural.ORDER).thenComparing(Undecided::key))
                .toList();
        all.forEach(each -> byKey.merge(each.key(), each, Estimate::both));
        causes = new Causes(names, byKey.values());
        units = units();
        List<Set<String>> waiting = units.stream()
                .map(step -> causes.of(step.key()))
                .filter(set -> !set.isEmpty())
                .toList();
        gains = new Gains(byKey.keySet(), count(State.READY), waiting).inOrder();
    }

    /** Two that have the same key are told as one. */
    private static Undecided both(Undecided one, Undecided other) {
        List<io.powermigrate.page.Item> items = new ArrayList<>(one.group().items());
        items.addAll(other.group().items());
        Set<ResourceKey> keys =
                Stream.concat(one.settles().stream(), other.settles().stream()).collect(Collectors.toSet());
        io.powermigrate.page.Group group = io.powermigrate.page.Group.of(
                        one.key(), one.group().title(), one.group().state(), items)
                .because(
                        one.group().rule(),
                        one.group().reason(),
                        one.group().remedy(),
                        one.group().basis())
                .answeredBy(
                        one.group().choices(), one.group().lines(), one.group().links());
        return new Undecided(group, one.name(), one.isJob() && other.isJob(), keys);
    }

    /** What the plan is made for, not what is made so that it can travel; all where there is nothing else. */
    private List<Step> units() {
        Set<ResourceKey> byHand =
                plan.recreate().stream().map(RecreateItem::key).collect(Collectors.toSet());
        Set<String> moved = plan.steps().stream()
                .filter(step -> !byHand.contains(step.key()))
                .map(step -> step.key().type())
                .collect(Collectors.toSet());
        List<Step> some = plan.steps().stream()
                .filter(step -> moved.contains(step.key().type()))
                .toList();
        return some.isEmpty() ? plan.steps() : some;
    }

    List<Step> unitSteps() {
        return units;
    }

    /** What is counted, in the singular. */
    String unit() {
        Set<String> types = units.stream().map(step -> step.key().type()).collect(Collectors.toSet());
        return types.size() == 1 ? Words.lastWord(types.iterator().next()) : "resource";
    }

    long count(State state) {
        return units.stream().filter(step -> names.state(step) == state).count();
    }

    /** The decisions in the order of what they free. */
    List<Undecided> decisions() {
        return gains.keySet().stream().map(byKey::get).filter(Objects::nonNull).toList();
    }

    Gain gain(String key) {
        return Objects.requireNonNull(gains.get(key));
    }

    String nameOf(String key) {
        return Objects.requireNonNull(byKey.get(key)).name();
    }

    /** What a resource waits for, in the order of the decisions. */
    List<String> causes(ResourceKey key) {
        Set<String> found = causes.of(key);
        return found.isEmpty()
                ? List.of()
                : gains.keySet().stream().filter(found::contains).toList();
    }
}
