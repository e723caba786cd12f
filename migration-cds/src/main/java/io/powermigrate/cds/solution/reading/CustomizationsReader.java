package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.facts.CanvasAppEntry;
import io.powermigrate.cds.solution.facts.ConnectionReference;
import io.powermigrate.cds.solution.facts.CustomConnector;
import io.powermigrate.cds.solution.facts.WebResource;
import io.powermigrate.cds.solution.facts.Workflow;
import io.powermigrate.cds.solution.input.PackageFiles;
import io.powermigrate.cds.solution.input.Taken;
import io.powermigrate.cds.solution.input.XmlCursor;
import io.powermigrate.cds.solution.schema.Choice;
import io.powermigrate.cds.solution.schema.ColumnSecurityProfile;
import io.powermigrate.cds.solution.schema.Relationship;
import io.powermigrate.cds.solution.schema.Role;
import io.powermigrate.cds.solution.schema.Schema;
import io.powermigrate.cds.solution.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads {@code customizations.xml}, section by section (wire/dataverse.md, section 6.3). */
final class CustomizationsReader {

    /** What unmanaged packages hold whole; of forms both kinds hold differences. */
    private static final Set<String> WHOLE = Set.of("SiteMap", "AppModuleSiteMaps", "AppModules");

    private final Taken taken;
    private final CanvasAppReader appReader;
    private final VariablesReader variables;

    private final List<String> sections = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Relationship> relationships = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<Role> roles = new ArrayList<>();
    private final List<ColumnSecurityProfile> profiles = new ArrayList<>();
    private final List<Workflow> workflows = new ArrayList<>();
    private final List<ConnectionReference> references = new ArrayList<>();
    private final List<CustomConnector> connectors = new ArrayList<>();
    private final List<CanvasAppEntry> apps = new ArrayList<>();
    private final List<WebResource> webResources = new ArrayList<>();
    private final List<String> languages = new ArrayList<>();
    private final SortedSet<String> controls = new TreeSet<>();
    private final CarriedReader carried = new CarriedReader();
    private boolean differences;

    CustomizationsReader(PackageFiles files, Taken taken, VariablesReader variables) {
        this.taken = taken;
        this.appReader = new CanvasAppReader(files, taken);
        this.variables = variables;
    }

    /** Takes the root element. */
    void root(XmlCursor xml, String name) {
        xml.children(section -> {
            sections.add(section);
            int before = xml.differences();
            schemaSection(xml, section);
            differences |= WHOLE.contains(section) && xml.differences() > before;
        });
        carried.counted(
                "forms", tables.stream().mapToInt(t -> t.settings().forms()).sum());
        carried.counted(
                "views", tables.stream().mapToInt(t -> t.settings().views()).sum());
        carried.counted(
                "charts", tables.stream().mapToInt(t -> t.settings().charts()).sum());
    }

    private void schemaSection(XmlCursor xml, String section) {
        switch (section) {
            case "Entities" -> xml.children(table -> tables.add(TableReader.read(xml, controls::add)));
            case "EntityRelationships" -> xml.children(relation -> relationships.add(RelationshipReader.read(xml)));
            case "optionsets" -> xml.children(choice -> choices.add(ChoiceReader.read(xml)));
            case "Roles" -> xml.children(role -> roles.add(new SecurityReader(xml, taken).role()));
            case "FieldSecurityProfiles" ->
                xml.children(profile -> profiles.add(new SecurityReader(xml, taken).profile()));
            default -> contentSection(xml, section);
        }
    }

    private void contentSection(XmlCursor xml, String section) {
        switch (section) {
            case "Workflows" -> xml.children(workflow -> workflows.add(WorkflowReader.read(xml)));
            case "connectionreferences" ->
                xml.children(reference -> references.add(new ConnectionReader(xml).reference()));
            case "Connectors" -> xml.children(connector -> connectors.add(new ConnectionReader(xml).connector()));
            case "EnvironmentVariables" -> xml.children(variable -> variables.section(xml));
            case "CanvasApps" -> xml.children(app -> apps.add(appReader.read(xml)));
            case "WebResources" -> xml.children(resource -> webResources.add(webResource(xml)));
            case "Languages" ->
                xml.children(language -> languages.add(xml.text().trim()));
            default -> carried.section(xml, section);
        }
    }

    private static WebResource webResource(XmlCursor xml) {
        Fields fields = Fields.read(xml, "Name", "WebResourceType", "FileName");
        return new WebResource(fields.text("Name", ""), fields.text("WebResourceType", ""), fields.text("FileName"));
    }

    Schema schema() {
        return new Schema(tables, relationships, choices, roles, profiles);
    }

    List<Workflow> workflows() {
        return workflows;
    }

    CarriedReader carried() {
        return carried;
    }

    List<String> sections() {
        return sections;
    }

    List<ConnectionReference> references() {
        return references;
    }

    List<CustomConnector> connectors() {
        return connectors;
    }

    List<CanvasAppEntry> apps() {
        return apps;
    }

    List<WebResource> webResources() {
        return webResources;
    }

    /** Whether parts that unmanaged packages hold whole are told as differences. */
    boolean differences() {
        return differences;
    }

    List<String> languages() {
        return languages;
    }

    /** Names of the controls that forms use. */
    List<String> controls() {
        return List.copyOf(controls);
    }
}
