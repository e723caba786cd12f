package io.powermigrate.cds.permission;

import io.powermigrate.cds.solution.schema.ColumnSecurityProfile;
import io.powermigrate.model.Document;
import io.powermigrate.model.Fingerprint;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column security profile: which secured columns its members may read, change and fill (wire/dataverse.md, section 4.2). Its key is
 * its name; a solution keeps its id. Its members do not travel.
 */
public record PermissionSet(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<PermissionSet> TYPE =
            new ResourceType<>("permission-set", PermissionSet.class, PermissionSet::new);

    /** The same in every environment, and nobody can change it. */
    private static final String ADMINISTRATORS = "572329c1-a042-4e22-be47-367c6374ea45";

    /**
     * A profile of a package or of a list.
     *
     * @param managed whether a managed solution brought it
     */
    public static PermissionSet of(ColumnSecurityProfile profile, boolean managed) {
        return new PermissionSet(Item.of(TYPE.key(profile.name()), profile.id(), profile.name())
                .withContent(Document.of(Map.of("definition", profile, "managed", managed))));
    }

    /** Its permissions. */
    public ColumnSecurityProfile definition() {
        return content().at("definition").as(ColumnSecurityProfile.class);
    }

    /** Whether a managed solution brought it. */
    public boolean isManaged() {
        return content().flag("managed");
    }

    /** Whether it is that of administrators, which every environment has. */
    public boolean isBuiltIn() {
        return id().equalsIgnoreCase(ADMINISTRATORS);
    }

    /** Who is a member: names of users and teams, sorted; empty where that was not told, which is not nobody. */
    public Optional<List<String>> members() {
        return content().at("members").isArray() ? Optional.of(content().texts("members")) : Optional.empty();
    }

    /** Members do not travel, so they do not make it another one. */
    @Override
    public Fingerprint fingerprint() {
        return Fingerprint.of(content().without("members"));
    }

    /** With its members, if they were told. */
    PermissionSet heldBy(Document members) {
        return members.isArray() ? new PermissionSet(item.withContent(content().with("members", members))) : this;
    }

    @Override
    public boolean isSupplied() {
        return isManaged() || isBuiltIn();
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
