package io.powermigrate.testkit.msapp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Builds an {@code .msapp} document from a specification. The same specification gives the same bytes (on one Java runtime:
 * another one may deflate differently); ids come from the names, dates are fixed. What is not specified is filled in as in
 * real documents of the generation (wire/msapp.md, sections 1 to 3).
 *
 * <pre>{@code
 * byte[] msapp = AppDocument.named("Expense report")
 *         .screen("Home", home -> home.control("Label1", "label", c -> c.formula("Text", "\"Hello\"")))
 *         .connection("shared_office365users", "0eaf10c0", c -> c.service("Office365Users"))
 *         .toBytes();
 * }</pre>
 *
 * <p>What cannot become a document gives an {@link IllegalArgumentException} that ends with the fix. Not thread safe.
 */
public final class AppDocument {
    private final String name;
    private final Names names = new Names();
    private final ControlSpec app = new ControlSpec("App", ControlTemplate.APP, names);
    private final List<ControlSpec> screens = new ArrayList<>();
    private final List<ControlSpec> components = new ArrayList<>();
    private final ExtraSpec extras = new ExtraSpec();
    private final List<Blueprint.Connection> connections = new ArrayList<>();
    private final List<Blueprint.Flow> flows = new ArrayList<>();
    private final List<Blueprint.Table> tables = new ArrayList<>();
    private final List<Later> later = new ArrayList<>();
    private Generation generation = Generation.V2_4;
    private DocumentKind kind = DocumentKind.APP;
    private String instanceUrl = "https://contoso.crm.dynamics.com/";

    private record Later(String control, String property, String formula) {}

    private AppDocument(String name) {
        this.name = name;
    }

    /** Starts a document; the name becomes {@code AppName} of {@code PublishInfo.json}. Generation 2.4.0, an app. */
    public static AppDocument named(String name) {
        return new AppDocument(BuilderError.notBlank(name, "name of the document", "Give it the name that users see."));
    }

    /** The structure to write. */
    public AppDocument generation(Generation newGeneration) {
        this.generation = newGeneration;
        return this;
    }

    /** An app, a custom page or a component library. */
    public AppDocument kind(DocumentKind newKind) {
        this.kind = newKind;
        return this;
    }

    /** As {@link #screen(String, Consumer)}, an empty screen. */
    public AppDocument screen(String screenName) {
        return screen(screenName, screen -> {});
    }

    /** Adds a screen; without any there is one empty {@code Screen1}. */
    public AppDocument screen(String screenName, Consumer<ControlSpec> spec) {
        ControlSpec screen = new ControlSpec(screenName, ControlTemplate.SCREEN, names);
        names.screen(screenName, screen);
        spec.accept(screen);
        screens.add(screen);
        return this;
    }

    /** Adds a component; {@link ControlSpec#instance} places it. */
    public AppDocument component(String componentName, Consumer<ControlSpec> spec) {
        ControlSpec component = new ControlSpec(componentName, ControlTemplate.component(componentName), names);
        names.control(componentName, component);
        spec.accept(component);
        components.add(component);
        return this;
    }

    /** What few documents have: pictures by address, libraries, pages, errors that Studio found. */
    public AppDocument extras(Consumer<ExtraSpec> spec) {
        spec.accept(extras);
        return this;
    }

    /** A formula of the app itself, {@code appFormula("OnStart", "Set(x, 1)")}. */
    public AppDocument appFormula(String property, String formula) {
        app.formula(property, formula);
        return this;
    }

    /** A formula on a control or screen that is named here and placed anywhere; it must exist when the bytes are made. */
    public AppDocument formula(String control, String property, String formula) {
        later.add(new Later(control, property, formula));
        return this;
    }

    /** A reference to a connection without a data source of its own, as flows need it. */
    public AppDocument connection(String connector, String connectionId) {
        return connection(connector, connectionId, connection -> {});
    }

    /** A reference to a connection of a connector that the platform brings, {@code shared_…}. */
    public AppDocument connection(String connector, String connectionId, Consumer<ConnectionSpec> spec) {
        return reference(connector, false, connectionId, spec);
    }

    /** A reference to a connection of a custom connector; its name carries the hash of the environment. */
    public AppDocument customConnector(String connector, String connectionId, Consumer<ConnectionSpec> spec) {
        return reference(connector, true, connectionId, spec);
    }

    /** As {@link #flow(String, String, Consumer)}, a flow that needs no connection and takes nothing. */
    public AppDocument flow(String flowName, String workflowId) {
        return flow(flowName, workflowId, flow -> {});
    }

    /** A flow that the app runs: {@code ApproveExpense.Run()}. The workflow id is a GUID. */
    public AppDocument flow(String flowName, String workflowId, Consumer<FlowSpec> spec) {
        names.source(flowName);
        FlowSpec flow = new FlowSpec();
        spec.accept(flow);
        flows.add(flow.part(flowName, guid(workflowId, flowName)));
        return this;
    }

    /**
     * A Dataverse table, {@code table("Accounts", "account", "accounts", "Account Number")}: the name in formulas, the
     * logical name, the entity set, and display names of text columns beside {@code Name}.
     */
    public AppDocument table(String tableName, String logicalName, String entitySetName, String... columns) {
        names.source(tableName);
        BuilderError.notBlank(
                logicalName, "logical name of table '" + tableName + "'", "Give it, for example account.");
        BuilderError.notBlank(
                entitySetName, "entity set of table '" + tableName + "'", "Give it, for example accounts.");
        Blueprint.Table table = new Blueprint.Table(tableName, logicalName, entitySetName, List.of(columns));
        Set<String> logical = new HashSet<>(Set.of(table.logicalColumn("Name"), table.primaryId()));
        for (String column : columns) {
            if (!logical.add(table.logicalColumn(column))) {
                throw BuilderError.of(
                        "Column '" + column + "' of table '" + tableName + "' is there already.",
                        "Name each column once; the name and the id need not be told.");
            }
        }
        tables.add(table);
        return this;
    }

    /** The address of the Dataverse that the tables come from, with a slash at the end. */
    public AppDocument dataverse(String newInstanceUrl) {
        BuilderError.notBlank(
                newInstanceUrl, "address of Dataverse", "Give it, for example https://contoso.crm.dynamics.com/.");
        this.instanceUrl = newInstanceUrl.endsWith("/") ? newInstanceUrl : newInstanceUrl + "/";
        return this;
    }

    /**
     * The document. May be called again, and more may be added after it.
     *
     * @throws IllegalArgumentException if a formula stands on no control of any screen, or a flow uses a connector that has no
     *     connection here
     */
    public byte[] toBytes() {
        return new DocumentWriter(blueprint()).toBytes();
    }

    private Blueprint blueprint() {
        later.forEach(this::place);
        later.clear();
        flows.forEach(this::requireConnections);
        names.restartParts();
        List<ControlSpec> shown =
                screens.isEmpty() ? List.of(new ControlSpec("Screen1", ControlTemplate.SCREEN, names)) : screens;
        List<ControlPart> parts = shown.stream().map(ControlSpec::part).toList();
        parts.forEach(this::requireComponents);
        boolean sample = parts.stream().anyMatch(AppDocument::showsSample);
        var controls = new Blueprint.Controls(
                app.part(), parts, components.stream().map(ControlSpec::part).toList());
        var data = new Blueprint.Data(connections, flows, tables, instanceUrl, sample);
        return new Blueprint(new Blueprint.Identity(name, generation, kind), controls, data, extras.part());
    }

    private static boolean showsSample(ControlPart part) {
        Map<String, String> formulas = part.formulas();
        return DataSourcesJson.GALLERY_SAMPLE.equals(formulas.get("Items"))
                || part.children().stream().anyMatch(AppDocument::showsSample);
    }

    private void place(Later formula) {
        names.find(formula.control())
                .orElseThrow(() -> BuilderError.of(
                        "The formula " + formula.property() + " stands on '" + formula.control()
                                + "', which is on no screen.",
                        "Place the control with screen(…, s -> s.control(\"" + formula.control() + "\", …)) first."))
                .formula(formula.property(), formula.formula());
    }

    private void requireComponents(ControlPart part) {
        part.component()
                .filter(component ->
                        names.find(component).filter(components::contains).isEmpty())
                .ifPresent(component -> {
                    throw BuilderError.of(
                            "Control '" + part.name() + "' is an instance of '" + component
                                    + "', and no component has that name.",
                            "Add component(\"" + component + "\", …).");
                });
        part.children().forEach(this::requireComponents);
    }

    private void requireConnections(Blueprint.Flow flow) {
        for (String connector : flow.uses()) {
            if (connections.stream().noneMatch(c -> c.connector().name().equals(connector))) {
                throw BuilderError.of(
                        "Flow '" + flow.name() + "' uses " + connector + ", of which the document has no connection.",
                        "Add connection(\"" + connector + "\", \"<connection id>\").");
            }
        }
    }

    private AppDocument reference(
            String connector, boolean custom, String connectionId, Consumer<ConnectionSpec> spec) {
        if (!connector.startsWith("shared_") || connector.length() == "shared_".length()) {
            throw BuilderError.of(
                    "Connector '" + connector + "' is not a connector name.",
                    "Write it in full, for example shared_office365users.");
        }
        BuilderError.notBlank(
                connectionId, "connection id of " + connector, "Give the last part of the connection's path.");
        if (connections.stream()
                .anyMatch(c -> c.connectionId().equals(connectionId)
                        && c.connector().name().equals(connector))) {
            throw BuilderError.of(
                    "Connection '" + connectionId + "' of " + connector + " is already there.",
                    "Tell all its services and tables in one connection(…).");
        }
        ConnectionSpec connection = new ConnectionSpec(ConnectorNames.displayName(connector), names);
        spec.accept(connection);
        connections.add(connection.part(connector, custom, connectionId));
        return this;
    }

    private static String guid(String text, String owner) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The workflow id '" + text + "' of flow '" + owner
                            + "' is no GUID. Write it with dashes, as 8-4-4-4-12 digits.",
                    e);
        }
    }
}
