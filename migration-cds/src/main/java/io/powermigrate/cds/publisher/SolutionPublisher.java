package io.powermigrate.cds.publisher;

import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import java.util.regex.Pattern;

/**
 * Who a solution belongs to (wire/dataverse.md, section 2.1). Its key is its unique name. An import makes it where the destination
 * lacks it.
 */
public record SolutionPublisher(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<SolutionPublisher> TYPE =
            new ResourceType<>("publisher", SolutionPublisher.class, SolutionPublisher::new);

    private static final String MICROSOFT = "d21aab70-79e7-11dd-8874-00188b01e34f";
    private static final String DEFAULT = "d21aab71-79e7-11dd-8874-00188b01e34f";

    /** The unique name of the publisher that every environment has for apps and flows, with another number in each. */
    private static final Pattern COMMON = Pattern.compile("Cr[0-9a-f]{5}");

    /** What names of its components begin with, without the underscore; empty if it was not told. */
    public String prefix() {
        return content().text("prefix").orElse("");
    }

    /** What values of its options begin with; empty if it was not told. */
    public String optionPrefix() {
        return content().text("optionPrefix").orElse("");
    }

    /** Whether it came with a managed solution, or every environment has one like it. */
    @Override
    public boolean isSupplied() {
        return content().flag("readOnly")
                || id().equalsIgnoreCase(MICROSOFT)
                || id().equalsIgnoreCase(DEFAULT)
                || COMMON.matcher(key().name()).matches();
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
