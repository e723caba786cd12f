package io.powermigrate.canvas;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds what a rebinding changes in a document, one entry at a time; keeps the edits, not the texts. For one thread. */
final class DocumentRebinder {

    private final Reading reading;
    private final Archive archive;
    private final CanvasFacts facts;
    private final Rebinding rebinding;
    private final Destination destination;
    private final Substitution substitution;
    private final ChangeNotes notes = new ChangeNotes();

    DocumentRebinder(Reading reading, Archive archive, CanvasFacts facts, Rebinding rebinding) {
        this.reading = reading;
        this.archive = archive;
        this.facts = facts;
        this.rebinding = rebinding;
        this.destination = new Destination(rebinding, facts);
        this.substitution = Substitution.of(rebinding);
    }

    /** Edits by name of the entry. */
    Map<String, Edits> edits() throws IOException {
        Map<String, Edits> changed = new LinkedHashMap<>();
        for (ArchiveEntry entry : archive.entries()) {
            Consumer<JsonEditor> walker = walker(entry.key());
            if (walker != null) {
                Edits edits = JsonEditor.edits(reading, entry.key().path(), content(entry), walker);
                if (!edits.isEmpty()) {
                    changed.put(entry.name(), edits);
                }
            }
        }
        return changed;
    }

    /** What {@link #edits} changed, in words. */
    List<Rebound.Change> changes() {
        return notes.changes();
    }

    private byte[] content(ArchiveEntry entry) throws IOException {
        try (EntryStream bytes = archive.open(entry)) {
            return bytes.readAllBytes();
        }
    }

    private @Nullable Consumer<JsonEditor> walker(EntryName name) {
        Places places = new Places(name.path(), destination, substitution, notes, rebinding.dropsSecrets());
        return switch (name.folded()) {
            case "properties.json" -> new PropertiesRebinder(places)::entry;
            case "references/datasources.json" -> new DataSourcesRebinder(places, rebinding)::entry;
            case "references/qualifiedvalues.json" -> json -> qualifiedValues(json, places);
            case "references/namedvalues.json" -> json -> namedValues(json, places);
            case "custompagesmetadata.json" ->
                json -> json.members(page -> places.name(json, Tie.PAGE, destination::page));
            default -> null;
        };
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
