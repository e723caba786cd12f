package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.facts.DocumentScan;
import io.powermigrate.canvas.json.Edits;
import io.powermigrate.canvas.reading.Limit;
import io.powermigrate.canvas.reading.OpenedDocument;
import io.powermigrate.internal.zip.Archive;
import io.powermigrate.internal.zip.ArchiveEntry;
import io.powermigrate.internal.zip.EntryName;
import io.powermigrate.internal.zip.EntryStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What still names the source in a rebound document: values that the rebinding has nothing for, and places of any entry in which a value
 * stands though it was bound.
 *
 * @param scan of the document as it was
 * @param names the data sources that got another name
 * @param unread what could not be changed
 */
record Leftovers(RebindingValues rebinding, DocumentScan scan, List<String> names, List<UnboundValue> unread) {

    /** Never read: what matters is whether something is found. */
    private static final String NOWHERE = "https://nowhere.invalid";

    private static final int SHORTEST = 8;

    List<UnboundValue> in(OpenedDocument source, Map<String, EntryEdits> revisions) {
        List<OriginValue> values = Stream.of(
                        OriginValues.in(source, scan.facts()), OriginValues.ofTexts(source.reading(), scan))
                .flatMap(List::stream)
                .toList();
        Set<UnboundValue> left = new LinkedHashSet<>();
        Settlement settlement = new Settlement(rebinding);
        values.stream()
                .filter(value -> !settlement.settles(value))
                .forEach(value -> left.add(new UnboundValue(value.tie(), value.words())));
        rebinding.all(ValueKind.NAME).keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> left.add(new UnboundValue(OriginReference.NAME, name)));
        left.addAll(unread);
        left.addAll(stillThere(source, revisions, values));
        return List.copyOf(left);
    }

    private List<UnboundValue> stillThere(
            OpenedDocument source, Map<String, EntryEdits> revisions, List<OriginValue> values) {
        Map<String, OriginReference> bound = new LinkedHashMap<>();
        values.stream()
                .filter(value -> new Settlement(rebinding).settles(value) && isLookedFor(value))
                .forEach(value -> bound.putIfAbsent(ValueKey.of(value.value()), value.tie()));
        Substitution watch = Substitution.of(watched(bound), false);
        return watch.isEmpty()
                ? List.of()
                : source.use(archive -> {
                    List<UnboundValue> found = new ArrayList<>();
                    for (ArchiveEntry entry : archive.entries()) {
                        if (isText(entry.key())
                                && entry.size() > source.reading().limit(Limit.CHANGED)) {
                            found.add(new UnboundValue(
                                    OriginReference.LIST_METADATA,
                                    entry.key().path() + " was not looked through, because it is too large"));
                        } else if (isText(entry.key())) {
                            Map<String, Integer> places = places(watch, content(archive, entry, revisions));
                            places.forEach((value, count) -> found.add(new UnboundValue(
                                    bound.getOrDefault(value, OriginReference.LIST_METADATA),
                                    value + ", still in " + entry.key().path() + ", places: " + count)));
                        }
                    }
                    return found;
                });
    }

    /** But not what values of the destination hold too, as where a site moves below itself. */
    private Map<String, String> watched(Map<String, OriginReference> bound) {
        Map<String, String> watched = new LinkedHashMap<>();
        bound.keySet().forEach(value -> watched.put(value, NOWHERE));
        String targets = rebinding.targets().collect(Collectors.joining("\n"));
        places(Substitution.of(watched, false), targets.getBytes(StandardCharsets.UTF_8))
                .keySet()
                .forEach(value -> watched.keySet().remove(value));
        return watched;
    }

    /** A short name could stand for anything. */
    private static boolean isLookedFor(OriginValue value) {
        return switch (value.tie()) {
            case SITE, LIST, FLOW, DATAVERSE_INSTANCE, LIST_METADATA -> true;
            case DATASET -> value.value().length() >= SHORTEST;
            default -> false;
        };
    }

    private static boolean isText(EntryName name) {
        return Stream.of(".json", ".sarif", ".yaml").anyMatch(name.folded()::endsWith)
                && !name.folded().equals("checksum.json");
    }

    private static Map<String, Integer> places(Substitution watch, byte[] text) {
        Map<String, Integer> places = new LinkedHashMap<>();
        watch.in(
                new TextRegion(text, 0, text.length),
                Spelling.Context.JSON,
                new Edits(),
                found -> places.merge(found.from(), 1, Integer::sum));
        return places;
    }

    private static byte[] content(Archive archive, ArchiveEntry entry, Map<String, EntryEdits> revisions)
            throws IOException {
        EntryEdits revision = revisions.get(entry.name());
        if (revision == null) {
            try (EntryStream bytes = archive.again(entry)) {
                return bytes.content();
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        revision.writeTo(bytes, archive);
        return bytes.toByteArray();
    }
}
