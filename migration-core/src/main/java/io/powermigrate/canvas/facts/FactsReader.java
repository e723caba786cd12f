package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;
import io.powermigrate.canvas.json.MalformedJson;
import io.powermigrate.canvas.normalform.NormalForm;
import io.powermigrate.canvas.reading.EntryKind;
import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.internal.zip.Archive;
import io.powermigrate.internal.zip.ArchiveEntry;
import io.powermigrate.internal.zip.EntryName;
import io.powermigrate.internal.zip.EntryStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Reads a document's facts, entry by entry, in one pass. The table says where an entry's facts are read; what it does not name is
 * tokenized if it is JSON (to find repeated names), else only inflated (to check and count it).
 */
public final class FactsReader {

    private static final Map<String, BiConsumer<JsonCursor, FactsDraft>> READERS = Map.of(
            "header.json",
            (json, draft) -> draft.header = Header.read(json),
            "properties.json",
            PropertiesReader::read,
            "publishinfo.json",
            (json, draft) -> draft.publishInfo = PublishInfo.read(json),
            "resources/publishinfo.json",
            (json, draft) -> draft.publishInfo = PublishInfo.read(json),
            "references/datasources.json",
            DataSourceReader::readAll,
            "references/resources.json",
            ResourcesReader::read,
            "references/namedvalues.json",
            NamedValuesReader::read,
            "entities.json",
            EntitiesReader::read,
            "appcheckerresult.sarif",
            (json, draft) -> draft.studioErrors = SarifResult.readErrors(json),
            "checksum.json",
            (json, draft) -> draft.checksum = Checksum.read(json));

    private final Reading reading;
    private final Archive archive;
    private final FactsDraft draft = new FactsDraft();

    public FactsReader(Reading reading, Archive archive) {
        this.reading = reading.again();
        this.archive = archive;
    }

    /** Whether facts are read from it: then a document whose entry is no JSON was refused. */
    public static boolean reads(EntryName name) {
        return reader(name).isPresent();
    }

    public DocumentScan read() throws IOException {
        for (ArchiveEntry entry : archive.entries()) {
            try (EntryStream bytes = archive.open(entry)) {
                if (EntryKind.isJson(entry.key())) {
                    json(entry, bytes);
                }
                bytes.drain();
            }
        }
        Header header = draft.header;
        if (header == null) {
            throw reading.refused(
                    "it holds no Header.json, so it is no canvas document",
                    "Give the .msapp itself; a package or solution holds it inside");
        }
        return new DocumentScan(facts(header), draft.controls.trees(), draft.sources);
    }

    private void json(ArchiveEntry entry, EntryStream bytes) throws IOException {
        Optional<BiConsumer<JsonCursor, FactsDraft>> reader = reader(entry.key());
        try (JsonCursor json = JsonCursor.over(reading, entry.key().path(), bytes)) {
            reader.ifPresent(known -> known.accept(json, draft));
            json.finish();
            if (json.objectsWithRepeatedNames() > 0) {
                draft.repeatedNames.put(entry.key().path(), json.objectsWithRepeatedNames());
                contradictions(entry);
            }
        } catch (MalformedJson broken) {
            if (reader.isPresent()) {
                throw broken;
            }
        }
    }

    private static Optional<BiConsumer<JsonCursor, FactsDraft>> reader(EntryName name) {
        return EntryKind.isControl(name)
                ? Optional.of((json, draft) -> draft.controls.readEntry(name.path(), json))
                : Optional.ofNullable(READERS.get(name.folded()));
    }

    /** Real documents repeat a name with an equal value, by an error of the service; only different values are worth a word. */
    private void contradictions(ArchiveEntry entry) throws IOException {
        draft.contradictions.addAll(NormalForm.contradictions(reading, archive, entry));
    }

    private CanvasFacts facts(Header header) throws IOException {
        return new CanvasFacts(
                ArchiveFacts.of(archive),
                generation(),
                header,
                draft.properties,
                draft.publishInfo,
                draft.checksum,
                draft.dataSources,
                draft.connectionReferences,
                draft.databaseReferences,
                draft.libraryDependencies,
                draft.controls.facts(),
                draft.studioErrors,
                draft.bound.bound(draft.dataSources, draft.connectionReferences, draft.databaseReferences),
                draft.repeatedNames,
                draft.contradictions);
    }

    private Generation generation() {
        if (archive.entries().stream().anyMatch(entry -> entry.key().folded().equals("entities.json"))) {
            return Generation.ENTITIES;
        }
        boolean controls = archive.entries().stream().anyMatch(entry -> EntryKind.isControl(entry.key()));
        return controls ? Generation.CONTROLS : Generation.SOURCE;
    }
}
