package io.powermigrate.cds.reference;

import io.powermigrate.cds.solution.facts.ConnectionReference;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import io.powermigrate.powerapps.shape.ConnectorName;

/**
 * The definition of a connection reference (wire/dataverse.md, section 5): a name for a connection of one connector. Its key is its
 * logical name. It travels in a solution; the connection behind it is a {@link ReferenceBinding}.
 */
public record ReferenceDefinition(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<ReferenceDefinition> TYPE =
            new ResourceType<>("connection-reference", ReferenceDefinition.class, ReferenceDefinition::new);

    /** A reference of a package. */
    public static ReferenceDefinition of(ConnectionReference reference) {
        return ReferenceItems.definition(reference);
    }

    /** Its connector. */
    public ConnectorName connector() {
        return ConnectorName.of(content().text("connector").orElse(""));
    }

    /** Whether a managed solution brought it. */
    public boolean isManaged() {
        return content().flag("managed");
    }

    @Override
    public boolean isSupplied() {
        return isManaged();
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
