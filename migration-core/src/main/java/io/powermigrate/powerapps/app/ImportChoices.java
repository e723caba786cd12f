package io.powermigrate.powerapps.app;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Bound;
import io.powermigrate.model.Document;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.SlotType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of each resource of a package (wire/canvas-app-import.md, section 3, step 4). Pure.
 *
 * @param app what is wanted
 * @param existing the id of the app to update; empty to make a new one
 * @param displayName what the app is called in the destination
 * @param bindings ids of the destination
 */
record ImportChoices(CanvasApp app, Optional<String> existing, String displayName, Bindings bindings) {

    private static final String APPS = "/providers/Microsoft.PowerApps/apps/";
    private static final String APIS = "/providers/Microsoft.PowerApps/apis/";
    private static final String FLOWS = "/providers/Microsoft.Flow/flows/";

    /** The body for validation: what the parameters hold, with every choice made. */
    Document body(Document parameters, Map<String, String> origins) {
        Map<String, Object> resources = new LinkedHashMap<>();
        parameters
                .at("resources")
                .members()
                .forEach((key, resource) -> resources.put(key, chosen(resource, origins.getOrDefault(key, ""))));
        Map<String, Object> body = new LinkedHashMap<>();
        for (String member : List.of("details", "packageLink", "status")) {
            if (!parameters.at(member).isMissing()) {
                body.put(member, parameters.at(member));
            }
        }
        body.put("resources", resources);
        return Document.of(body);
    }

    private Document chosen(Document resource, String origin) {
        String type = resource.text("type").orElse("");
        if (type.equalsIgnoreCase("Microsoft.PowerApps/apps")) {
            Document named = resource.with("details", resource.at("details").with("displayName", displayName));
            return existing.map(
                            id -> named.with("selectedCreationType", "Update").with("id", APPS + id))
                    .orElseGet(() -> named.with("selectedCreationType", "New"));
        }
        if (type.equalsIgnoreCase("Microsoft.PowerApps/apis")) {
            return connector(resource, origin);
        }
        if (type.equalsIgnoreCase("Microsoft.PowerApps/apis/connections")) {
            return existing(resource, connection(resource, origin));
        }
        if (type.equalsIgnoreCase("Microsoft.Flow/flows")) {
            return existing(resource, flow(resource, origin));
        }
        throw new MigrationException(
                unfit(resource) + " because its type \"" + type + "\" is not known",
                "Update the library, or move the app with a solution");
    }

    /**
     * The service finds its own connectors itself; a custom one has another id in each environment, and its entry may hold
     * no id at all.
     */
    private Document connector(Document resource, String origin) {
        String name = ConnectionUse.last(
                resource.text("id").filter(id -> !id.isBlank()).orElse(origin));
        Optional<String> there = bindings.destinationId(ResourceKey.ofId(AppNeeds.CONNECTOR, name));
        boolean user = resource.text("configurableBy").orElse("").equalsIgnoreCase("User");
        return there.isPresent() || user ? existing(resource, APIS + ConnectionUse.last(there.orElse(name))) : resource;
    }

    private String connection(Document resource, String origin) {
        String[] parts = origin.split("/");
        String name = ConnectionUse.last(origin);
        Optional<String> bound = bindings.of(AppNeeds.slot(name, app.key())).map(Bound::value);
        if (bound.isPresent() && parts.length > 2) {
            String connector = parts[parts.length - 3];
            String there = bindings.destinationId(ResourceKey.ofId(AppNeeds.CONNECTOR, connector))
                    .orElse(connector);
            return APIS + ConnectionUse.last(there) + "/connections/" + ConnectionUse.last(bound.get());
        }
        return resource.text("suggestedId")
                .filter(id -> !id.isBlank())
                .orElseThrow(() -> name.isEmpty() ? unknown(resource) : unbound(resource, name));
    }

    private MigrationException unbound(Document resource, String name) {
        return new MigrationException(
                unfit(resource) + " because the connection " + name + " is bound to none of the destination",
                "Map it: "
                        + Binding.toBeFilledIn(new SlotType(AppNeeds.CONNECTION), name)
                                .toCode());
    }

    /** Of a connection that only a flow in the package uses, neither package nor document tells the id. */
    private MigrationException unknown(Document resource) {
        return new MigrationException(
                unfit(resource) + " because the destination has no connection of its connector",
                "Make one there, then plan again");
    }

    private String flow(Document resource, String origin) {
        String name = ConnectionUse.last(origin);
        return bindings.destinationId(ResourceKey.ofId(AppNeeds.FLOW, name))
                .map(id -> FLOWS + ConnectionUse.last(id))
                .orElseThrow(() -> new MigrationException(
                        unfit(resource) + " because the flow " + name + " is not in the destination",
                        "Recreate the flow there, or map it: "
                                + Binding.toBeFilledIn(new SlotType(AppNeeds.FLOW), name)
                                        .toCode()));
    }

    private String unfit(Document resource) {
        return "The app \"" + app.displayName() + "\" was not imported: the part \""
                + resource.text("details", "displayName").orElse("without a name") + "\" of its package found no place";
    }

    private static Document existing(Document resource, String id) {
        return resource.with("selectedCreationType", "Existing").with("id", id);
    }
}
