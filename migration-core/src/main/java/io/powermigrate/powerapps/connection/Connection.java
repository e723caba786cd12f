package io.powermigrate.powerapps.connection;

import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.shape.ConnectorName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A connection: an authenticated link of a connector (wire/power-platform.md, section 5). Its key is its connector and its
 * display name, its id the name that the service gave. No import carries it: a person makes it and consents.
 */
public record Connection(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<Connection> TYPE =
            new ResourceType<>("connection", Connection.class, Connection::new);

    private static final String CONNECTED = "Connected";

    /** What a connection is called in every environment. */
    public static ResourceKey key(ConnectorName connector, String displayName) {
        return TYPE.key(connector.everywhere() + " / " + displayName);
    }

    /**
     * What is known of a connection that is only named by something else.
     *
     * @param id its name in the source
     * @param by what names it, in words
     */
    public static Item mentioned(ConnectorName connector, String id, String by) {
        Document content = Document.of(Map.of("connector", connector.wire(), "mentionedBy", by));
        return Item.of(key(connector, id), id, id).withContent(content).withReferences(ofConnector(connector));
    }

    static Set<Reference> ofConnector(ConnectorName connector) {
        return connector.isCustom()
                ? Set.of(Reference.needs(ResourceKey.ofId(CustomConnector.TYPE.name(), connector.wire())))
                : Set.of();
    }

    /** Its connector. */
    public ConnectorName connector() {
        return ConnectorName.of(content().text("connector").orElse(""));
    }

    /** Connected, or the service's word for the trouble; empty where only its name is known. */
    public String status() {
        return content().text("status").orElse("");
    }

    /** Whether it works. */
    public boolean isConnected() {
        return status().equalsIgnoreCase(CONNECTED);
    }

    /** Server, database, site and the like, by name; never a secret. */
    public SortedMap<String, String> parameters() {
        SortedMap<String, String> parameters = new TreeMap<>();
        content().at("parameters").members().forEach((name, value) -> value.text()
                .ifPresent(text -> parameters.put(name, text)));
        return parameters;
    }

    /** The id of the gateway that it goes through. */
    public Optional<String> gateway() {
        return content().text("gateway");
    }

    /** What its gateway is called, where the service says so. */
    public Optional<String> gatewayName() {
        return content().text("gatewayName");
    }

    /** Who made it; empty where that was not told. */
    public String createdBy() {
        return content().text("createdBy").orElse("");
    }

    /** The account that it signs in with; empty where that was not told. */
    public String account() {
        return content().text("account").orElse("");
    }

    /** Whether somebody may use it; what is not known does not stand in the way. */
    public boolean isUsableBy(String principal) {
        return isAmong(principal, content().texts("usableBy"));
    }

    /** Whether somebody may use it and share it on; what is not known does not stand in the way. */
    public boolean isSharableBy(String principal) {
        return isAmong(principal, content().texts("sharableBy"));
    }

    private static boolean isAmong(String principal, List<String> users) {
        return principal.isEmpty() || users.isEmpty() || users.stream().anyMatch(principal::equalsIgnoreCase);
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
