package io.powermigrate.testkit.fake.internal.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.json.Json;

/** The settings of a tenant that administrators read and change (wire/power-platform.md, section 1.3). Thread-safe. */
public final class TenantSettings {
    private final ObjectNode settings = Json.object()
            .put("walkMeOptOut", false)
            .put("disableNPSCommentsReachout", false)
            .put("disableEnvironmentCreationByNonAdminUsers", false)
            .put("disableTrialEnvironmentCreationByNonAdminUsers", false)
            .put("disableSupportTicketsVisibleByAllUsers", false);

    TenantSettings() {
        settings.putObject("powerPlatform").putObject("governance").put("disableAdminDigest", false);
    }

    public synchronized ObjectNode all() {
        return settings.deepCopy();
    }

    /** Members that the changes do not name stay as they are; so do empty objects, which clients send for groups. */
    public synchronized ObjectNode change(ObjectNode changes) {
        merge(settings, changes);
        return all();
    }

    private static void merge(ObjectNode into, ObjectNode changes) {
        changes.properties().forEach(change -> {
            JsonNode value = change.getValue();
            if (value instanceof ObjectNode group) {
                merge(into.withObjectProperty(change.getKey()), group);
            } else {
                into.set(change.getKey(), value.deepCopy());
            }
        });
    }
}
