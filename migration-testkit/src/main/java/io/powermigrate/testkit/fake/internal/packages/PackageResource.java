package io.powermigrate.testkit.fake.internal.packages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * One resource of a package, in its three spellings: of the list, of the export's answers, of the manifest
 * (wire/power-platform.md, section 3). Immutable.
 *
 * @param id the full id
 * @param kind which of the four types
 * @param displayName what people see
 * @param iconUri the icon, empty if it has none
 * @param custom whether it is a custom connector: a person has to choose its counterpart
 * @param root whether the export was asked for it
 * @param suggested what the export was told to suggest at import
 * @param dependsOn the ids of what it needs, duplicates allowed
 */
public record PackageResource(
        String id,
        Kind kind,
        String displayName,
        String iconUri,
        boolean custom,
        boolean root,
        String suggested,
        List<String> dependsOn) {
    public PackageResource {
        dependsOn = List.copyOf(dependsOn);
    }

    public enum Kind {
        APP("Microsoft.PowerApps/apps", "New, Update"),
        FLOW("Microsoft.Flow/flows", "Existing, New, Update"),
        API("Microsoft.PowerApps/apis", ""),
        CONNECTION("Microsoft.PowerApps/apis/connections", "Existing");

        private final String type;
        private final String creation;

        Kind(String type, String creation) {
            this.type = type;
            this.creation = creation;
        }

        public String type() {
            return type;
        }
    }

    public static String listKey(String id) {
        byte[] upper = id.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(upper);
    }

    public String name() {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    public PackageResource suggesting(String creation) {
        return new PackageResource(id, kind, displayName, iconUri, custom, root, creation, dependsOn);
    }

    /** As listPackageResources answers. */
    public ObjectNode listed() {
        ObjectNode node = Json.object();
        named(node);
        body(node, PackageResource::listKey, true);
        return node;
    }

    /** As the export and its polls answer: GUID keys, with a status, and the hierarchy as long as it runs. */
    public ObjectNode exported(UnaryOperator<String> keys, String status) {
        ObjectNode node = Json.object();
        named(node);
        node.put("status", status).put("suggestedCreationType", suggested);
        body(node, keys, status.equals("Running"));
        return node;
    }

    /** As the manifest holds it: only connectors of the catalogue keep id and name. */
    public ObjectNode packed(UnaryOperator<String> keys) {
        ObjectNode node = Json.object();
        if (kind == Kind.API && !custom) {
            node.put("id", id).put("name", name());
        }
        node.put("type", kind.type).put("suggestedCreationType", suggested);
        body(node, keys, kind != Kind.APP);
        node.remove(kind == Kind.API && !custom ? List.of("creationType") : List.of());
        return node;
    }

    private void named(ObjectNode node) {
        node.put("id", id).put("name", name()).put("type", kind.type);
    }

    private void body(ObjectNode node, UnaryOperator<String> keys, boolean hierarchy) {
        String creation = kind == Kind.API && custom ? "Existing" : kind.creation;
        if (!creation.isEmpty()) {
            node.put("creationType", creation);
        }
        ObjectNode details = node.putObject("details").put("displayName", displayName);
        if (!iconUri.isEmpty()) {
            details.put("iconUri", iconUri);
        }
        node.put("configurableBy", kind == Kind.API && !custom ? "System" : "User");
        if (hierarchy) {
            node.put("hierarchy", root ? "Root" : "Child");
        }
        ArrayNode needs = node.putArray("dependsOn");
        dependsOn.forEach(id -> needs.add(keys.apply(id)));
    }
}
