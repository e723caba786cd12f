package io.powermigrate.canvas.requirements;

import io.powermigrate.canvas.facts.DocumentScan;
import io.powermigrate.canvas.formula.Role;
import io.powermigrate.canvas.json.JsonCursor;
import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.canvas.usage.FormulaFacts;
import io.powermigrate.canvas.usage.FormulaScan;
import io.powermigrate.canvas.usage.FormulaSource;
import io.powermigrate.canvas.usage.Formulas;
import io.powermigrate.canvas.usage.PlacedUse;
import io.powermigrate.internal.zip.Archive;
import io.powermigrate.internal.zip.ArchiveEntry;
import io.powermigrate.internal.zip.EntryStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads what has to be known of a document to say whether it will work elsewhere. */
public final class RequirementsScan {

    private final Reading reading;
    private final Archive archive;
    private final DocumentScan scan;
    private final ErrorPlaces errors;

    public RequirementsScan(Reading reading, Archive archive, DocumentScan scan) {
        this.reading = reading.again();
        this.archive = archive;
        this.scan = scan;
        this.errors = new ErrorPlaces(scan.facts().studioErrors());
    }

    public CompileFacts read() throws IOException {
        MembersReader members = new MembersReader();
        List<CompileFacts.Media> media = new ArrayList<>();
        for (ArchiveEntry entry : archive.entries()) {
            switch (entry.key().folded()) {
                case "references/datasources.json" -> read(entry, json -> members.read(json, "DataSources"));
                case "entities.json" -> read(entry, json -> members.read(json, "Entities"));
                case "references/resources.json" -> read(entry, json -> MediaReader.read(json, media));
                default -> {}
            }
        }
        ColumnPlaces columns = new ColumnPlaces(members.names());
        LiteralScan literals = new LiteralScan(new Formulas(reading), columns);
        FormulaScan.formulas(scan, literals::look);
        FormulaFacts formulas = new FormulaScan(reading, archive, scan).facts();
        List<Requirement> needs = new Requirements(reading, scan.facts(), members, literals.names()).all();
        List<Use> uses = uses(formulas);
        return new CompileFacts(needs, uses, literals.found(), media, columns.of(needs, members, uses));
    }

    /** Copies of component definitions are not run: they repeat what stands in the component. */
    private List<Use> uses(FormulaFacts formulas) {
        return formulas.references()
                .filter(use -> use.place().source() != FormulaSource.COMPONENT_COPY)
                .map(this::use)
                .toList();
    }

    private Use use(PlacedUse placed) {
        boolean sure = placed.use().role() == Role.REFERENCE;
        boolean broken = errors.any(placed);
        return new Use(
                placed.use().name(),
                sure,
                broken,
                FormulaPlaces.of(
                        placed.place(),
                        placed.excerpt(),
                        placed.use().offset(),
                        placed.use().length()));
    }

    private void read(ArchiveEntry entry, Consumer<JsonCursor> reader) throws IOException {
        try (EntryStream bytes = archive.again(entry);
                JsonCursor json = JsonCursor.over(reading, entry.key().path(), bytes)) {
            reader.accept(json);
            json.finish();
        }
    }
}
