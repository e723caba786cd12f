package io.powermigrate.canvas;

import static java.util.Map.entry;

import io.powermigrate.canvas.facts.AppProperties;
import io.powermigrate.canvas.facts.CanvasFacts;
import io.powermigrate.canvas.facts.ConnectionReference;
import io.powermigrate.canvas.facts.DataSource;
import io.powermigrate.canvas.facts.Generation;
import io.powermigrate.canvas.facts.Header;
import io.powermigrate.canvas.facts.LibraryDependency;
import io.powermigrate.canvas.facts.OriginHosts;
import io.powermigrate.canvas.facts.PublishInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How each field of the oracle (fixtures/msapp/facts.json) follows from our facts. */
public final class OracleFields {

    private static final Map<Generation, String> GENERATIONS =
            Map.of(Generation.ENTITIES, "v1 (Entities.json)", Generation.CONTROLS, "v2 (Controls/*.json)");

    private OracleFields() {}

    public static Map<String, Function<CanvasFacts, @Nullable Object>> all() {
        Map<String, Function<CanvasFacts, @Nullable Object>> fields = new TreeMap<>(document());
        fields.putAll(content());
        return fields;
    }

    private static Map<String, Function<CanvasFacts, @Nullable Object>> document() {
        return Map.ofEntries(
                entry("readable", facts -> true),
                entry("sha256", facts -> facts.archive().sha256()),
                entry("size", facts -> (int) facts.archive().size()),
                entry("entryCount", facts -> facts.archive().entries().size()),
                entry("entries", facts -> facts.archive().entries()),
                entry("uncompressedBytes", facts -> (int) facts.archive().uncompressedBytes()),
                entry(
                        "entrySeparator",
                        facts -> facts.archive().separator().name().toLowerCase(Locale.ROOT)),
                entry("entriesWithLeadingSeparator", facts -> facts.archive().leadingSeparators()),
                entry("generation", facts -> GENERATIONS.get(facts.generation())),
                entry("paYaml", facts -> facts.archive().paYaml()),
                entry("duplicateJsonKeyObjects", CanvasFacts::repeatedNames),
                entry("header", facts -> header(facts.header())),
                entry("properties", facts -> properties(facts.properties())),
                entry("hasInstrumentationKey", facts -> facts.properties().hasInstrumentationKey()),
                entry("publishInfo", facts -> publishInfo(facts.publishInfo())),
                entry("checksum", CanvasFacts::checksum));
    }

    private static Map<String, Function<CanvasFacts, @Nullable Object>> content() {
        return Map.ofEntries(
                entry("dataSourceCounts", OracleFields::dataSourceCounts),
                entry("dataSources", facts -> facts.dataSources().stream()
                        .map(OracleFields::dataSource)
                        .toList()),
                entry("connectionReferences", facts -> facts.connectionReferences().stream()
                        .map(OracleFields::connectionReference)
                        .toList()),
                entry("databaseReferences", CanvasFacts::databaseReferences),
                entry("libraryDependencies", facts -> facts.libraryDependencies().stream()
                        .map(OracleFields::library)
                        .toList()),
                entry("controls", facts -> facts.controls().count()),
                entry("controlsPerEntry", facts -> facts.controls().perEntry()),
                entry("maxControlDepth", facts -> facts.controls().maxDepth()),
                entry("formulas", facts -> facts.controls().formulas()),
                entry("dynamicPropertyFormulas", facts -> facts.controls().dynamicPropertyFormulas()),
                entry("formulasInTemplateComponentDefinitions", facts -> facts.controls()
                        .formulasInTemplates()),
                entry("taggedRules", facts -> facts.controls().taggedRules()),
                entry("screens", facts -> facts.controls().screens()),
                entry("components", facts -> facts.controls().components()),
                entry("studioErrors", CanvasFacts::studioErrors),
                entry("bound", facts -> bound(facts.bound())));
    }

    private static Map<String, @Nullable Object> header(Header header) {
        return fields(
                "DocVersion", header.docVersion(),
                "MinVersionToLoad", header.minVersionToLoad(),
                "MSAppStructureVersion", header.structureVersion(),
                "LastSavedDateTimeUTC", header.lastSaved());
    }

    private static Map<String, @Nullable Object> properties(AppProperties properties) {
        return fields(
                "Name", properties.name(),
                "Id", properties.id(),
                "FileID", properties.fileId(),
                "DocumentType", properties.documentType(),
                "DocumentAppType", properties.documentAppType(),
                "AppCreationSource", properties.appCreationSource(),
                "OriginatingVersion", properties.originatingVersion(),
                "DefaultConnectedDataSourceMaxGetRowsCount", properties.maxRows(),
                "ContainsThirdPartyPcfControls", properties.thirdPartyControls());
    }

    private static Map<String, @Nullable Object> publishInfo(PublishInfo info) {
        return fields("AppName", info.appName(), "UserLocale", info.userLocale(), "LogoFileName", info.logoFileName());
    }

    private static Map<String, Integer> dataSourceCounts(CanvasFacts facts) {
        Map<String, Integer> counts = new TreeMap<>();
        facts.dataSources().forEach(source -> counts.merge(source.type(), 1, Integer::sum));
        return counts;
    }

    private static Map<String, @Nullable Object> dataSource(DataSource source) {
        Map<String, @Nullable Object> fields = fields(
                "name", source.name(),
                "identifier", source.identifier(),
                "type", source.type(),
                "apiId", source.apiId(),
                "serviceKind", source.serviceKind(),
                "dataset", source.dataset(),
                "table", source.table(),
                "entitySetName", source.entitySetName(),
                "logicalName", source.logicalName(),
                "relatedEntityName", source.relatedEntityName(),
                "flowNameId", source.flowNameId(),
                "addinConnectorId", source.addinConnectorId(),
                "workflowEntityId", source.workflowEntityId());
        fields.values().removeIf(value -> value == null);
        return fields;
    }

    private static Map<String, @Nullable Object> connectionReference(ConnectionReference reference) {
        return fields(
                "key", reference.key(),
                "apiId", reference.apiId(),
                "displayName", reference.displayName(),
                "connectionInstanceId", reference.connectionInstanceId(),
                "sharedConnectionId", reference.sharedConnectionId(),
                "isOnPremise", reference.onPremise(),
                "dataSources", reference.dataSources(),
                "datasets", reference.datasets(),
                "overrides", reference.overrides(),
                "dependencies", reference.dependencies(),
                "dependents", reference.dependents(),
                "workflowName", reference.workflowName(),
                "hasWorkflowCallbackUri", reference.hasWorkflowCallbackUri());
    }

    private static Map<String, @Nullable Object> library(LibraryDependency library) {
        return fields(
                "LibraryId", library.libraryId(),
                "LibraryLogicalName", library.libraryLogicalName(),
                "OriginalComponentDefinitionTemplateId", library.templateId());
    }

    /** The oracle lists only hosts that name a region, such as europe-002; we list all. */
    private static Map<String, @Nullable Object> bound(OriginHosts bound) {
        List<String> regional = bound.apimHosts().stream()
                .filter(host -> host.matches("[a-z]+-\\d{3}\\..*"))
                .toList();
        return fields(
                "sharePointSites", bound.sharePointSites(),
                "dataverseHosts", bound.dataverseHosts(),
                "apimHosts", regional,
                "customApiIds", bound.customApiIds(),
                "customPages", bound.customPages(),
                "resourceRootPathBlobs", bound.resourceRootPathBlobs(),
                "workflowCallbackUris", bound.workflowCallbackMentions());
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }
}
