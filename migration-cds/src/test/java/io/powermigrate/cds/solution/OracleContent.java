package io.powermigrate.cds.solution;

import static io.powermigrate.cds.solution.OracleFields.count;
import static io.powermigrate.cds.solution.OracleFields.list;
import static io.powermigrate.cds.solution.OracleFields.values;
import static java.util.Map.entry;

import io.powermigrate.cds.solution.facts.CanvasAppEntry;
import io.powermigrate.cds.solution.facts.CarriedComponents;
import io.powermigrate.cds.solution.facts.DefaultValue;
import io.powermigrate.cds.solution.facts.EnvironmentVariable;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.facts.VariableShape;
import io.powermigrate.cds.solution.facts.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything that a package holds beside its schema, as the oracle has it. */
final class OracleContent {

    private OracleContent() {}

    static Map<String, Function<SolutionFacts, @Nullable Object>> fields() {
        Map<String, Function<SolutionFacts, @Nullable Object>> fields = new TreeMap<>(others());
        fields.putAll(Map.ofEntries(
                entry("sections", facts -> facts.content().sections()),
                entry("workflows", facts -> workflows(facts.content().workflows())),
                entry(
                        "flowConnectionReferences",
                        facts -> flowConnections(facts.content().workflows())),
                entry(
                        "connectionReferences",
                        facts -> list(
                                facts.content().connectionReferences(),
                                reference -> values(
                                        "logicalName", reference.logicalName(),
                                        "displayName", reference.displayName(),
                                        "connectorId", reference.connectorId(),
                                        "promptingBehavior", reference.promptingBehavior(),
                                        "customConnectorId", reference.customConnectorId())))));
        return fields;
    }

    private static Map<String, Function<SolutionFacts, @Nullable Object>> others() {
        return Map.ofEntries(
                entry("environmentVariables", facts -> list(facts.content().variables(), OracleContent::variable)),
                entry("canvasApps", facts -> list(facts.content().canvasApps(), OracleContent::app)),
                entry(
                        "connectors",
                        facts -> list(
                                facts.content().connectors(),
                                connector -> values(
                                        "name",
                                        connector.name(),
                                        "displayName",
                                        connector.displayName(),
                                        "type",
                                        connector.type()))),
                entry("appModules", facts -> carried(facts, "AppModules")),
                entry("siteMaps", facts -> carried(facts, "AppModuleSiteMaps")),
                entry("webResources", facts -> count(facts.content().webResources(), resource -> resource.type())),
                entry("languages", facts -> facts.content().languages()));
    }

    private static Map<String, @Nullable Object> workflows(List<Workflow> workflows) {
        return values(
                "count", workflows.size(),
                "byCategory", count(workflows, Workflow::category),
                "items",
                        list(
                                workflows,
                                workflow -> values(
                                        "id", workflow.id(),
                                        "name", workflow.name(),
                                        "category", workflow.category(),
                                        "type", workflow.type(),
                                        "primaryEntity", workflow.table(),
                                        "state", workflow.state(),
                                        "status", workflow.status(),
                                        "file", workflow.file(),
                                        "filePresent", workflow.filePresent())));
    }

    private static List<Object> flowConnections(List<Workflow> workflows) {
        List<Object> all = new ArrayList<>();
        workflows.forEach(workflow -> workflow.connections()
                .forEach(connection -> all.add(values(
                        "flow", workflow.id(),
                        "key", connection.key(),
                        "connectionReference", connection.reference(),
                        "api", connection.connector(),
                        "runtimeSource", connection.runtimeSource()))));
        return all;
    }

    private static Map<String, @Nullable Object> variable(EnvironmentVariable variable) {
        Map<String, @Nullable Object> fields = values(
                "schemaName",
                variable.schemaName(),
                "generation",
                variable.shape() == VariableShape.SECTION ? "customizations.xml" : "folder",
                "type",
                variable.type(),
                "hasDefault",
                variable.defaultValue() != DefaultValue.ABSENT);
        if (variable.shape() == VariableShape.FOLDER) {
            fields.put("hasValueFile", variable.valueFile() != null);
        }
        return fields;
    }

    private static Map<String, @Nullable Object> app(CanvasAppEntry app) {
        return values(
                "name", app.name(),
                "displayName", app.displayName(),
                "appVersion", app.appVersion(),
                "canvasAppType", app.kind(),
                "documentUri", app.document(),
                "connectionReferenceCount", app.connectors().size(),
                "databaseReferenceCount", app.databases(),
                "documentBytes", app.documentBytes());
    }

    private static List<String> carried(SolutionFacts facts, String type) {
        return facts.content().carried().stream()
                .filter(carried -> carried.type().equals(type))
                .map(CarriedComponents::names)
                .findFirst()
                .orElse(List.of());
    }
}
