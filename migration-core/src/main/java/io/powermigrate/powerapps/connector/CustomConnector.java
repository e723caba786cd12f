package io.powermigrate.powerapps.connector;

import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.powerapps.shape.ConnectorName;
import java.util.List;
import java.util.Map;

/**
 * A custom connector (wire/power-platform.md, section 6), the "Custom API" of 2016. Its key is its title, because its
 * name carries hashes that differ in each environment; its id is its name.
 */
public record CustomConnector(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<CustomConnector> TYPE =
            new ResourceType<>("custom-connector", CustomConnector.class, CustomConnector::new);

    /** What the connector of a name is called in every environment. */
    public static ResourceKey key(ConnectorName name) {
        return TYPE.key(name.everywhere());
    }

    /** What is known of a connector that is only named by something else. */
    public static Item mentioned(ConnectorName name, String by) {
        return mentioned(name, name.everywhere(), by);
    }

    /**
     * As {@link #mentioned(ConnectorName, String)}, where that tells the title as well.
     *
     * @param title what people call it, which may differ from what its name says
     */
    public static Item mentioned(ConnectorName name, String title, String by) {
        return Item.of(key(name), name.wire(), title).withContent(Document.of(Map.of("mentionedBy", by)));
    }

    /** Its name on the wire. */
    public ConnectorName name() {
        return ConnectorName.of(id());
    }

    /**
     * The host of the service behind it, as its maker wrote it; empty where the service does not tell it.
     *
     * @throws io.powermigrate.model.NotFetchedException when it was not fetched
     */
    public String backend() {
        return detail("backend", "The host").text().orElse("");
    }

    /**
     * How connections to it authenticate: kinds of parameters, never their values.
     *
     * @throws io.powermigrate.model.NotFetchedException when only its name is known
     */
    public List<String> authentication() {
        detail("authentication", "The ways to authenticate");
        return content().texts("authentication");
    }

    /**
     * Where the definition in the workspace comes from: {@code maker} as it was written, {@code runtime} as the service
     * itself uses it, {@code none} where there is none.
     *
     * @throws io.powermigrate.model.NotFetchedException when it was not fetched
     */
    public String definition() {
        return detail("definition", "The source of the definition")
                .text("source")
                .orElse("");
    }

    /**
     * Why the definition is not the one that its maker wrote; empty where it is.
     *
     * @throws io.powermigrate.model.NotFetchedException when it was not fetched
     */
    public String definitionProblem() {
        return detail("definition", "The definition").text("because").orElse("");
    }

    /** Whether it lives in a solution, and travels with it. */
    public boolean isInSolution() {
        return content().text("almMode").filter("Solution"::equalsIgnoreCase).isPresent();
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
