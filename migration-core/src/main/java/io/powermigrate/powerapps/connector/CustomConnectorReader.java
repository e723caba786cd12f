package io.powermigrate.powerapps.connector;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.http.Call;
import io.powermigrate.http.Reply;
import io.powermigrate.http.ServiceException;
import io.powermigrate.http.UriText;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.ResourceType;
import io.powermigrate.platform.PowerPlatformClient;
import io.powermigrate.powerapps.shape.Cleansing;
import io.powermigrate.powerapps.shape.Kept;
import io.powermigrate.powerapps.shape.Place;
import io.powermigrate.spi.Matching;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads custom connectors (wire/power-platform.md, section 6). A fetched one has two artifacts: the OpenAPI document that
 * its maker wrote, and its settings; both without secrets, which the service never gives back anyway. Thread-safe.
 */
public final class CustomConnectorReader implements ResourceReader<CustomConnector> {

    private static final String VERSION = "api-version=2016-11-01";

    /** A reader; it holds no state. */
    public CustomConnectorReader() {}

    @Override
    public ResourceType<CustomConnector> type() {
        return CustomConnector.TYPE;
    }

    @Override
    public Optional<URI> page(Inventory environment) {
        return Place.of(environment).page("customconnectors");
    }

    /** For a user only: administrators can ask for one by its name, but no list for them is known (section 6). */
    @Override
    public Stream<CustomConnector> list(Endpoint endpoint) {
        PowerPlatformClient client = endpoint.client(PowerPlatformClient.KEY);
        if (client.appOnly()) {
            throw new MigrationException(
                    "The custom connectors of " + endpoint.name()
                            + " were not listed because an application is signed in, "
                            + "and the service has no list of them for applications",
                    "Sign in as a user; what connections and flows name is in the inventory anyway");
        }
        URI uri = client.powerApps("/providers/Microsoft.PowerApps/apis?" + VERSION + filter(client.environmentName()));
        return client.transport()
                .items(Call.get(uri), "name")
                .filter(ConnectorItems::isCustom)
                .map(ConnectorItems::listed);
    }

    @Override
    public Coverage coverage(Endpoint endpoint) {
        return Coverage.visibleOnly(
                "a maker's list shows the custom connectors that the signed-in user made or was given; whether it shows "
                        + "what is shared with a group or is part of a solution is not known",
                "Ask the owners of the others to share them with that user");
    }

    @Override
    public CustomConnector fetch(CustomConnector listed, Endpoint endpoint, Workspace workspace) {
        PowerPlatformClient client = endpoint.client(PowerPlatformClient.KEY);
        Document answer = client.transport().object(Call.get(one(client, listed)), "name", "properties");
        Definition definition = definition(answer, client);
        CustomConnector detailed = definition.in(ConnectorItems.listed(answer));
        List<Artifact> artifacts = new ArrayList<>();
        if (definition.source() != Definition.Source.NONE) {
            artifacts.add(Kept.json(workspace, listed.displayName() + ".openapi", Cleansing.of(definition.openApi())));
        }
        Document settings = Cleansing.of(answer.at("properties").without("swagger"));
        artifacts.add(Kept.json(workspace, listed.displayName() + ".settings", settings));
        return CustomConnector.TYPE.of(detailed.item().withArtifacts(artifacts));
    }

    /** By binding, by the name without its hashes, then by a title that is unique there. */
    @Override
    public Match<CustomConnector> match(CustomConnector source, Inventory destination, Mapping mapping) {
        Match<CustomConnector> byName = Matching.byName(type(), source, destination, mapping);
        if (byName.kind() != Match.Kind.ABSENT
                || Matching.byBinding(type(), source, destination, mapping).isPresent()) {
            return byName;
        }
        List<CustomConnector> candidates =
                Called.in(destination).of(source.displayName(), source.name().everywhere());
        return switch (candidates.size()) {
            case 0 -> byName;
            case 1 -> Match.one(candidates.get(0), "has the same title");
            default -> Match.ambiguous(candidates, "several there have this title");
        };
    }

    /** Its hashes, its host and who made it may differ: the way in which connections to it authenticate may not. */
    @Override
    public List<Difference> differences(CustomConnector desired, CustomConnector actual) {
        boolean known = desired.isFetched() && actual.isFetched();
        return !known || desired.authentication().equals(actual.authentication())
                ? List.of()
                : List.of(new Difference(
                        "its authentication",
                        desired.authentication().toString(),
                        actual.authentication().toString()));
    }

    private static URI one(PowerPlatformClient client, CustomConnector connector) {
        return client.powerApps("/providers/Microsoft.PowerApps/apis/" + UriText.segment(connector.id()) + "?" + VERSION
                + filter(client.environmentName()));
    }

    /** The truth is a text here: {@code 'True'}. */
    private static String filter(String env) {
        return "&$filter=" + UriText.query("environment eq " + UriText.literal(env) + " and IsCustomApi eq 'True'");
    }

    /** The maker's document lies behind a signed address, which is asked without a token; the inline one is the runtime's. */
    private static Definition definition(Document answer, PowerPlatformClient client) {
        Document inline = answer.at("properties", "swagger");
        Optional<String> signed = answer.text("properties", "apiDefinitions", "originalSwaggerUrl");
        if (signed.isEmpty()) {
            return Definition.ofRuntime(inline, "the service gave no address of it");
        }
        try {
            Call call = Call.get(UriText.parse(signed.get())).presigned().accepting(403, 404);
            Reply reply = client.transport().send(call);
            return reply.isSuccess()
                    ? Definition.ofMaker(Definition.read(reply.json(), reply.text()))
                    : Definition.ofRuntime(inline, "its file was refused with status " + reply.status());
        } catch (ServiceException | Definition.Unread e) {
            return Definition.ofRuntime(inline, e.problem());
        }
    }
}
