package io.powermigrate.spi;

import io.powermigrate.internal.text.Nearest;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bound;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.SlotType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The order in which a counterpart is looked for: an explicit binding, what an earlier run recorded, a unique name. */
public final class Matching {

    private static final int MOST = 3;

    /** Comparing letter by letter takes too long among more, where many lines are wrong. */
    private static final int COMPARED = 1000;

    private Matching() {}

    /** By binding, then by a name that is unique on both sides. */
    public static <R extends Resource> Match<R> byName(
            ResourceType<R> type, R source, Inventory destination, Mapping mapping) {
        return byBinding(type, source, destination, mapping).orElseGet(() -> byUniqueName(type, source, destination));
    }

    /**
     * By binding alone; empty where no line names the resource.
     *
     * @param aliases what else a line may call it, besides its id and its name
     */
    public static <R extends Resource> Optional<Match<R>> byBinding(
            ResourceType<R> type, R source, Inventory destination, Mapping mapping, String... aliases) {
        SlotType slot = SlotType.of(type);
        Optional<Bound> bound = mapping.find(slot, names(source, aliases));
        return bound.map(line -> line.value().equals(Binding.NEW)
                ? Match.<R>absent("created as new, because " + line.layer() + " says so")
                : destination
                        .byId(type, line.value())
                        .map(found -> Match.one(found, "bound by " + line.layer()))
                        .orElseGet(() -> notFound(source, destination.all(type), line, destination.name())));
    }

    private static <R extends Resource> Match<R> notFound(R source, List<R> all, Bound line, String destination) {
        String how = "bound by " + line.layer() + " to the id " + line.value() + ", ";
        return new Binding(SlotType.TEXT, source.id(), line.value()).isToBeFilledIn()
                ? Match.notFound(similar(source.displayName(), all), how + "which still has to be put in")
                : Match.notFound(nearest(source, all, line.value()), how + "which " + destination + " does not show");
    }

    /** Those whose id or name resembles what was given, then those that are called as the source is. */
    private static <R extends Resource> List<R> nearest(R source, List<R> all, String given) {
        return Stream.concat(similar(given, all).stream(), similar(source.displayName(), all).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static <R extends Resource> List<R> similar(String wanted, List<R> all) {
        List<R> called = all.stream()
                .filter(each -> each.displayName().equalsIgnoreCase(wanted))
                .limit(MOST)
                .toList();
        if (!called.isEmpty() || all.size() > COMPARED) {
            return called;
        }
        List<String> names = all.stream()
                .flatMap(each -> Stream.of(each.id(), each.displayName()))
                .toList();
        return Nearest.to(wanted, names).stream()
                .flatMap(name -> all.stream()
                        .filter(each ->
                                each.id().equals(name) || each.displayName().equals(name)))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static <R extends Resource> Match<R> byUniqueName(ResourceType<R> type, R source, Inventory destination) {
        List<R> candidates =
                destination.named(source.key()).stream().map(type.model()::cast).toList();
        if (candidates.isEmpty()) {
            return Match.absent("the destination has no resource with this name");
        }
        if (candidates.size() == 1 && !source.key().isTwin()) {
            return Match.one(candidates.get(0), "has the same name");
        }
        return Match.ambiguous(
                candidates,
                source.key().isTwin()
                        ? "several of the source have this name"
                        : candidates.size() + " of " + destination.name() + " have this name");
    }

    private static String[] names(Resource source, String... aliases) {
        boolean unique = !source.key().isTwin();
        String[] names = new String[1 + (unique ? 1 : 0) + aliases.length];
        names[0] = source.id();
        if (unique) {
            names[1] = source.key().name();
        }
        System.arraycopy(aliases, 0, names, names.length - aliases.length, aliases.length);
        return names;
    }
}
