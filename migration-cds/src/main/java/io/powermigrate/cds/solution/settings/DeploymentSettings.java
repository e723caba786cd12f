package io.powermigrate.cds.solution.settings;

import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Values of variables and connections of references for one destination, as {@code pac solution create-settings} writes them
 * (wire/dataverse-facts.md). Names of members are read in any case. Sections that are not known are kept, and told by
 * {@link #unknown()}. Immutable and thread-safe.
 *
 * <pre>{@code
 * DeploymentSettings settings = DeploymentSettings.read(Files.newInputStream(Path.of("settings.json")));
 * settings.connections().stream().filter(ConnectionSetting::isOpen).forEach(open -> System.out.println(open.logicalName()));
 * }</pre>
 */
public final class DeploymentSettings {

    private static final String VARIABLES = "EnvironmentVariables";
    private static final String CONNECTIONS = "ConnectionReferences";

    private final List<VariableSetting> variables;
    private final List<ConnectionSetting> connections;
    private final Map<String, Document> others;

    private DeploymentSettings(
            List<VariableSetting> variables, List<ConnectionSetting> connections, Map<String, Document> others) {
        this.variables = List.copyOf(variables);
        this.connections = List.copyOf(connections);
        this.others = others;
    }

    /** Settings of variables and references, in this order. */
    public static DeploymentSettings of(List<VariableSetting> variables, List<ConnectionSetting> connections) {
        return new DeploymentSettings(variables, connections, Map.of());
    }

    /** An open slot for every variable without a default and every connection reference of a package, each with its connector. */
    public static DeploymentSettings openSlots(SolutionFacts facts) {
        return of(
                facts.content().variables().stream()
                        .filter(variable -> !variable.hasDefault())
                        .map(variable -> new VariableSetting(variable.schemaName(), ""))
                        .toList(),
                facts.content().connectionReferences().stream()
                        .map(reference -> new ConnectionSetting(reference.logicalName(), "", reference.connectorId()))
                        .toList());
    }

    /**
     * Reads a file in UTF-8, with or without a byte order mark; the caller closes the stream.
     *
     * @throws MigrationException when it is no JSON object, or a section or an element of it is not what it has to be, or names something
     *     twice
     */
    public static DeploymentSettings read(InputStream json) {
        Document document = Document.parse(json);
        if (!document.isObject()) {
            throw refused(
                    "it is no JSON object", "Give a file with the member EnvironmentVariables or ConnectionReferences");
        }
        Map<String, Document> others = new LinkedHashMap<>(document.members());
        List<Document> variables = section(others, VARIABLES);
        List<Document> connections = section(others, CONNECTIONS);
        return new DeploymentSettings(
                unique(VARIABLES, variables, DeploymentSettings::variable, VariableSetting::schemaName),
                unique(CONNECTIONS, connections, DeploymentSettings::connection, ConnectionSetting::logicalName),
                others);
    }

    /** Reads a text, such as a pipeline keeps it; errors as {@link #read(InputStream)}. */
    public static DeploymentSettings read(String json) {
        return read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Document> section(Map<String, Document> members, String name) {
        List<String> spelled =
                members.keySet().stream().filter(name::equalsIgnoreCase).toList();
        if (spelled.size() > 1) {
            throw refused("it has the section " + name + " twice", "Put both into one");
        }
        Optional<Document> section = spelled.stream().findFirst().map(members::remove);
        if (section.isPresent() && !section.get().isArray() && !section.get().isMissing()) {
            throw refused("its " + name + " are no list", "Write them as a list of objects");
        }
        return section.map(Document::items).orElse(List.of());
    }

    private static VariableSetting variable(Document element) {
        return new VariableSetting(
                name(VARIABLES, element, "SchemaName"), element.text("Value").orElse(""));
    }

    private static ConnectionSetting connection(Document element) {
        return new ConnectionSetting(
                name(CONNECTIONS, element, "LogicalName"),
                element.text("ConnectionId").orElse(""),
                element.text("ConnectorId").filter(id -> !id.isEmpty()).orElse(null));
    }

    private static String name(String section, Document element, String member) {
        return element.text(member)
                .filter(name -> !name.isBlank())
                .orElseThrow(() -> refused("an element of its " + section + " has no " + member, "Give its " + member));
    }

    private static <T> List<T> unique(
            String section, List<Document> elements, Function<Document, T> read, Function<T, String> name) {
        Set<String> names = new TreeSet<>();
        List<T> all = new ArrayList<>();
        for (Document element : elements) {
            T setting = read.apply(element);
            if (!names.add(name.apply(setting).toLowerCase(Locale.ROOT))) {
                throw refused(
                        "its " + section + " name '" + Shown.name(name.apply(setting)) + "' twice",
                        "Keep one of the two");
            }
            all.add(setting);
        }
        return all;
    }

    private static MigrationException refused(String because, String remedy) {
        return new MigrationException("The deployment settings were not read because " + because, remedy);
    }

    /** Values of variables, in the order of the file. */
    public List<VariableSetting> variables() {
        return variables;
    }

    /** Connections of references, in the order of the file. */
    public List<ConnectionSetting> connections() {
        return connections;
    }

    /** Names of the sections that this library does not use, in the order of the file; they are kept when it is written. */
    public List<String> unknown() {
        return List.copyOf(others.keySet());
    }

    /** JSON with lines and two blanks of indentation, LF, in UTF-8 without a byte order mark: equal settings give equal text. */
    public String toJson() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(VARIABLES, variables.stream().map(DeploymentSettings::members).toList());
        all.put(
                CONNECTIONS,
                connections.stream().map(DeploymentSettings::members).toList());
        all.putAll(others);
        return new IndentedJson().text(Document.of(all));
    }

    private static Map<String, Object> members(VariableSetting setting) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("SchemaName", setting.schemaName());
        members.put("Value", setting.value());
        return members;
    }

    private static Map<String, Object> members(ConnectionSetting setting) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("LogicalName", setting.logicalName());
        members.put("ConnectionId", setting.connectionId());
        Optional.ofNullable(setting.connectorId()).ifPresent(id -> members.put("ConnectorId", id));
        return members;
    }

    /** How many of what; values may be secrets. */
    @Override
    public String toString() {
        return "DeploymentSettings[variables=" + variables.size() + ", connections=" + connections.size() + "]";
    }
}
