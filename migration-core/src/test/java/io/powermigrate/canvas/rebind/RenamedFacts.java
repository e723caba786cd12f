package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.facts.CanvasFacts;
import io.powermigrate.canvas.facts.ConnectionReference;
import io.powermigrate.canvas.facts.DataSource;
import io.powermigrate.canvas.facts.DatabaseReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts of a document as they must be after data sources got other names, made from those before. */
final class RenamedFacts {

    private final Map<String, String> names;

    private RenamedFacts(Map<String, String> names) {
        this.names = names;
    }

    static CanvasFacts of(CanvasFacts facts, Map<String, String> names) {
        RenamedFacts renamed = new RenamedFacts(names);
        return new CanvasFacts(
                facts.archive(),
                facts.generation(),
                facts.header(),
                facts.properties(),
                facts.publishInfo(),
                null,
                facts.dataSources().stream().map(renamed::source).toList(),
                facts.connectionReferences().stream().map(renamed::reference).toList(),
                facts.databaseReferences().stream().map(renamed::database).toList(),
                facts.libraryDependencies(),
                facts.controls(),
                facts.studioErrors(),
                facts.bound(),
                facts.repeatedNames(),
                facts.contradictions());
    }

    private DataSource source(DataSource source) {
        boolean titled = source.type().equals("OptionSetInfo") || source.type().equals("ViewInfo");
        return new DataSource(
                titled ? source.name() : String.valueOf(name(source.name())),
                name(source.identifier()),
                source.type(),
                source.apiId(),
                source.serviceKind(),
                source.dataset(),
                source.table(),
                source.entitySetName(),
                source.logicalName(),
                name(source.relatedEntityName()),
                source.flowNameId(),
                source.addinConnectorId(),
                source.workflowEntityId());
    }

    private ConnectionReference reference(ConnectionReference reference) {
        Map<String, Map<String, String>> datasets = new LinkedHashMap<>();
        reference.datasets().forEach((dataset, tables) -> datasets.put(dataset, keys(tables)));
        return new ConnectionReference(
                reference.key(),
                reference.apiId(),
                reference.displayName(),
                reference.connectionInstanceId(),
                reference.sharedConnectionId(),
                reference.onPremise(),
                reference.customApi(),
                reference.dataSources().stream()
                        .map(name -> names.getOrDefault(name, name))
                        .toList(),
                datasets,
                reference.overrides(),
                reference.dependencies(),
                reference.dependents(),
                reference.workflowName(),
                reference.hasWorkflowCallbackUri());
    }

    private DatabaseReference database(DatabaseReference reference) {
        return new DatabaseReference(
                reference.name(),
                reference.instanceUrl(),
                reference.environmentVariableName(),
                keys(reference.dataSources()),
                reference.customControls());
    }

    private <V> Map<String, V> keys(Map<String, V> map) {
        Map<String, V> renamed = new LinkedHashMap<>();
        map.forEach((name, value) -> renamed.put(names.getOrDefault(name, name), value));
        return renamed;
    }

    private @Nullable String name(@Nullable String name) {
        return name == null ? null : names.getOrDefault(name, name);
    }
}
