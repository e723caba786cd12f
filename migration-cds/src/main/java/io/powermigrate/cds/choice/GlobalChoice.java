package io.powermigrate.cds.choice;

import io.powermigrate.cds.solution.schema.Choice;
import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import java.util.Map;

/** A choice that columns of several tables share (wire/dataverse.md, section 3.1). Its key is its name. It travels in a solution. */
public record GlobalChoice(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<GlobalChoice> TYPE =
            new ResourceType<>("choice", GlobalChoice.class, GlobalChoice::new);

    /**
     * A choice of a package or of a list.
     *
     * @param id in its own environment
     * @param managed whether a managed solution brought it, or the service itself
     */
    public static GlobalChoice of(Choice choice, String id, boolean managed) {
        return new GlobalChoice(Item.of(TYPE.key(choice.name()), id, choice.name())
                .withContent(Document.of(Map.of("definition", choice, "managed", managed))));
    }

    /** Its options. */
    public Choice definition() {
        return content().at("definition").as(Choice.class);
    }

    /** Whether a managed solution brought it, or the service itself. */
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
