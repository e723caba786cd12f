package io.powermigrate.powerapps.flow;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import io.powermigrate.powerapps.shape.ConnectorName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cloud flow (wire/power-platform.md, section 4). Its key is its display name, its id the GUID that apps bind to: that
 * GUID differs in the destination.
 */
public record CloudFlow(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<CloudFlow> TYPE =
            new ResourceType<>("cloud-flow", CloudFlow.class, CloudFlow::new);

    /**
     * One connection of a flow.
     *
     * @param reference what the definition calls it
     * @param connector its connector
     * @param connection the connection's name; empty where the flow leaves it to a connection reference of a solution
     * @param source Embedded: the flow's own; Invoker: of the user who runs the flow
     */
    public record Use(String reference, ConnectorName connector, String connection, String source) {

        /** Whether it is of the user who runs the flow. */
        public boolean isInvoker() {
            return source.equalsIgnoreCase("Invoker");
        }

        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    /**
     * The item of a flow that only an app names.
     *
     * @param title what the app calls it
     * @param connections ids of the connections that it calls, with their connectors, as far as a package tells them
     * @param by what names it
     */
    public static Item mentioned(String id, String title, List<String> connections, String by) {
        Item item = Item.of(TYPE.key(title), id, title).withContent(Document.of(Map.of("mentionedBy", by)));
        return connections.isEmpty() ? item : FlowItems.calling(item, connections);
    }

    /** What starts it, such as {@code Recurrence} or {@code PowerApp}; empty where the list did not tell. */
    public String trigger() {
        return content().text("trigger").orElse("");
    }

    /** Started, Stopped, Suspended, or a newer word. */
    public String state() {
        return content().text("state").orElse("");
    }

    /** Whether it runs. */
    public boolean isStarted() {
        return state().equalsIgnoreCase("Started");
    }

    /** Why the service suspended it; empty where it did not. */
    public String suspension() {
        return content().text("suspension").orElse("");
    }

    /** Whether an app can call it. */
    public boolean isCallable() {
        return trigger().toLowerCase(Locale.ROOT).startsWith("powerapp");
    }

    /** Whether it lives in a solution. */
    public boolean isInSolution() {
        return content().text("solutionEntity").isPresent();
    }

    /**
     * The connections that it uses.
     *
     * @throws io.powermigrate.model.NotFetchedException when it was only listed, and the list did not tell them, or could
     *     not be fetched
     */
    public List<Use> connections() {
        return uses(detail("connections", "The connections"));
    }

    /** As far as they are known. */
    List<Use> knownConnections() {
        return uses(content().at("connections"));
    }

    private static List<Use> uses(Document connections) {
        return connections.items().stream()
                .map(each -> new Use(
                        each.text("reference").orElse(""),
                        ConnectorName.of(each.text("connector").orElse("")),
                        each.text("connection").orElse(""),
                        each.text("source").orElse("")))
                .toList();
    }

    /**
     * How an app calls it: {@code input NAME} and {@code output NAME} with their types; empty for a flow that no app can
     * call.
     *
     * @throws io.powermigrate.model.NotFetchedException when its definition was not read
     */
    public Map<String, String> signature() {
        Map<String, String> signature = new TreeMap<>();
        detail("signature", "The inputs and outputs")
                .members()
                .forEach((name, type) -> signature.put(name, type.text().orElse("")));
        return signature;
    }

    /**
     * Digest of its definition without secrets.
     *
     * @throws io.powermigrate.model.NotFetchedException when its definition was not read
     */
    public String definitionDigest() {
        return detail("definition", "The definition's digest").text().orElse("");
    }

    /** Also false where the service refused to open it. */
    @Override
    public boolean isFetched() {
        return Resource.super.isFetched() && notRead().isEmpty();
    }

    /** Why its details could not be read; empty where they could, or were not asked for. */
    public String notRead() {
        return content().text("notRead").orElse("");
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
