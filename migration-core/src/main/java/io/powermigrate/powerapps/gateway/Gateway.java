package io.powermigrate.powerapps.gateway;

import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import java.util.Map;

/**
 * An on-premises data gateway. It belongs to a region of its tenant, not to an environment (wire/power-platform.md,
 * section 7). Its key is its name.
 */
public record Gateway(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<Gateway> TYPE = new ResourceType<>("gateway", Gateway.class, Gateway::new);

    /** What is known of a gateway that is only named by something else; the name is its id where no name is known. */
    public static Item mentioned(String id, String name, String by) {
        String known = name.isBlank() ? id : name;
        return Item.of(TYPE.key(known), id, known).withContent(Document.of(Map.of("mentionedBy", by)));
    }

    /** The version of its software; empty where it was not told. */
    public String version() {
        return content().text("version").orElse("");
    }

    /** The region that it is registered in; empty where it was not told, as by the list of Power BI. */
    public String region() {
        return content().text("region").orElse("");
    }

    /** Its status in the service's word; empty where it was not told. */
    public String status() {
        return content().text("status").orElse("");
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
