package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.FakeClock;
import java.time.Duration;

/** Walks one app the whole way, knowing every fact of the import. */
final class Walker {
    private final PackageClient client;
    private final FakeClock clock;

    /** @param clock that of the fake: a service may show an import only after a while */
    Walker(FakeService fake, FakeUser user, FakeClock clock) {
        this.client = PackageClient.of(fake, user);
        this.clock = clock;
    }

    byte[] export(FakeApp app) {
        return client.export(app);
    }

    String launched(FakeApp app) {
        return client.launched(app);
    }

    /** Imports as a new app; answers its id. */
    String install(FakeEnvironment destination, byte[] zip) {
        ObjectNode parameters = client.parameters(destination, zip);
        parameters.path("resources").forEach(node -> choose(destination, (ObjectNode) node));
        JsonNode valid = client.bap(destination, "validateImportPackage", parameters.toString())
                .body();
        PackageClient.Reply started = client.bap(destination, "importPackage", valid.toString());
        clock.advance(Duration.ofMinutes(3));
        JsonNode done = client.await(started);
        for (JsonNode resource : done.path("resources")) {
            if (resource.path("type").asText().equals("Microsoft.PowerApps/apps")) {
                return resource.path("name").asText();
            }
        }
        throw new AssertionError("no app in " + done);
    }

    private static void choose(FakeEnvironment destination, ObjectNode resource) {
        boolean app = resource.path("type").asText().equals("Microsoft.PowerApps/apps");
        resource.put("selectedCreationType", app ? "New" : "Existing");
        String title = resource.at("/details/displayName").asText();
        if (resource.path("type").asText().equals("Microsoft.Flow/flows")) {
            destination.flows().stream()
                    .filter(f -> f.displayName().equals(title))
                    .forEach(f -> resource.put("id", f.resourceId()));
        } else if (resource.path("type").asText().endsWith("/connections")) {
            resource.set("id", resource.path("suggestedId"));
        } else if (!app && !resource.has("id")) {
            destination.customConnectors().stream()
                    .filter(c -> c.displayName().equals(title))
                    .forEach(c -> resource.put("id", c.id()));
        }
    }

    /** Writes the references into the draft under a lease, and publishes. */
    int finish(FakeApp arrived, FakeApp model) {
        String id = arrived.id();
        PackageClient.Reply lease = client.app("POST", "/" + id + "/acquireLease?forceLeaseAcquisition=false", "");
        ObjectNode body = (ObjectNode) client.app("GET", "/" + id + "?$expand=unpublishedAppDefinition", "")
                .body();
        ObjectNode properties = (ObjectNode) body.path("properties");
        JsonNode draft = properties.at("/unpublishedAppDefinition/properties/appUris");
        if (draft.isObject()) {
            properties.set("appUris", draft);
        }
        properties.put("lifeCycleId", "Draft");
        properties.set(
                "connectionReferences", model.published().inside().properties().path("connectionReferences"));
        PackageClient.Reply written = client.app("PUT", "/" + id, body.toString());
        client.app("POST", "/" + id + "/releaseLease", lease.body().toString());
        client.app("POST", "/" + id + "/publish", "");
        return written.status();
    }
}
