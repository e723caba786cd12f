package io.powermigrate.testkit.fake.packaging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.document.AppDocument;
import java.util.Map;

/** An app as Studio makes one of a document. */
final class NewApp {
    private static final Map<String, String> TYPES =
            Map.of("Page", "CustomCanvasPage", "ComponentLibrary", "CanvasComponentLibrary");

    private NewApp() {}

    static AppVersion version(AppDocument document, byte[] msapp, String address) {
        boolean phone = document.properties().path("DocumentAppType").asText().equals("Phone");
        ObjectNode tags = Json.object().put("primaryDeviceWidth", phone ? "640" : "1366");
        tags.put("primaryDeviceHeight", phone ? "1136" : "768").put("primaryFormFactor", phone ? "Phone" : "Tablet");
        tags.put("supportsPortrait", String.valueOf(phone)).put("supportsLandscape", String.valueOf(!phone));
        tags.put("minimumRequiredApiVersion", "2.2.0").put("publisherVersion", "3.24101.16");
        tags.put("deviceCapabilities", "").put("hasComponent", "false").put("isUnifiedRootApp", "false");
        ObjectNode properties = Json.object().put("displayName", document.appName());
        properties.put(
                "description", document.properties().path("AppDescription").asText(""));
        properties.put("backgroundColor", "RGBA(0,176,240,1)");
        properties.set("createdByClientVersion", clientVersion());
        properties.set("minClientVersion", clientVersion());
        properties.set("connectionReferences", document.connectionReferences());
        properties.set("databaseReferences", document.databaseReferences());
        properties.put("performanceOptimizationEnabled", true).put("canConsumeAppPass", true);
        String type = TYPES.getOrDefault(document.documentType(), "ClassicCanvasApp");
        return new AppVersion(tags, properties, type, msapp, address);
    }

    private static ObjectNode clientVersion() {
        ObjectNode version = Json.object().put("major", 3).put("minor", 24101);
        return version.put("build", 16)
                .put("revision", 0)
                .put("majorRevision", 0)
                .put("minorRevision", 0);
    }
}
