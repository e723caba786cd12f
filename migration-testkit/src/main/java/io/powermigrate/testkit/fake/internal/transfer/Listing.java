package io.powermigrate.testkit.fake.internal.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.environments.Holdings;
import io.powermigrate.testkit.fake.internal.ids.ResourceIds;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.packages.PackageResource;
import io.powermigrate.testkit.fake.internal.world.AppState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The resources that a package of an app or a flow would hold. One per call; not thread-safe. */
final class Listing {
    private final Holdings has;
    private final Map<String, PackageResource> found = new LinkedHashMap<>();

    private Listing(Holdings has) {
        this.has = has;
    }

    static List<PackageResource> ofApp(AppState app, Holdings has) {
        Listing listing = new Listing(has);
        String id = ResourceIds.app(app.id());
        listing.found.put(id, root(id, app.displayName(), List.of()));
        List<String> needs = new ArrayList<>();
        for (JsonNode reference : app.published().properties().path("connectionReferences")) {
            needs.add(listing.api(reference.path("id").asText(), reference));
            String flow = reference.at("/parameterHints/workflowName/value").asText("");
            if (!flow.isEmpty()) {
                needs.addAll(listing.flow(flow, false));
            }
        }
        listing.found.put(id, root(id, app.displayName(), needs));
        return List.copyOf(listing.found.values());
    }

    static List<PackageResource> ofFlow(String name, Holdings has) {
        Listing listing = new Listing(has);
        listing.flow(name, true);
        return List.copyOf(listing.found.values());
    }

    private static PackageResource root(String id, String displayName, List<String> needs) {
        return new PackageResource(id, PackageResource.Kind.APP, displayName, "", false, true, "New", needs);
    }

    private String api(String any, JsonNode reference) {
        String id = ResourceIds.api(any);
        ObjectNode facts = has.connector(ResourceIds.last(id)).orElseGet(Json::object);
        boolean custom = facts.path("isCustomApi")
                .asBoolean(reference.path("isCustomApiConnection").asBoolean(false));
        String label =
                reference.path("displayName").asText(facts.path("displayName").asText(ResourceIds.last(id)));
        String icon = reference.path("iconUri").asText(facts.path("iconUri").asText(""));
        add(new PackageResource(id, PackageResource.Kind.API, label, icon, custom, false, "Existing", List.of()));
        return id;
    }

    /** Adds the flow with its connectors and connections; answers what an app that runs it depends on. */
    private List<String> flow(String name, boolean root) {
        String id = ResourceIds.flow(name);
        ObjectNode properties = has.flow(name).orElseGet(Json::object);
        List<String> needs = new ArrayList<>();
        List<String> apis = new ArrayList<>();
        for (JsonNode reference : properties.path("connectionReferences")) {
            String api = api(reference.path("id").asText(), reference);
            String connection =
                    api + "/connections/" + reference.path("connectionName").asText();
            String label = reference.path("displayName").asText(ResourceIds.last(api));
            add(new PackageResource(
                    connection, PackageResource.Kind.CONNECTION, label, "", false, false, "Existing", List.of(api)));
            apis.add(api);
            needs.add(api);
            needs.add(connection);
        }
        String label = properties.path("displayName").asText(name);
        add(new PackageResource(id, PackageResource.Kind.FLOW, label, "", false, root, "New", needs));
        apis.add(0, id);
        return apis;
    }

    private void add(PackageResource resource) {
        found.putIfAbsent(resource.id().toLowerCase(Locale.ROOT), resource);
    }
}
