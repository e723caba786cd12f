package io.powermigrate.testkit.fake.internal.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.wire.FakeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The shape of a connection reference of an app (wire/power-platform.md, section 2.3). */
final class ReferenceJson {

    private ReferenceJson() {}

    /** The references of a definition, in its order. */
    static List<FakeReference> of(JsonNode references) {
        List<FakeReference> all = new ArrayList<>();
        references.properties().forEach(each -> all.add(of(each.getKey(), each.getValue())));
        return List.copyOf(all);
    }

    private static FakeReference of(String key, JsonNode reference) {
        String id = reference.path("id").asText();
        List<String> sources = new ArrayList<>();
        reference.path("dataSources").forEach(source -> sources.add(source.asText()));
        String flow = reference
                .path("parameterHints")
                .path("workflowName")
                .path("value")
                .asText();
        String connector = id.substring(id.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return new FakeReference(key, connector, sources, Optional.of(flow).filter(text -> !text.isEmpty()));
    }

    /** The members that each reference on the wire has; more may be added by the caller. */
    static ObjectNode wire(String connectorName, String title, String iconUri, String tier) {
        ObjectNode reference = Json.object()
                .put("id", "/providers/microsoft.powerapps/apis/" + connectorName)
                .put("displayName", title)
                .put("iconUri", iconUri);
        reference.putArray("dataSources");
        reference.putArray("dependencies");
        reference.putArray("dependents");
        reference.putObject("parameterHints");
        reference.put("isOnPremiseConnection", false).put("bypassConsent", false);
        reference.putObject("dataSets");
        return reference.put("apiTier", tier).put("isCustomApiConnection", false);
    }
}
