package io.powermigrate.plan;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Nearest;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Titles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps of a plan by what people call their resources. */
final class NamedSteps {

    private static final int SHOWN = 20;

    private final Map<ResourceKey, Step> steps = new LinkedHashMap<>();
    private final Map<ResourceKey, String> titles;

    NamedSteps(Plan plan) {
        plan.steps().forEach(step -> steps.put(step.key(), step));
        titles = plan.recreate().stream()
                .collect(Collectors.toMap(RecreateItem::key, RecreateItem::displayName, (first, second) -> first));
    }

    /** The step of this name or id; the only one, or an error that names those that could be meant. */
    Step step(String name) {
        List<Step> found = steps.values().stream()
                .filter(step -> step.originId().equalsIgnoreCase(name))
                .toList();
        if (found.isEmpty()) {
            String wanted = Titles.folded(name);
            found = steps.values().stream()
                    .filter(step -> names(step).map(Titles::folded).anyMatch(wanted::equals))
                    .toList();
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        throw found.isEmpty() ? notFound("\"" + Shown.name(name) + "\"", name) : ambiguous(name, found);
    }

    /** The step of this key, or an error that names what could be meant. */
    Step step(ResourceKey key) {
        Step step = steps.get(key);
        if (step == null) {
            throw notFound(key.toString(), key.name());
        }
        return step;
    }

    private Stream<String> names(Step step) {
        return Stream.of(step.key().name(), titles.get(step.key())).filter(Objects::nonNull);
    }

    private MigrationException notFound(String words, String name) {
        List<String> near =
                Nearest.to(name, steps.values().stream().flatMap(this::names).toList());
        String others = near.isEmpty()
                ? "it is about " + listed(steps.keySet().stream())
                : "it is about nothing of that name; the nearest are "
                        + listed(steps.values().stream()
                                .filter(step -> names(step).anyMatch(near::contains))
                                .map(Step::key));
        return new MigrationException(
                "The plan says nothing about " + words + " because " + others,
                "Ask for one of these, or plan with a wider scope");
    }

    private static MigrationException ambiguous(String name, List<Step> found) {
        return new MigrationException(
                "The plan did not say why for \"" + Shown.name(name) + "\" because " + found.size()
                        + " resources have this name: "
                        + listed(found.stream()
                                .map(step -> step.key().base() + " with the id " + Shown.name(step.originId()))),
                "Ask with the id of the one that you mean, or with its key");
    }

    private static String listed(Stream<?> all) {
        List<?> words = all.toList();
        String first = words.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "));
        return words.size() > SHOWN ? first + " and " + (words.size() - SHOWN) + " more" : first;
    }
}
