package io.powermigrate.plan;

import io.powermigrate.internal.text.Natural;
import io.powermigrate.internal.text.Words;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.page.Item;
import io.powermigrate.page.Link;
import io.powermigrate.page.Place;
import io.powermigrate.page.State;
import io.powermigrate.rule.Location;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the pages of a plan call things: resources by their names, types by nouns, states by what is done. */
final class PageNames {

    static final Comparator<Item> ORDER =
            Comparator.comparing(Item::name, Natural.ORDER).thenComparing(Item::id);

    private final Map<ResourceKey, Step> steps = new HashMap<>();
    private final Map<String, Step> byId = new HashMap<>();
    private final Map<ResourceKey, RecreateItem> open = new HashMap<>();
    private final Side destination;

    PageNames(Plan plan) {
        plan.steps().forEach(step -> {
            steps.put(step.key(), step);
            byId.put(step.key().type() + " " + step.originId(), step);
        });
        plan.recreate().stream().filter(item -> !item.isSatisfied()).forEach(item -> open.put(item.key(), item));
        destination = plan.content().destination();
    }

    /** The step of a resource; null where the plan is not about it. */
    @org.jspecify.annotations.Nullable
    Step step(ResourceKey key) {
        return steps.get(key);
    }

    boolean isOpen(ResourceKey key) {
        return open.containsKey(key);
    }

    /** What people call a resource. */
    String name(ResourceKey key) {
        Step step = steps.get(key);
        if (step != null) {
            return step.displayName();
        }
        return key.isUnresolved() ? key.twin() : key.name();
    }

    /** In full: next to other types its last word may be another thing. */
    static String noun(String type) {
        return Words.noun(type);
    }

    String counted(long number, String type) {
        return Words.counted(number, noun(type));
    }

    /** What some resources are called together: by their type where they are of one. */
    String counted(Collection<ResourceKey> keys) {
        Set<String> all = keys.stream().map(ResourceKey::type).collect(Collectors.toSet());
        return all.size() == 1 ? counted(keys.size(), all.iterator().next()) : Words.counted(keys.size(), "resource");
    }

    State state(Step step) {
        if (open.containsKey(step.key())) {
            return State.BY_HAND;
        }
        return switch (step.action()) {
            case CREATE, UPDATE, RECREATE, CARRIED -> State.READY;
            case SKIP -> State.THERE;
            case BY_HAND -> State.BY_HAND;
            case HELD, BLOCKED -> State.WAITING;
        };
    }

    Item item(Step step) {
        Item item = Item.of(step.key(), step.displayName(), step.originId(), state(step));
        return step.counterpart().map(held -> item.as(held.id())).orElse(item);
    }

    /** What a slot gets, by names where they are known. */
    String bound(SlotBinding slot) {
        Step from = byId.get(slot.type() + " " + slot.from());
        if (from == null) {
            return Words.noun(slot.type()) + " " + slot.from() + " becomes " + slot.to();
        }
        String to = from.counterpart()
                .filter(held -> held.id().equals(slot.to()))
                .map(Counterpart::displayName)
                .orElse(slot.to());
        return noun(slot.type()) + " " + from.displayName() + " becomes " + to;
    }

    List<Link> links(String type) {
        String address = destination.pages().get(type);
        String words = Words.sentence(Words.plural(noun(type)));
        return address == null
                ? List.of()
                : List.of(new Link(words.substring(0, words.length() - 1) + " in " + destination.name(), address));
    }

    static List<Place> places(List<Location> locations) {
        return locations.stream()
                .map(at -> new Place(at.artifact(), at.words(), at.excerpt(), at.offset(), at.length()))
                .distinct()
                .toList();
    }
}
