package io.powermigrate.internal.plan;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.address.SiteAddress;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bound;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.Reference;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.SlotType;
import io.powermigrate.spi.ResourceReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which resource of the destination each one of the source is; found on first asking. Thread-safe. */
public final class Matches {

    private final Plugins plugins;
    private final Inventory source;
    private final Inventory destination;
    private final Mapping mapping;
    private final Map<ResourceKey, Match<?>> found = new ConcurrentHashMap<>();
    private final Set<ResourceKey> failed = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> bound = new ConcurrentHashMap<>();

    /** The matches between two inventories. */
    public Matches(Plugins plugins, Inventory source, Inventory destination, Mapping mapping) {
        this.plugins = plugins;
        this.source = source;
        this.destination = destination;
        this.mapping = mapping;
    }

    /** Which resource of the destination one of the source is. */
    public Match<?> of(ResourceKey key) {
        Match<?> known = found.get(key);
        if (known == null) {
            known = source.find(key)
                    .<Match<?>>map(this::matchOrWhyNot)
                    .orElseGet(() -> Match.absent("the source does not hold it"));
            found.put(key, known);
        }
        return known;
    }

    /** Whether its reader broke down, so that nothing is known of its match. */
    boolean hasFailed(ResourceKey key) {
        return failed.contains(key);
    }

    /** A reader that breaks down concludes nothing about the destination, and holds up nobody else. */
    private Match<?> matchOrWhyNot(Resource resource) {
        try {
            return match(resource);
        } catch (MigrationException e) {
            failed.add(resource.key());
            return Match.ambiguous(List.of(), "not known: " + e.problem() + ". " + e.remedy());
        } catch (RuntimeException | Error e) {
            failed.add(resource.key());
            String reader = plugins.readerOf(resource).getClass().getName();
            return Match.ambiguous(
                    List.of(), "not known: " + reader + ".match threw " + e + ". Fix the reader's match method");
        }
    }

    private <R extends Resource> Match<R> match(R resource) {
        ResourceReader<R> reader = plugins.readerOf(resource);
        Match<R> match = free(
                resource, Returned.by(reader, "match", reader.match(resource, destination, withWhatItNeeds(resource))));
        // Of several with one name the first may be made where nothing has that name; which one the others are,
        // only a person knows. What a person makes, nobody makes twice.
        return resource.key().isTwin()
                        && plugins.migrator(resource.key().type()).isPresent()
                        && match.kind() == Match.Kind.ABSENT
                        && !isBound(resource)
                        && !isFirstTwin(resource)
                ? Match.ambiguous(List.of(), "several of the source have this name")
                : match;
    }

    /** Of several without those to which lines or earlier runs bind another of the source: each is written by one only. */
    private <R extends Resource> Match<R> free(R resource, Match<R> match) {
        String type = resource.key().type();
        if (match.kind() != Match.Kind.AMBIGUOUS || plugins.migrator(type).isEmpty()) {
            return match;
        }
        Set<String> taken = bound.computeIfAbsent(type, this::boundTo);
        List<R> free = match.candidates().stream()
                .filter(each -> !taken.contains(each.id()))
                .toList();
        int left = match.candidates().size() - free.size();
        if (left == 0 || line(resource).isPresent()) {
            return match;
        }
        return free.isEmpty() && resource.key().isTwin()
                ? Match.absent(
                        "the others of the source with this name are bound to all that the destination has of it")
                : Match.ambiguous(
                        free,
                        match.how() + ", and " + left + " there with it " + (left == 1 ? "is" : "are")
                                + " bound to others of the source");
    }

    /** The ids of the destination to which something of the source is bound. */
    private Set<String> boundTo(String type) {
        return source.all(type).stream()
                .flatMap(each -> line(each).stream())
                .flatMap(line -> destination.byId(type, line.value()).stream())
                .map(Resource::id)
                .collect(Collectors.toSet());
    }

    /** What binds a resource, unwatched: that another one asks does not make it a line of use. */
    private Optional<Bound> line(Resource resource) {
        SlotType type = new SlotType(resource.key().type());
        Mapping unwatched = mapping.watchedBy(line -> {});
        return resource.key().isTwin()
                ? unwatched.find(type, resource.id())
                : unwatched.find(type, resource.id(), resource.key().name());
    }

    /**
     * The mapping, and below it what the resource needs was matched with: what hangs on another resource follows it,
     * however that was found. Only what itself needs nothing counts, so there is no circle.
     */
    private Mapping withWhatItNeeds(Resource resource) {
        Map<String, Binding> lines = new LinkedHashMap<>();
        needs(resource)
                .flatMap(reference -> source.find(reference.to()).stream())
                .filter(needed ->
                        !needed.id().isBlank() && needs(needed).findAny().isEmpty())
                .forEach(needed -> of(needed.key())
                        .found()
                        .map(Resource.class::cast)
                        .filter(there -> !there.id().isBlank())
                        .ifPresent(there -> lines.putIfAbsent(
                                needed.key().type() + " "
                                        + SiteAddress.canonical(needed.id()).toLowerCase(Locale.ROOT),
                                new Binding(new SlotType(needed.key().type()), needed.id(), there.id()))));
        return lines.isEmpty() ? mapping : mapping.over(Mapping.of(List.copyOf(lines.values())));
    }

    private static Stream<Reference> needs(Resource resource) {
        return resource.references().stream().filter(reference -> reference.kind() == Reference.Kind.NEEDS);
    }

    private boolean isBound(Resource resource) {
        return mapping.find(new SlotType(resource.key().type()), resource.id()).isPresent();
    }

    private boolean isFirstTwin(Resource resource) {
        return source.named(resource.key()).get(0).key().equals(resource.key());
    }

    /** The resource of the destination that one of the source is. */
    public Optional<Resource> counterpart(ResourceKey key) {
        return of(key).found().map(Resource.class::cast);
    }
}
