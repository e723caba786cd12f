package io.powermigrate.drift;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.page.PageFile;
import io.powermigrate.internal.page.text.TextPage;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Depth;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.page.Page;
import io.powermigrate.page.TextStyle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is otherwise in a later inventory of an environment than in an earlier one: its drift. A resource is the same one if
 * it has the same type and id, whatever it is called. Immutable, pure.
 *
 * <pre>{@code
 * Inventory before = Inventory.read(Path.of("prod-monday.json"), types);
 * InventoryDiff drift = InventoryDiff.between(before, Migration.from(prod).inventory(workspace, plugin));
 * System.out.println(drift.toText());
 * drift.writeTo(Path.of("drift.html"));
 * }</pre>
 *
 * @param from the name of the environment in the earlier one
 * @param to its name in the later one
 * @param coverage types of which the two lists do not show as much: what is new or gone of them may only be seen or unseen
 * @param lines what is otherwise, sorted by type and name
 */
public record InventoryDiff(String from, String to, List<Listing> coverage, List<Line> lines) {

    /** How a resource differs. */
    public enum Kind {
        /** The earlier inventory does not hold it. */
        NEW,
        /** The later inventory does not hold it. */
        GONE,
        /** Both hold it, and it is not the same. */
        CHANGED,
        /** Both hold it, and at least one of them was not read as deep as it takes to compare. */
        NOT_COMPARED
    }

    /**
     * One resource.
     *
     * @param kind how it differs
     * @param key what it is called in the later inventory that holds it
     * @param id its id
     * @param what what differs, in words; empty for what is new or gone
     */
    public record Line(Kind kind, ResourceKey key, String id, List<String> what) {

        public Line {
            what = List.copyOf(what);
        }

        /** For people. */
        @Override
        public String toString() {
            return Shown.value(kind + " " + key + (what.isEmpty() ? "" : ": " + String.join("; ", what)));
        }
    }

    /**
     * A type that is not listed as it was.
     *
     * @param type the name of the type
     * @param before how much of it was seen; {@code not read} where it was not asked for
     * @param now how much of it is seen
     */
    public record Listing(String type, String before, String now) {

        /** For people. */
        @Override
        public String toString() {
            return Shown.value(type + " was " + before + " and is " + now);
        }
    }

    public InventoryDiff {
        coverage = List.copyOf(coverage);
        lines = List.copyOf(lines);
    }

    private record Id(String type, String id) {

        static Id of(Resource resource) {
            return new Id(resource.key().type(), resource.id());
        }
    }

    /** What is otherwise in the second one. */
    public static InventoryDiff between(Inventory before, Inventory now) {
        Map<Id, Resource> left = new HashMap<>();
        before.all().forEach(each -> left.put(Id.of(each), each));
        List<Line> lines = new ArrayList<>();
        for (Resource each : now.all()) {
            Resource earlier = left.remove(Id.of(each));
            if (earlier == null) {
                lines.add(new Line(Kind.NEW, each.key(), each.id(), List.of()));
            } else {
                line(earlier, each).ifPresent(lines::add);
            }
        }
        left.values().forEach(gone -> lines.add(new Line(Kind.GONE, gone.key(), gone.id(), List.of())));
        lines.sort(Comparator.comparing(Line::key).thenComparing(Line::id));
        return new InventoryDiff(before.name(), now.name(), listings(before, now), lines);
    }

    private static List<Listing> listings(Inventory before, Inventory now) {
        Set<String> types = new TreeSet<>(before.coverage().keySet());
        types.addAll(now.coverage().keySet());
        return types.stream()
                .map(type -> new Listing(type, state(before, type), state(now, type)))
                .filter(each -> !each.before().equals(each.now()))
                .toList();
    }

    private static String state(Inventory inventory, String type) {
        return inventory.coverage(type).map(coverage -> coverage.state().name()).orElse("not read");
    }

    private static Optional<Line> line(Resource before, Resource now) {
        List<String> what = new ArrayList<>();
        if (!before.displayName().equals(now.displayName())) {
            what.add("it was called " + Shown.name(before.displayName()));
        }
        boolean comparable = before.isFetched() && now.isFetched();
        if (comparable && !before.fingerprint().equals(now.fingerprint())) {
            what.addAll(differing(before, now));
        }
        if (!what.isEmpty()) {
            return Optional.of(new Line(Kind.CHANGED, now.key(), now.id(), what));
        }
        return comparable || (Depth.isListed(before) && Depth.isListed(now) && sameContent(before, now))
                ? Optional.empty()
                : Optional.of(new Line(
                        Kind.NOT_COMPARED,
                        now.key(),
                        now.id(),
                        List.of(
                                before.isFetched()
                                        ? "its details were not read now"
                                        : "its details were not read before")));
    }

    private static boolean sameContent(Resource before, Resource now) {
        return before.content().equals(now.content());
    }

    /** Which parts of it; never what they hold, which may be long or secret. */
    private static List<String> differing(Resource before, Resource now) {
        Map<String, Document> left = before.content().members();
        Map<String, Document> right = now.content().members();
        Set<String> names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        List<String> members = names.stream()
                .filter(name -> !Objects.equals(left.get(name), right.get(name)))
                .map(Shown::name)
                .toList();
        Stream<String> parts = Stream.of(
                        members.isEmpty() ? "" : "its " + String.join(", ", members),
                        before.artifacts().equals(now.artifacts()) ? "" : "its files",
                        before.references().equals(now.references()) ? "" : "what it refers to",
                        before.slots().equals(now.slots()) ? "" : "its slots")
                .filter(part -> !part.isEmpty());
        List<String> told = parts.toList();
        return told.isEmpty() ? List.of("what it holds") : told;
    }

    /** Whether nothing is otherwise. */
    public boolean isEmpty() {
        return coverage.isEmpty() && lines.isEmpty();
    }

    /** What people read of it, without any format. */
    public Page page() {
        return new DriftPage(this).page();
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
                : count(Kind.NEW) + " new, " + count(Kind.GONE) + " gone, " + count(Kind.CHANGED) + " changed, "
                        + count(Kind.NOT_COMPARED) + " not compared";
    }

    long count(Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).count();
    }

    /** In one line: of what, and how much. */
    @Override
    public String toString() {
        return Shown.value("InventoryDiff of " + to + ": " + counts());
    }
}
