package io.powermigrate.cds.solution.facts;

import io.powermigrate.internal.text.Shown;
import java.util.List;

/**
 * What a package holds beside its schema.
 *
 * @param workflows in their order
 * @param connectionReferences in their order
 * @param variables those of customizations.xml, then those of folders
 * @param canvasApps in their order
 * @param connectors in their order
 * @param webResources in their order
 * @param carried everything else by type, in the order of the package
 * @param languages codes of the languages that the package declares
 * @param labelLanguages codes of all languages that labels have, sorted
 * @param sections names of the sections of customizations.xml, in their order
 * @param differences whether site maps or apps are told as differences to be applied, as only managed packages do
 * @param controls names of the controls that forms use, sorted
 */
public record PackageContent(
        List<Workflow> workflows,
        List<ConnectionReference> connectionReferences,
        List<EnvironmentVariable> variables,
        List<CanvasAppEntry> canvasApps,
        List<CustomConnector> connectors,
        List<WebResource> webResources,
        List<CarriedComponents> carried,
        List<String> languages,
        List<String> labelLanguages,
        List<String> sections,
        boolean differences,
        List<String> controls) {

    /** Copies what it is given. */
    public PackageContent {
        workflows = List.copyOf(workflows);
        connectionReferences = List.copyOf(connectionReferences);
        variables = List.copyOf(variables);
        canvasApps = List.copyOf(canvasApps);
        connectors = List.copyOf(connectors);
        webResources = List.copyOf(webResources);
        carried = List.copyOf(carried);
        languages = List.copyOf(languages);
        labelLanguages = List.copyOf(labelLanguages);
        sections = List.copyOf(sections);
        controls = List.copyOf(controls);
    }

    /** The same with other variables. */
    PackageContent withVariables(List<EnvironmentVariable> others) {
        return new PackageContent(
                workflows,
                connectionReferences,
                others,
                canvasApps,
                connectors,
                webResources,
                carried,
                languages,
                labelLanguages,
                sections,
                differences,
                controls);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
