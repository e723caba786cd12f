package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.facts.CanvasAppEntry;
import io.powermigrate.cds.solution.facts.PackageFile;
import io.powermigrate.cds.solution.input.PackageFiles;
import io.powermigrate.cds.solution.input.Taken;
import io.powermigrate.cds.solution.input.XmlCursor;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.util.List;
import java.util.Optional;

/** Reads a {@code CanvasApp} (wire/dataverse.md, section 6.8). */
final class CanvasAppReader {

    private final PackageFiles files;
    private final Taken taken;

    CanvasAppReader(PackageFiles files, Taken taken) {
        this.files = files;
        this.taken = taken;
    }

    CanvasAppEntry read(XmlCursor xml) {
        Fields fields = Fields.read(
                xml,
                "Name",
                "DisplayName",
                "AppVersion",
                "CanvasAppType",
                "DocumentUri",
                "ConnectionReferences",
                "DatabaseReferences");
        String name = fields.text("Name", "");
        Document databases = json(name, fields, "DatabaseReferences");
        String document = fields.text("DocumentUri");
        return new CanvasAppEntry(
                name,
                fields.text("DisplayName", ""),
                fields.text("AppVersion"),
                fields.text("CanvasAppType"),
                document,
                Optional.ofNullable(document)
                        .flatMap(files::find)
                        .map(PackageFile::bytes)
                        .orElse(null),
                connectors(json(name, fields, "ConnectionReferences")),
                tables(databases),
                databases.members().size());
    }

    private static List<String> connectors(Document references) {
        return references.members().values().stream()
                .map(reference -> reference.text("id").orElse(""))
                .toList();
    }

    private static List<String> tables(Document databases) {
        return databases.members().values().stream()
                .flatMap(database -> database.at("dataSources").members().values().stream())
                .flatMap(table -> table.text("logicalName").stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Document json(String app, Fields fields, String name) {
        String text = fields.text(name, "{}");
        try {
            return Document.parse(text);
        } catch (MigrationException damaged) {
            throw taken.refusals()
                    .refused(
                            "the " + name + " of its canvas app '" + Shown.name(app) + "' are no JSON",
                            "Export the package again",
                            damaged);
        }
    }
}
