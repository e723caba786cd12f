package io.powermigrate.canvas;

import io.powermigrate.canvas.check.Need;
import io.powermigrate.canvas.check.Need.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a document needs of its environment, from its facts (wire/msapp.md, section 3). */
final class Needs {

    private final CanvasFacts facts;
    private final MembersReader members;
    private final Set<String> named;
    private final List<Need> needs = new ArrayList<>();

    /**
     * The needs of a document.
     *
     * @param members of tables and flows
     * @param named every name and text of its formulas: a column whose name or title is not among them is not used
     */
    Needs(CanvasFacts facts, MembersReader members, Set<String> named) {
        this.facts = facts;
        this.members = members;
        this.named = named;
    }

    List<Need> all() {
        facts.connectionReferences().forEach(this::connection);
        customConnectors().forEach(this::connector);
        facts.flows().forEach(this::flow);
        facts.dataSources().forEach(this::table);
        facts.connectionReferences().forEach(reference -> reference
                .overrides()
                .forEach(name -> add(Kind.ENVIRONMENT_VARIABLE, name, "", name, reference.dataSources())));
        facts.libraryDependencies().forEach(this::library);
        facts.databaseReferences().forEach(reference -> reference
                .customControls()
                .forEach(control -> add(Kind.CODE_COMPONENT, control, "", control, List.of())));
        facts.bound().customPages().forEach(page -> add(Kind.PAGE, page, "", page, List.of()));
        return List.copyOf(needs);
    }

    private void connection(ConnectionReference reference) {
        if (reference.workflowName() == null && !reference.connection().isEmpty()) {
            String title = reference.displayName() == null ? reference.connector() : reference.displayName();
            add(
                    Kind.CONNECTION,
                    reference.connection(),
                    reference.connector(),
                    title,
                    identifiers(reference.dataSources()));
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
        add(Kind.CONNECTOR, name, "", name, identifiers(source -> source.connector()
                .equalsIgnoreCase(name)));
    }

    private void flow(String guid) {
        Predicate<DataSource> runs =
                source -> source.flow().filter(guid::equalsIgnoreCase).isPresent();
        List<DataSource> sources = facts.dataSources().stream().filter(runs).toList();
        Map<String, String> signature = new TreeMap<>();
        sources.forEach(source -> signature.putAll(members.of(source.name())));
        String title = sources.isEmpty() ? guid : sources.get(0).name();
        needs.add(new Need(Kind.FLOW, guid, "", title, identifiers(runs), new TreeMap<>(signature)));
    }

    private void table(DataSource source) {
        String logicalName = source.logicalName();
        String name = logicalName == null ? source.table() : logicalName;
        if (name == null) {
            return;
        }
        Kind kind = logicalName == null ? Kind.TABLE : Kind.DATAVERSE_TABLE;
        Map<String, String> columns = new LinkedHashMap<>();
        members.of(source.name()).forEach((column, type) -> {
            if (named.contains(column) || named.contains(members.title(source.name(), column))) {
                columns.put(column, type);
            }
        });
        List<String> sources =
                identifiers(each -> each == source || source.name().equals(each.relatedEntityName()));
        needs.add(new Need(kind, name, text(source.dataset()), source.name(), sources, new TreeMap<>(columns)));
    }

    private void library(LibraryDependency library) {
        String name = text(library.libraryLogicalName());
        String id = text(library.libraryId());
        add(Kind.LIBRARY, id.isEmpty() ? name : id, "", name.isEmpty() ? id : name, List.of());
    }

    /** What several references name is needed once. */
    private void add(Kind kind, String name, String within, String title, List<String> sources) {
        Need need = new Need(kind, name, within, title, sources, new TreeMap<>());
        for (int i = 0; i < needs.size(); i++) {
            if (needs.get(i).isSame(need)) {
                needs.set(i, needs.get(i).and(sources));
                return;
            }
        }
        needs.add(need);
    }

    private List<String> identifiers(List<String> names) {
        return identifiers(source -> names.contains(source.name()));
    }

    private List<String> identifiers(Predicate<DataSource> which) {
        return facts.dataSources().stream()
                .filter(which)
                .map(source -> text(source.identifier()))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
