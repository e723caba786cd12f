package io.powermigrate.cds.member;

import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;

/**
 * A user of a Dataverse. It is never migrated: a line of the mapping says which user of the destination it is ({@code Cds.user}). Its
 * key is the sign-in name.
 */
public record DataverseUser(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<DataverseUser> TYPE =
            new ResourceType<>("dataverse-user", DataverseUser.class, DataverseUser::new);

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
