package io.powermigrate.canvas.requirements;

import io.powermigrate.canvas.facts.CanvasFacts;
import io.powermigrate.canvas.facts.ConnectionReference;
import io.powermigrate.canvas.facts.Connectors;
import io.powermigrate.canvas.facts.DataSource;
import io.powermigrate.canvas.facts.FlowIds;
import io.powermigrate.canvas.facts.LibraryDependency;
import io.powermigrate.canvas.reading.Limit;
import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.canvas.requirements.Requirement.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a document needs of its environment, from its facts (wire/msapp.md, section 3). */
final class Requirements {

    private final Reading reading;
    private final CanvasFacts facts;
    private final MembersReader members;
    private final Set<String> named;
    private final SourceIndex sources;
    private final Map<String, SortedMap<String, String>> usedColumns = new HashMap<>();
    private final Map<String, Collected> needs = new LinkedHashMap<>();
    private long told;

    /**
     * The needs of a document.
     *
     * @param members of tables and flows
     * @param named every name and text of its formulas: a column whose name or title is not among them is not used
     */
    Requirements(Reading reading, CanvasFacts facts, MembersReader members, Set<String> named) {
        this.reading = reading;
        this.facts = facts;
        this.members = members;
        this.named = named;
        this.sources =
                new SourceIndex(facts.dataSources(), new FlowIds(facts.dataSources(), facts.connectionReferences()));
    }

    List<Requirement> all() {
        facts.connectionReferences().forEach(this::connection);
        customConnectors().forEach(this::connector);
        facts.flows().forEach(this::flow);
        for (int i = 0; i < facts.dataSources().size(); i++) {
            table(facts.dataSources().get(i), i);
        }
        facts.connectionReferences().forEach(reference -> reference
                .overrides()
                .forEach(name -> add(Kind.ENVIRONMENT_VARIABLE, name, "", name, reference.dataSources())));
        facts.libraryDependencies().forEach(this::library);
        facts.databaseReferences().forEach(reference -> reference
                .customControls()
                .forEach(control -> add(Kind.CODE_COMPONENT, control, "", control, List.of())));
        facts.bound().customPages().forEach(page -> add(Kind.PAGE, page, "", page, List.of()));
        return needs.values().stream().map(Collected::need).toList();
    }

    private void connection(ConnectionReference reference) {
        if (!FlowIds.isFlow(reference) && !reference.connection().isEmpty()) {
            String title = reference.displayName() == null ? reference.connector() : reference.displayName();
            add(
                    Kind.CONNECTION,
                    reference.connection(),
                    reference.connector(),
                    title,
                    sources.named(reference.dataSources()));
        }
    }

    private Set<String> customConnectors() {
        Set<String> names = new TreeSet<>(
                facts.connectors().stream().filter(Connectors::custom).toList());
        facts.connectionReferences().stream()
                .filter(ConnectionReference::customConnector)
                .forEach(reference -> names.add(reference.connector()));
        return names;
    }

    private void connector(String name) {
        add(Kind.CONNECTOR, name, "", name, sources.ofConnector(name));
    }

    private void flow(String guid) {
        List<String> names = sources.namesOfFlow(guid);
        TreeMap<String, String> signature = new TreeMap<>();
        names.forEach(name -> signature.putAll(members.of(name)));
        String title = names.isEmpty() ? guid : names.get(0);
        addOnce(new Requirement(Kind.FLOW, guid, "", title, sources.ofFlow(guid), signature));
    }

    private void table(DataSource source, int place) {
        String logicalName = source.logicalName();
        String name = logicalName == null ? source.table() : logicalName;
        if (name == null) {
            return;
        }
        Kind kind = logicalName == null ? Kind.TABLE : Kind.DATAVERSE_TABLE;
        SortedMap<String, String> columns = usedColumns.computeIfAbsent(source.name(), this::usedColumns);
        List<String> called = sources.withRelated(source, place);
        addOnce(new Requirement(kind, name, text(source.dataset()), source.name(), called, columns));
    }

    private SortedMap<String, String> usedColumns(String source) {
        SortedMap<String, String> columns = new TreeMap<>();
        members.of(source).forEach((column, type) -> {
            if (named.contains(column) || named.contains(members.title(source, column))) {
                columns.put(column, type);
            }
        });
        return columns;
    }

    private void library(LibraryDependency library) {
        String name = text(library.libraryLogicalName());
        String id = text(library.libraryId());
        add(Kind.LIBRARY, id.isEmpty() ? name : id, "", name.isEmpty() ? id : name, List.of());
    }

    /** A data source is a need of its own, also beside an equal one. */
    private void addOnce(Requirement need) {
        count(need.dataSources().size() + need.members().size());
        needs.put("#" + needs.size(), new Collected(need, new LinkedHashSet<>(need.dataSources())));
    }

    /** What several references name is needed once. */
    private void add(Kind kind, String name, String within, String title, List<String> called) {
        count(called.size());
        Requirement need = new Requirement(kind, name, within, title, List.of(), new TreeMap<>());
        needs.computeIfAbsent(
                        kind + "\n" + folded(name) + "\n" + folded(within),
                        key -> new Collected(need, new LinkedHashSet<>()))
                .called()
                .addAll(called);
    }

    /** Many needs may name the same data sources and columns. */
    private void count(int names) {
        told += names;
        if (told > reading.limit(Limit.VALUES)) {
            throw reading.beyond("what it needs", "has more data sources and columns", Limit.VALUES);
        }
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** A need, and what formulas call what comes from there. */
    private record Collected(Requirement first, Set<String> called) {
        private Requirement need() {
            return first.and(List.copyOf(called));
        }
    }
}
