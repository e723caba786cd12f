package io.powermigrate.canvas;

import io.powermigrate.canvas.formula.Symbols;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a rebinding changes in a document, one entry at a time; keeps the edits, not the texts. For one thread. */
final class DocumentRebinder {

    private final Reading reading;
    private final Archive archive;
    private final CanvasFacts facts;
    private final Rebinding rebinding;
    private final Destination destination;
    private final Substitution substitution;
    private final FormulaEditor formulas;
    private final ChangeNotes notes = new ChangeNotes();

    DocumentRebinder(Reading reading, Archive archive, CanvasFacts facts, Rebinding rebinding) throws IOException {
        this.reading = reading;
        this.archive = archive;
        this.facts = facts;
        this.rebinding = rebinding;
        this.destination = new Destination(rebinding, facts);
        this.substitution = Substitution.of(rebinding);
        Map<String, String> texts = rebinding.all(Rebinding.Kind.FORMULA_TEXT);
        this.formulas = new FormulaEditor(symbols(texts), destination.names(), texts);
    }

    private Symbols symbols(Map<String, String> texts) throws IOException {
        boolean none = destination.names().isEmpty() && texts.isEmpty();
        return none ? Symbols.none() : new FormulaScan(reading, archive).facts().symbols();
    }

    /** Edits by name of the entry. */
    Map<String, Edits> edits() throws IOException {
        Map<String, Edits> changed = new LinkedHashMap<>();
        for (ArchiveEntry entry : archive.entries()) {
            Places places = new Places(entry.key().path(), destination, substitution, notes, rebinding.dropsSecrets());
            Edits edits = edits(entry, places);
            if (!edits.isEmpty()) {
                changed.put(entry.name(), edits);
            }
        }
        return changed;
    }

    private Edits edits(ArchiveEntry entry, Places places) throws IOException {
        Consumer<JsonEditor> walker = walker(entry.key(), places);
        if (walker != null) {
            return JsonEditor.edits(reading, entry.key().path(), content(entry), walker);
        }
        if (formulas.isEmpty() && !rebinding.has(Rebinding.Kind.LIBRARY)) {
            return new Edits();
        }
        if (FactsReader.holdsControls(entry.key())) {
            return controls(entry, places);
        }
        boolean yaml = entry.key().folded().endsWith(".pa.yaml");
        return yaml && !formulas.isEmpty() ? yaml(entry, places) : new Edits();
    }

    /** Most entries hold no name that changes, which a look at their bytes tells. */
    private Edits controls(ArchiveEntry entry, Places places) throws IOException {
        byte[] content = content(entry);
        return rebinding.has(Rebinding.Kind.LIBRARY) || formulas.mayChange(content)
                ? JsonEditor.edits(reading, entry.key().path(), content, new ControlsRebinder(places, formulas)::value)
                : new Edits();
    }

    private Edits yaml(ArchiveEntry entry, Places places) throws IOException {
        byte[] content = content(entry);
        Edits edits = new Edits();
        if (formulas.mayChange(content)) {
            PaYaml yaml = PaYaml.of(content, formulas);
            places.source(yaml);
            if (yaml.changed() > 0) {
                edits.add(0, content.length, yaml.bytes());
            }
        }
        return edits;
    }

    /** What {@link #edits} changed, in words. */
    List<Rebound.Change> changes() {
        return notes.changes();
    }

    /** What still names the origin after {@link #edits}. */
    List<Rebound.Unbound> unbound() {
        return Stream.concat(UnboundTies.of(facts, rebinding).stream(), notes.unread().stream())
                .toList();
    }

    private byte[] content(ArchiveEntry entry) throws IOException {
        try (EntryStream bytes = archive.open(entry)) {
            return bytes.readAllBytes();
        }
    }

    private @Nullable Consumer<JsonEditor> walker(EntryName name, Places places) {
        ControlsRebinder schemas = formulas.isEmpty() ? null : new ControlsRebinder(places, formulas);
        return switch (name.folded()) {
            case "properties.json" -> new PropertiesRebinder(places)::entry;
            case "references/datasources.json" -> new DataSourcesRebinder(places, rebinding, schemas)::entry;
            case "entities.json" -> new DataSourcesRebinder(places, rebinding, schemas)::entities;
            case "references/auxdatamap.json" -> json -> auxDataMap(json, places);
            case "references/qualifiedvalues.json" -> json -> qualifiedValues(json, places);
            case "references/namedvalues.json" -> json -> namedValues(json, places);
            case "custompagesmetadata.json" ->
                json -> json.members(page -> places.name(json, Tie.PAGE, destination::page));
            default -> null;
        };
    }

    /** The name of a data source once bare and once as a formula; what else is there names columns and controls. */
    private void auxDataMap(JsonEditor json, Places places) {
        ControlsRebinder controls = new ControlsRebinder(places, formulas);
        json.members(map -> json.nested(
                map,
                inside -> inside.members(member -> {
                    switch (member) {
                        case "%DataSourceName.AFD%" -> places.value(inside, Tie.NAME, destination::name);
                        case "%DataSourceValue.AFD%" -> controls.formula(inside);
                        default -> {}
                    }
                })));
    }

    private void qualifiedValues(JsonEditor json, Places places) {
        json.members(list -> json.elements(() -> json.members(member -> {
            switch (member) {
                case "Kind" -> places.value(json, Tie.TABLE, destination::datasetAndTable);
                case "Values" -> json.members(form -> places.value(json, Tie.FORM, destination::form));
                default -> {}
            }
        })));
    }

    private void namedValues(JsonEditor json, Places places) {
        json.members(list -> json.elements(() -> json.members(member -> {
            if (member.equals("Value")) {
                places.value(json, Tie.PAGE, destination::page);
            }
        })));
    }
}
