package io.powermigrate.testkit.fake.internal.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What the service reads out of an app's document: its name and its references (wire/msapp.md, section 2.2.1).
 */
record MsappContent(String name, ObjectNode connectionReferences, ObjectNode databaseReferences) {

    static MsappContent named(String title) {
        return new MsappContent(title, Json.object(), Json.object());
    }

    static MsappContent of(byte[] msapp) {
        Map<String, String> entries = read(msapp);
        ObjectNode properties = object(entries.getOrDefault("properties.json", ""));
        String published = object(entries.getOrDefault(
                        "resources/publishinfo.json", entries.getOrDefault("publishinfo.json", "")))
                .path("AppName")
                .asText("");
        String name = published.isEmpty() ? properties.path("Name").asText("App") : published;
        return new MsappContent(
                name,
                references(embedded(properties.path("LocalConnectionReferences"))),
                databases(embedded(properties.path("LocalDatabaseReferences"))));
    }

    /** Only the two small entries are kept; their names may have backslashes. */
    private static Map<String, String> read(byte[] msapp) {
        Map<String, String> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(msapp))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
                if (name.equals("properties.json") || name.endsWith("publishinfo.json")) {
                    entries.put(name, new String(zip.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", ""));
                }
            }
        } catch (IOException broken) {
            throw new IllegalArgumentException(
                    "The fake did not read the document of an app because it is no sound zip. Pass a whole .msapp.",
                    broken);
        }
        return entries;
    }

    private static ObjectNode references(ObjectNode local) {
        ObjectNode wire = Json.object();
        local.properties().forEach(each -> wire.set(each.getKey(), reference(each.getValue())));
        return wire;
    }

    private static ObjectNode reference(JsonNode local) {
        JsonNode ref = local.path("connectionRef");
        String id = ref.path("id").asText();
        ObjectNode wire = ReferenceJson.wire(
                id.substring(id.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT),
                ref.path("displayName").asText(""),
                ref.path("iconUri").asText(""),
                ref.path("apiTier").asText("Standard"));
        for (String flag : new String[] {"isOnPremiseConnection", "bypassConsent", "isCustomApiConnection"}) {
            wire.put(flag, ref.path(flag).asBoolean(false));
        }
        local.path("dataSources")
                .forEach(source -> wire.withArray("dataSources").add(source.asText()));
        local.path("dependencies").forEach(key -> wire.withArray("dependencies").add(key.asText()));
        local.path("dependents").forEach(key -> wire.withArray("dependents").add(key.asText()));
        copy(local.path("datasets"), wire, "dataSets");
        for (String member : new String[] {"parameterHints", "parameterHintsV2", "sharedConnectionId"}) {
            copy(ref.path(member), wire, member);
        }
        return wire;
    }

    private static void copy(JsonNode value, ObjectNode to, String member) {
        if (!value.isMissingNode() && !value.isNull()) {
            to.set(member, value.deepCopy());
        }
    }

    private static ObjectNode databases(ObjectNode local) {
        ObjectNode wire = Json.object();
        local.properties().forEach(each -> {
            ObjectNode database = wire.putObject(each.getKey());
            ObjectNode details = database.putObject("databaseDetails");
            details.put("referenceType", "Environmental").put("environmentName", each.getKey());
            details.putObject("overrideValues").put("status", "NotSpecified");
            database.set("dataSources", each.getValue().path("dataSources").deepCopy());
        });
        return wire;
    }

    private static ObjectNode embedded(JsonNode text) {
        return text instanceof ObjectNode object ? object : object(text.asText(""));
    }

    private static ObjectNode object(String text) {
        return text.isBlank() ? Json.object() : Json.objectOrEmpty(text.getBytes(StandardCharsets.UTF_8));
    }
}
