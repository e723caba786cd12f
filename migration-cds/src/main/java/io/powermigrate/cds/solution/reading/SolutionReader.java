package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.facts.PackageContent;
import io.powermigrate.cds.solution.facts.PackageFile;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.facts.Workflow;
import io.powermigrate.cds.solution.facts.XmlFileFacts;
import io.powermigrate.cds.solution.input.PackageFiles;
import io.powermigrate.cds.solution.input.Refusals;
import io.powermigrate.cds.solution.input.Taken;
import io.powermigrate.cds.solution.input.XmlCursor;
import io.powermigrate.model.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a whole package, one file at a time. For one thread. */
public final class SolutionReader {

    private final Refusals refusals;
    private final PackageFiles files;
    private final XmlFiles xml;
    private final JsonFiles json;
    private final VariablesReader variables = new VariablesReader();
    private final ManifestReader manifest = new ManifestReader();
    private final CustomizationsReader customizations;
    private final List<XmlFileFacts> spellings = new ArrayList<>();

    public SolutionReader(Refusals refusals, PackageFiles files) {
        Taken taken = new Taken(refusals);
        this.refusals = refusals;
        this.files = files;
        this.xml = new XmlFiles(files, taken);
        this.json = new JsonFiles(files, taken);
        this.customizations = new CustomizationsReader(files, taken, variables);
    }

    /**
     * Reads it.
     *
     * @throws io.powermigrate.error.MigrationException when it is no solution package, damaged or beyond a limit
     */
    public SolutionFacts read() throws IOException {
        PackageFile manifestFile = required("solution.xml");
        PackageFile customizationsFile = required("customizations.xml");
        spelled(manifestFile, xml.read(manifestFile, manifest::root));
        if (!manifest.namesSolution()) {
            throw refusals.refused(
                    "its solution.xml names no solution (SolutionManifest, UniqueName)", "Export the package again");
        }
        XmlCursor read = xml.read(customizationsFile, customizations::root);
        spelled(customizationsFile, read);
        Optional<PackageFile> types = files.find("[Content_Types].xml");
        if (types.isPresent()) {
            spelled(types.get(), xml.read(types.get(), (cursor, root) -> {}));
        }
        variables.folders(files, json, xml);
        customizations.carried().folders(files.files());
        return new SolutionFacts(
                manifest.server(),
                manifest.manifest(),
                customizations.schema(),
                content(read),
                spellings,
                files.files());
    }

    private PackageFile required(String name) {
        return files.find(name).orElseThrow(() -> NoSolution.of(refusals, files.files(), name));
    }

    private void spelled(PackageFile file, XmlCursor read) {
        spellings.add(XmlFiles.facts(file, read));
    }

    private PackageContent content(XmlCursor read) throws IOException {
        return new PackageContent(
                workflows(),
                customizations.references(),
                variables.all(),
                customizations.apps(),
                customizations.connectors(),
                customizations.webResources(),
                customizations.carried().all(),
                customizations.languages(),
                List.copyOf(read.languages()),
                customizations.sections(),
                customizations.differences(),
                customizations.controls());
    }

    private List<Workflow> workflows() throws IOException {
        List<Workflow> complete = new ArrayList<>();
        for (Workflow workflow : customizations.workflows()) {
            Optional<PackageFile> file = Optional.ofNullable(workflow.file()).flatMap(files::find);
            complete.add(file.isPresent() ? WorkflowReader.with(workflow, properties(file.get())) : workflow);
        }
        return complete;
    }

    private Document properties(PackageFile file) throws IOException {
        return file.folded().endsWith(".json") ? json.read(file, "properties") : Document.missing();
    }
}
