package io.powermigrate.testkit.msapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code Properties.json} (wire/msapp.md, section 2.2). */
final class PropertiesJson {
    private PropertiesJson() {}

    static ObjectNode of(Blueprint blueprint) {
        Blueprint.Identity identity = blueprint.identity();
        ObjectNode node = Json.object()
                .put("Author", "")
                .put("Name", URLEncoder.encode(identity.name(), StandardCharsets.UTF_8) + ".msapp")
                .put("Id", identity.guid("Id"))
                .put("FileID", identity.guid("FileID"))
                .put("LocalConnectionReferences", Json.compact(new ConnectionReferences(blueprint).json()))
                .put("LocalDatabaseReferences", databases(blueprint))
                .put("LibraryDependencies", Json.compact(libraries(blueprint)));
        node.set("AppPreviewFlagsMap", PreviewFlags.json(identity.generation()));
        layout(node, identity);
        node.put("AppCreationSource", identity.kind().creationSource()).put("AppDescription", "");
        counters(node, blueprint);
        return node;
    }

    private static void layout(ObjectNode node, Blueprint.Identity identity) {
        boolean fixed = identity.kind() != DocumentKind.CUSTOM_PAGE;
        node.put("DocumentLayoutWidth", 1366)
                .put("DocumentLayoutHeight", 768)
                .put("DocumentLayoutOrientation", "landscape")
                .put("DocumentLayoutScaleToFit", fixed)
                .put("DocumentLayoutMaintainAspectRatio", fixed)
                .put("DocumentLayoutLockOrientation", false);
        if (identity.generation().hasYaml()) {
            node.put("ShowStatusBar", false).put("AppCopilotSchemaName", "");
        }
        node.put("OriginatingVersion", identity.generation().documentVersion())
                .put("DocumentAppType", "DesktopOrTablet")
                .put("DocumentType", identity.kind().documentType());
    }

    private static void counters(ObjectNode node, Blueprint blueprint) {
        boolean yaml = blueprint.generation().hasYaml();
        int errors = blueprint.extras().errors().size();
        if (yaml) {
            node.put("ManualOfflineProfileId", "");
        }
        node.put("DefaultConnectedDataSourceMaxGetRowsCount", 500).put("ContainsThirdPartyPcfControls", false);
        if (yaml) {
            node.put("ParserErrorCount", 0).put("BindingErrorCount", errors).put("ConnectionString", "");
        } else {
            node.put("ErrorCount", errors).put("InstrumentationKey", "");
        }
        node.put("EnableInstrumentation", false);
        ObjectNode counts = node.putObject("ControlCount");
        controlCounts(blueprint).forEach(counts::put);
        node.put("DeserializationLoadTime", 0.75).put("AnalysisLoadTime", 0.25);
    }

    private static Map<String, Integer> controlCounts(Blueprint blueprint) {
        Map<String, Integer> counts = new TreeMap<>();
        blueprint.screens().forEach(screen -> count(screen, counts));
        return counts;
    }

    private static void count(ControlPart part, Map<String, Integer> counts) {
        if (!part.template().isComponent()) {
            counts.merge(part.template().name(), 1, Integer::sum);
        }
        part.children().forEach(child -> count(child, counts));
    }

    private static ArrayNode libraries(Blueprint blueprint) {
        ArrayNode libraries = Json.array();
        for (Blueprint.Library library : blueprint.extras().libraries()) {
            libraries
                    .addObject()
                    .put("LibraryId", library.id())
                    .put("LibraryLogicalName", library.logicalName())
                    .put(
                            "OriginalComponentDefinitionTemplateId",
                            Ids.guid(library.id()).replace("-", ""))
                    .put("SourceLastTimeSaved", "2025-01-15T09:30:00.000+00:00")
                    .put("RefusedSourceLastTimeSaved", "0001-01-01T00:00:00")
                    .put("InstanceCount", 1);
        }
        return libraries;
    }

    /** Section 2.2.2. A document of 2.4.0 without Dataverse has an empty text, an older one an empty object. */
    private static String databases(Blueprint blueprint) {
        boolean yaml = blueprint.generation().hasYaml();
        List<String> codeComponents = blueprint.extras().codeComponents();
        if (blueprint.data().tables().isEmpty() && codeComponents.isEmpty()) {
            return yaml ? "" : "{}";
        }
        ObjectNode database = Json.object()
                .put("state", "Configured")
                .put("instanceUrl", blueprint.data().instanceUrl())
                .put("webApiVersion", "v9.0");
        if (yaml) {
            database.put("environmentVariableName", "");
        }
        ObjectNode sources = database.putObject("dataSources");
        for (Blueprint.Table table : blueprint.data().tables()) {
            sources.putObject(table.name())
                    .put("entitySetName", table.entitySetName())
                    .put("logicalName", table.logicalName());
        }
        components(database, codeComponents);
        return Json.compact(Json.object(DataSourcesJson.DATASET, database));
    }

    private static void components(ObjectNode database, List<String> names) {
        if (!names.isEmpty()) {
            ArrayNode components = database.putArray("components");
            names.forEach(name -> components
                    .addObject()
                    .put("ComponentName", "CustomControl")
                    .put("Identifier", name)
                    .put("IdentifierType", 0)
                    .putObject("Capabilities")
                    .put("PCFExternalServiceUsageAllowed", false));
        }
    }
}
