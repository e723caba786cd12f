package io.powermigrate.internal.plan;

import io.powermigrate.model.Binding;
import io.powermigrate.model.Candidate;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.SlotType;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.spi.ResourceReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds where one line settles many items: they share a name that a line may use, all that share it are open, and the
 * same is to be done for each. The line is suggested before their own.
 */
final class SharedNames {

    private final Plugins plugins;
    private final Inventory source;

    SharedNames(Plugins plugins, Inventory source) {
        this.plugins = plugins;
        this.source = source;
    }

    /** What has to be the same for one line to settle all. */
    private record Advice(RecreateItem.State state, String reason, String remedy, List<Candidate> candidates) {

        static Advice of(RecreateItem item) {
            return new Advice(item.state(), item.reason(), item.remedy(), item.candidates());
        }
    }

    /** A name with those that share it. */
    private record Group(SlotType type, String name, List<RecreateItem> items) {}

    /** The items, in their order. */
    List<RecreateItem> settled(List<RecreateItem> items, Collection<Evaluation> judgements) {
        Map<ResourceKey, RecreateItem> byKey = new HashMap<>();
        items.forEach(item -> byKey.put(item.key(), item));
        judgements.forEach(judgement -> byKey.computeIfPresent(
                judgement.resource().key(),
                (key, item) -> shared(judgement.resource()).map(item::sharing).orElse(item)));
        groups(byKey).stream().filter(SharedNames::isOneAdvice).forEach(group -> group.items()
                .forEach(item -> byKey.put(item.key(), item.with(lines(group)))));
        return items.stream().map(item -> byKey.getOrDefault(item.key(), item)).toList();
    }

    private static Collection<Group> groups(Map<ResourceKey, RecreateItem> items) {
        Map<String, Group> groups = new HashMap<>();
        for (RecreateItem item : items.values()) {
            Candidate shared = item.shared();
            if (shared != null) {
                groups.computeIfAbsent(
                                item.key().type() + " " + shared.id().toLowerCase(Locale.ROOT),
                                key -> new Group(new SlotType(item.key().type()), shared.id(), new ArrayList<>()))
                        .items()
                        .add(item);
            }
        }
        return groups.values();
    }

    private static boolean isOneAdvice(Group group) {
        return group.items().size() > 1
                && !group.items().get(0).isSatisfied()
                && group.items().stream().map(Advice::of).distinct().count() == 1;
    }

    private static List<Binding> lines(Group group) {
        RecreateItem first = group.items().get(0);
        return first.state() == RecreateItem.State.MISSING
                ? List.of(Binding.toBeFilledIn(group.type(), group.name()))
                : first.candidates().stream()
                        .map(each -> new Binding(group.type(), group.name(), each.id()))
                        .toList();
    }

    /** A reader that breaks down here only suggests less. */
    private <R extends Resource> Optional<Candidate> shared(R resource) {
        try {
            ResourceReader<R> reader = plugins.readerOf(resource);
            return Returned.by(reader, "sharedName", reader.sharedName(resource))
                    .filter(name -> !name.isBlank())
                    .map(name -> new Candidate(
                            name,
                            Returned.by(reader, "sharedTitle", reader.sharedTitle(resource, source))
                                    .orElse(name)));
        } catch (RuntimeException | Error e) {
            return Optional.empty();
        }
    }
}
