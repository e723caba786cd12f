package io.powermigrate.cds.publisher;

import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;

/**
 * Who a solution belongs to (wire/dataverse.md, section 2.1). Its key is its unique name. An import makes it where the destination
 * lacks it.
 */
public record SolutionPublisher(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<SolutionPublisher> TYPE =
            new ResourceType<>("publisher", SolutionPublisher.class, SolutionPublisher::new);

    /** What names of its components begin with, without the underscore; empty if it was not told. */
    public String prefix() {
        return content().text("prefix").orElse("");
    }

    /** What values of its options begin with; empty if it was not told. */
    public String optionPrefix() {
        return content().text("optionPrefix").orElse("");
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
