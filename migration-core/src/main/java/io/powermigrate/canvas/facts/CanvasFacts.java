package io.powermigrate.canvas.facts;

import io.powermigrate.internal.text.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a migration has to know of a document: plain values, which Jackson can write and read back. No secret is among them: addresses
 * with signatures are counted or masked. Immutable; does not need the document any longer.
 *
 * @param archive the document as a file
 * @param generation how it holds its controls
 * @param header which build wrote it
 * @param properties the document as a whole
 * @param publishInfo title, locale, logo
 * @param checksum the stamps, or null if it has none (newer documents)
 * @param dataSources in the document's order
 * @param connectionReferences in the document's order
 * @param databaseReferences in the document's order
 * @param libraryDependencies in the document's order
 * @param controls counts and names
 * @param studioErrors compile errors that it had before
 * @param bound hosts and ids of the source environment
 * @param repeatedNames number of JSON objects that hold a member name twice, by entry
 * @param contradictions such names whose values differ, as {@code entry: parent/name}: readers may take either value
 */
public record CanvasFacts(
        ArchiveFacts archive,
        Generation generation,
        Header header,
        AppProperties properties,
        PublishInfo publishInfo,
        @Nullable Checksum checksum,
        List<DataSource> dataSources,
        List<ConnectionReference> connectionReferences,
        List<DatabaseReference> databaseReferences,
        List<LibraryDependency> libraryDependencies,
        ControlFacts controls,
        List<StudioError> studioErrors,
        OriginHosts bound,
        Map<String, Integer> repeatedNames,
        List<String> contradictions) {

    /** Copies lists and map. */
    public CanvasFacts {
        dataSources = List.copyOf(dataSources);
        connectionReferences = List.copyOf(connectionReferences);
        databaseReferences = List.copyOf(databaseReferences);
        libraryDependencies = List.copyOf(libraryDependencies);
        studioErrors = List.copyOf(studioErrors);
        repeatedNames = OrderedMaps.copyOf(repeatedNames);
        contradictions = List.copyOf(contradictions);
    }

    /** The visible title; the file-like name where there is none. */
    public String appName() {
        String title = publishInfo.appName();
        String name = title == null || title.isEmpty() ? properties.name() : title;
        return name == null ? "" : name;
    }

    /** {@code App}, {@code Page} or {@code ComponentLibrary}; documents before 2019 are apps. */
    public String documentType() {
        String type = properties.documentType();
        return type == null ? "App" : type;
    }

    /**
     * GUIDs of all flows that it runs, sorted: from references, their connections and data sources, for each can be missing. A flow whose
     * data source or connection has another id than its reference is one flow, with the id of the reference.
     */
    public Set<String> flows() {
        return new FlowIds(dataSources, connectionReferences).ids();
    }

    /** Which of {@link #flows()} a data source runs, by its name. */
    public Map<String, String> flowBySource() {
        FlowIds ids = new FlowIds(dataSources, connectionReferences);
        Map<String, String> flows = new LinkedHashMap<>();
        dataSources.forEach(source -> source.flow().ifPresent(id -> flows.putIfAbsent(source.name(), ids.flow(id))));
        return flows;
    }

    /** Logical names of all Dataverse tables, sorted: from data sources and database references. */
    public Set<String> tables() {
        Set<String> tables = new TreeSet<>();
        dataSources.forEach(source -> add(tables, source.logicalName()));
        databaseReferences.stream()
                .flatMap(reference -> reference.dataSources().values().stream())
                .forEach(table -> add(tables, table.logicalName()));
        return tables;
    }

    /** Names of all connectors, sorted: from connection references and data sources. */
    public Set<String> connectors() {
        Set<String> connectors = new TreeSet<>();
        Stream.concat(
                        connectionReferences.stream().map(ConnectionReference::connector),
                        dataSources.stream().map(DataSource::connector))
                .forEach(connector -> add(connectors, connector));
        return connectors;
    }

    private static void add(Set<String> names, @Nullable String name) {
        if (name != null && !name.isEmpty()) {
            names.add(name);
        }
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
