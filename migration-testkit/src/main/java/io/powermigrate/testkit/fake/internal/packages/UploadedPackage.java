package io.powermigrate.testkit.fake.internal.packages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.document.AppDocument;
import io.powermigrate.testkit.fake.internal.document.Archive;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A package that somebody uploaded, read and checked as the import does. Immutable by agreement. */
public final class UploadedPackage {
    private static final String APPS = "Microsoft.PowerApps/apps/";
    private static final String FLOWS = "Microsoft.Flow/flows/";

    private final Archive archive;
    private final ObjectNode manifest;

    private UploadedPackage(Archive archive, ObjectNode manifest) {
        this.archive = archive;
        this.manifest = manifest;
    }

    /**
     * Reads a package.
     *
     * @throws Refusal PackageManifestNotFound for what is no zip or has no manifest at its root, MissingPackageManifest for
     *     flows without their own manifest
     */
    public static UploadedPackage read(byte[] zip) {
        try {
            Archive archive = Archive.read(zip);
            byte[] manifest = archive.find("manifest.json").orElseThrow(() -> noManifest("it has no manifest.json"));
            boolean flows = archive.entries().stream().anyMatch(e -> e.path().startsWith(FLOWS));
            if (flows && archive.find(FLOWS + "manifest.json").isEmpty()) {
                throw Refusal.of(400, "MissingPackageManifest", "The manifest of the package's flows is missing.");
            }
            return new UploadedPackage(archive, Json.read(manifest));
        } catch (IOException e) {
            throw noManifest(String.valueOf(e.getMessage()));
        }
    }

    private static Refusal noManifest(String why) {
        return Refusal.of(400, "PackageManifestNotFound", "The package's manifest was not found: " + why + ".");
    }

    public ObjectNode details() {
        return Json.copy(manifest.path("details"));
    }

    public ObjectNode resources() {
        return Json.copy(manifest.path("resources"));
    }

    public String telemetry() {
        return manifest.at("/details/packageTelemetryId").asText("");
    }

    /** The app's key in the manifest, if the package holds an app. */
    public Optional<String> appKey() {
        return keysOf(PackageResource.Kind.APP).stream().findFirst();
    }

    public List<String> keysOf(PackageResource.Kind kind) {
        List<String> keys = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : manifest.path("resources").properties()) {
            if (entry.getValue().path("type").asText().equalsIgnoreCase(kind.type())) {
                keys.add(entry.getKey());
            }
        }
        return keys;
    }

    /** The number of the app's folder: where {@code {n}/{n}.json} lies. */
    public Optional<String> folder() {
        for (Archive.Entry entry : archive.entries()) {
            String[] parts = entry.path().split("/");
            if (entry.path().startsWith(APPS) && parts.length == 4 && parts[3].equals(parts[2] + ".json")) {
                return Optional.of(parts[2]);
            }
        }
        return Optional.empty();
    }

    /** {@code appDefinitionTemplate} of the app's own JSON. */
    public ObjectNode definition() {
        String folder = folder().orElseThrow(() -> broken("no app folder"));
        try {
            byte[] json = archive.find(APPS + folder + "/" + folder + ".json").orElseThrow();
            return Json.copy(Json.read(json).path("appDefinitionTemplate"));
        } catch (IOException e) {
            throw broken("the app's definition is no JSON");
        }
    }

    /** The document that the definition names. */
    public byte[] document() {
        String address =
                definition().at("/properties/appUris/documentUri/value").asText("");
        return archive.find(APPS + (address.startsWith("/") ? address.substring(1) : address))
                .orElseThrow(() -> broken("documentUri names no entry of the package"));
    }

    /** {@code Id} in the document's properties, empty for a document that cannot be read. */
    public String documentId() {
        try {
            return AppDocument.read(document()).properties().path("Id").asText("");
        } catch (IOException e) {
            return "";
        }
    }

    /** A flow's definition.json, by its manifest key. */
    public ObjectNode flow(String key) {
        try {
            byte[] json = archive.find(FLOWS + key + "/definition.json").orElseThrow(() -> broken("no flow " + key));
            return Json.read(json);
        } catch (IOException e) {
            throw broken("the definition of the flow is no JSON");
        }
    }

    /** Reference name to manifest key of the connection, of one flow. */
    public ObjectNode flowConnections(String key) {
        try {
            return Json.read(archive.find(FLOWS + key + "/connectionsMap.json").orElse("{}".getBytes(UTF_8)));
        } catch (IOException e) {
            throw broken("the connections map of the flow is no JSON");
        }
    }

    /** Keys that some resource depends on and the manifest does not hold. */
    public List<String> dangling() {
        Map<String, String> known = new TreeMap<>();
        manifest.path("resources").fieldNames().forEachRemaining(k -> known.put(k.toLowerCase(Locale.ROOT), k));
        List<String> dangling = new ArrayList<>();
        for (JsonNode resource : manifest.path("resources")) {
            for (JsonNode key : resource.path("dependsOn")) {
                if (!known.containsKey(key.asText().toLowerCase(Locale.ROOT))) {
                    dangling.add(key.asText());
                }
            }
        }
        return dangling;
    }

    private static Refusal broken(String why) {
        return Refusal.of(400, "InvalidPackage", "The package is not valid: " + why + ".");
    }
}
