package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.facts.CanvasFacts;
import io.powermigrate.canvas.facts.DocumentScan;
import io.powermigrate.canvas.facts.FactsReader;
import io.powermigrate.canvas.facts.FlowIds;
import io.powermigrate.canvas.formula.Symbols;
import io.powermigrate.canvas.json.Edits;
import io.powermigrate.canvas.json.EqualMembers;
import io.powermigrate.canvas.json.JsonEditor;
import io.powermigrate.canvas.reading.EntryKind;
import io.powermigrate.canvas.reading.Limit;
import io.powermigrate.canvas.reading.OpenedDocument;
import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.canvas.usage.FormulaScan;
import io.powermigrate.canvas.usage.Formulas;
import io.powermigrate.internal.zip.Archive;
import io.powermigrate.internal.zip.ArchiveEntry;
import io.powermigrate.internal.zip.EntryName;
import io.powermigrate.internal.zip.EntryStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Finds what a rebinding changes in a document, one entry at a time; keeps the edits, not the texts. For one thread. */
public final class DocumentRebinder {

    private final Reading reading;
    private final Archive archive;
    private final DocumentScan scan;
    private final RebindingValues rebinding;
    private final ValueMapper destination;
    private final Substitution substitution;
    private final FormulaEditor formulas;
    private final Map<String, Walker> walkers = Map.of(
            "properties.json", this::properties,
            "entities.json", this::entities,
            "references/datasources.json", this::dataSources,
            "references/qualifiedvalues.json", this::qualifiedValues,
            "references/namedvalues.json", this::namedValues,
            "references/auxdatamap.json", this::auxDataMap,
            "custompagesmetadata.json", this::pages);
    private final ChangeNotes notes = new ChangeNotes();

    DocumentRebinder(Reading reading, Archive archive, DocumentScan scan, RebindingValues said) throws IOException {
        this.reading = reading;
        this.archive = archive;
        this.scan = scan;
        CanvasFacts facts = scan.facts();
        this.rebinding = said.knowing(new FlowIds(facts.dataSources(), facts.connectionReferences()).others());
        this.destination = new ValueMapper(rebinding, facts);
        this.substitution = BoundPatterns.of(rebinding);
        Map<String, String> texts = said.all(ValueKind.FORMULA_TEXT);
        this.formulas = new FormulaEditor(new Formulas(reading), symbols(texts), destination.names(), texts);
    }

    public static RebindResult rebound(OpenedDocument document, DocumentScan scan, Rebinding rebinding) {
        return document.use(archive -> {
            DocumentRebinder rebinder = new DocumentRebinder(document.reading(), archive, scan, rebinding.values());
            Map<String, EntryEdits> revisions = rebinding.values().isNone() ? Map.of() : rebinder.revisions();
            return new RebindResult(document, revisions, rebinder.changes(), rebinder.unbound());
        });
    }

    private Symbols symbols(Map<String, String> texts) throws IOException {
        boolean none = destination.names().isEmpty() && texts.isEmpty();
        return none
                ? Symbols.none()
                : new FormulaScan(reading, archive, scan).facts().symbols();
    }

    /** What changes, by name of the entry. */
    Map<String, EntryEdits> revisions() throws IOException {
        Map<String, EntryEdits> changed = new LinkedHashMap<>();
        for (ArchiveEntry entry : archive.entries()) {
            if (mayChange(entry.key())) {
                byte[] text = content(entry);
                Edits edits = edits(entry.key(), text);
                if (!edits.isEmpty()) {
                    checkCount(entry, edits);
                    changed.put(entry.name(), new EntryEdits(entry, edits, text));
                }
            }
        }
        return changed;
    }

    private void checkCount(ArchiveEntry entry, Edits edits) {
        if (edits.count() > reading.limit(Limit.EDITS)) {
            throw reading.entryBeyond(entry.name(), "has " + edits.count() + " pieces to replace", Limit.EDITS);
        }
    }

    private boolean mayChange(EntryName name) {
        boolean controls = EntryKind.isControl(name);
        return walkers.containsKey(name.folded())
                || controls && rebinding.has(ValueKind.LIBRARY)
                || !formulas.isEmpty() && (controls || isSource(name));
    }

    private static boolean isSource(EntryName name) {
        return name.folded().endsWith(".pa.yaml");
    }

    /** Most controls and sources hold no name that changes, which a look at their bytes tells. */
    private Edits edits(EntryName name, byte[] text) {
        EntryEditor places = new EntryEditor(name.path(), destination, substitution, notes, rebinding.dropsSecrets());
        Walker walker = walkers.get(name.folded());
        if (walker != null) {
            Edits edits = edits(name, text, json -> walker.walk(json, places));
            return EqualMembers.settled(reading, name.path(), text, edits);
        }
        if (!formulas.mayChange(text) && !rebinding.has(ValueKind.LIBRARY)) {
            return new Edits();
        }
        return isSource(name) ? yaml(text, places) : edits(name, text, new ControlsRebinder(places, formulas)::value);
    }

    /** What the facts were read from is JSON. */
    private Edits edits(EntryName name, byte[] text, Consumer<JsonEditor> walker) {
        return FactsReader.reads(name)
                ? JsonEditor.editsOfRead(reading, name.path(), text, walker)
                : JsonEditor.edits(reading, name.path(), text, walker);
    }

    private Edits yaml(byte[] text, EntryEditor places) {
        PaYaml yaml = PaYaml.of(places.entry(), text, formulas);
        if (yaml.strange().size() > reading.limit(Limit.PLACES)) {
            throw reading.entryBeyond(
                    places.entry(), "has more lines that are spelled as Studio never does", Limit.PLACES);
        }
        places.source(yaml);
        Edits edits = new Edits();
        if (!yaml.changed().isEmpty()) {
            edits.add(0, text.length, yaml.bytes());
        }
        return edits;
    }

    /** What {@link #revisions} changed, in words. */
    List<DocumentChange> changes() {
        return notes.changes();
    }

    /** Tells what still names the source after {@link #revisions}; it reads the document again when it is asked. */
    Leftovers unbound() {
        return new Leftovers(rebinding, scan, List.copyOf(destination.names().keySet()), List.copyOf(notes.unread()));
    }

    /** The whole entry: its text is held in memory, and what it becomes of a source too. */
    private byte[] content(ArchiveEntry entry) throws IOException {
        Limit limit = isSource(entry.key()) ? Limit.SOURCE : Limit.CHANGED;
        if (entry.size() > reading.limit(limit)) {
            throw reading.entryBeyond(entry.name(), "holds " + entry.size() + " bytes", limit);
        }
        try (EntryStream bytes = archive.open(entry)) {
            return bytes.content();
        }
    }

    private void properties(JsonEditor json, EntryEditor places) {
        new PropertiesRebinder(places).entry(json);
    }

    private void dataSources(JsonEditor json, EntryEditor places) {
        sources(places).entry(json);
    }

    private void entities(JsonEditor json, EntryEditor places) {
        sources(places).entities(json);
    }

    private DataSourcesRebinder sources(EntryEditor places) {
        return new DataSourcesRebinder(
                places, rebinding, formulas.isEmpty() ? null : new ControlsRebinder(places, formulas));
    }

    private void pages(JsonEditor json, EntryEditor places) {
        json.members(page -> places.name(json, OriginReference.PAGE, destination::page));
    }

    /** The name of a data source once bare and once as a formula; what else is there names columns and controls. */
    private void auxDataMap(JsonEditor json, EntryEditor places) {
        ControlsRebinder controls = new ControlsRebinder(places, formulas);
        json.members(map -> json.nested(
                map,
                inside -> inside.members(member -> {
                    switch (member) {
                        case "%DataSourceName.AFD%" -> places.value(inside, OriginReference.NAME, destination::name);
                        case "%DataSourceValue.AFD%" -> controls.formula(inside);
                        default -> {}
                    }
                })));
    }

    private void qualifiedValues(JsonEditor json, EntryEditor places) {
        json.members(list -> json.elements(() -> json.members(member -> {
            switch (member) {
                case "Kind" -> places.value(json, OriginReference.TABLE, destination::datasetAndTable);
                case "Values" -> json.members(form -> places.value(json, OriginReference.FORM, destination::form));
                default -> {}
            }
        })));
    }

    private void namedValues(JsonEditor json, EntryEditor places) {
        json.members(list -> json.elements(() -> json.members(member -> {
            if (member.equals("Value")) {
                places.value(json, OriginReference.PAGE, destination::page);
            }
        })));
    }

    /** Walks over one kind of entry. */
    @FunctionalInterface
    private interface Walker {
        void walk(JsonEditor json, EntryEditor places);
    }
}
