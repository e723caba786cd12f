package io.powermigrate.powerapps.flow;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.http.Call;
import io.powermigrate.http.Reply;
import io.powermigrate.http.UriText;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.ResourceType;
import io.powermigrate.platform.PowerPlatformClient;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.shape.Kept;
import io.powermigrate.powerapps.shape.Place;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Reads cloud flows (wire/power-platform.md, section 4). A fetched one has its definition as an artifact, without
 * secrets, callback addresses and the ids of who made it. Thread-safe.
 */
public final class CloudFlowReader implements ResourceReader<CloudFlow> {

    private static final String VERSION = "api-version=2016-11-01";
    private static final String SHARED = "&$filter=" + UriText.query("search('team')");

    /** A reader; it holds no state. */
    public CloudFlowReader() {}

    @Override
    public ResourceType<CloudFlow> type() {
        return CloudFlow.TYPE;
    }

    @Override
    public Optional<URI> page(Inventory environment) {
        return Place.of(environment).page("flows");
    }

    /**
     * For an application the list of administrators, which holds all. For a user two lists: without a filter the service
     * gives only what the user created, and with {@code search('team')} what is shared, by the user or with the user
     * (wire/power-platform.md, section 14). A flow in both comes once.
     */
    @Override
    public Stream<CloudFlow> list(Endpoint endpoint) {
        PowerPlatformClient client = endpoint.client(PowerPlatformClient.KEY);
        if (client.appOnly()) {
            return list(client, "/v2/flows?" + VERSION); // without v2 it is deprecated
        }
        String created = "/flows?" + VERSION + "&include=includeSolutionCloudFlows";
        Set<String> ids = ConcurrentHashMap.newKeySet();
        return Stream.of(created, created + SHARED)
                .flatMap(path -> list(client, path))
                .filter(flow -> ids.add(flow.id().toLowerCase(Locale.ROOT)));
    }

    private static Stream<CloudFlow> list(PowerPlatformClient client, String path) {
        return client.transport()
                .items(Call.get(client.flow(base(client) + path)), "name")
                .filter(FlowItems::isThere)
                .map(FlowItems::listed);
    }

    @Override
    public Coverage coverage(Endpoint endpoint) {
        return endpoint.client(PowerPlatformClient.KEY).appOnly()
                ? Coverage.complete()
                : Coverage.visibleOnly(
                        "a maker's lists show the flows that the signed-in user created and those that are shared with "
                                + "that user as co-owner; whether they show what is shared with a group is not known",
                        "Have that user made a co-owner of the others, or read as an application that is registered "
                                + "for administration");
    }

    /** A flow that the caller may not open stays as it was listed, and says so: the service calls that 403 or 404. */
    @Override
    public CloudFlow fetch(CloudFlow listed, Endpoint endpoint, Workspace workspace) {
        PowerPlatformClient client = endpoint.client(PowerPlatformClient.KEY);
        Call call = Call.get(client.flow(base(client) + "/flows/" + UriText.segment(listed.id()) + "?" + VERSION));
        Reply reply = client.transport().send(call.accepting(403, 404));
        if (!reply.isSuccess()) {
            return notRead(listed, "the service answered " + reply.status() + " to who is signed in");
        }
        Document answer = reply.object(call, "name", "properties");
        CloudFlow flow = FlowItems.listed(answer);
        Document definition = FlowItems.definition(answer);
        if (definition.members().isEmpty()) {
            return notRead(flow, "the service gave no definition to who is signed in");
        }
        return CloudFlow.TYPE.of(
                flow.item().withArtifacts(List.of(Kept.json(workspace, listed.displayName() + ".flow", definition))));
    }

    @Override
    public List<Item> mentions(CloudFlow fetched) {
        List<Item> mentions = new ArrayList<>();
        String by = "the flow " + fetched.displayName();
        for (CloudFlow.Use use : fetched.knownConnections()) {
            if (!use.connection().isEmpty()) {
                mentions.add(Connection.mentioned(use.connector(), use.connection(), by));
            }
            if (use.connector().isCustom()) {
                mentions.add(CustomConnector.mentioned(use.connector(), by));
            }
        }
        return mentions;
    }

    /**
     * Made by a person it may differ inside; it has to start the same way and to run where the other one runs. Where solutions keep
     * both, a rule tells that it is off: it arrives so, and who moves solutions switches it on.
     */
    @Override
    public List<Difference> differences(CloudFlow desired, CloudFlow actual) {
        List<Difference> differences = new ArrayList<>();
        boolean inSolutions = desired.isInSolution() && actual.isInSolution();
        if (desired.isStarted() && !actual.isStarted() && !inSolutions) {
            differences.add(new Difference("its state", desired.state(), actual.state()));
        }
        boolean known = !desired.trigger().isEmpty() && !actual.trigger().isEmpty();
        if (known && !desired.trigger().equalsIgnoreCase(actual.trigger())) {
            differences.add(new Difference("its trigger", desired.trigger(), actual.trigger()));
        }
        return differences;
    }

    private static CloudFlow notRead(CloudFlow flow, String why) {
        return CloudFlow.TYPE.of(flow.item().withContent(flow.content().with("notRead", why)));
    }

    private static String base(PowerPlatformClient client) {
        return "/providers/Microsoft.ProcessSimple/" + (client.appOnly() ? "scopes/admin/" : "") + "environments/"
                + UriText.segment(client.environmentName());
    }
}
