package io.powermigrate.cds.member;

import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;

/**
 * A team of a Dataverse. It is never migrated: a line of the mapping says which team of the destination it is ({@code Cds.team}). Its
 * key is its name.
 */
public record DataverseTeam(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<DataverseTeam> TYPE =
            new ResourceType<>("dataverse-team", DataverseTeam.class, DataverseTeam::new);

    /** Every environment has its own. */
    @Override
    public boolean isSupplied() {
        return true;
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
