package io.powermigrate.cds.member;

import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who is in a permission set (wire/dataverse.md, section 4.2). Members do not travel; those that a line of the mapping names are added
 * to the set of the destination. Nobody is taken out. Its key is the name of the set, its id that of the set.
 */
public record PermissionMembers(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<PermissionMembers> TYPE =
            new ResourceType<>("permission-members", PermissionMembers.class, PermissionMembers::new);

    private static final String MEMBERS = "members";
    private static final String SUPPLIED = "supplied";

    /**
     * A user or a team.
     *
     * @param type name of its type of resource
     * @param id in the environment that was read, lower case
     * @param name sign-in name of a user, name of a team
     */
    public record Member(String type, String id, String name) {

        /** The key of the user or team, by its id. */
        public ResourceKey key() {
            return ResourceKey.ofId(type, id);
        }

        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    static PermissionMembers of(PermissionSet set) {
        return new PermissionMembers(Item.of(TYPE.key(set.key().name()), set.id(), set.displayName())
                .withContent(Document.of(Map.of(SUPPLIED, set.isSupplied()))));
    }

    /** With who is in it, and references to them. */
    PermissionMembers of(List<Member> members) {
        return new PermissionMembers(item.withContent(content().with(MEMBERS, members))
                .withReferences(members.stream()
                        .map(member -> Reference.uses(member.key()))
                        .collect(Collectors.toSet())));
    }

    /** Who is in it; empty where the environment did not tell, which is not nobody. */
    public Optional<List<Member>> members() {
        Document members = content().at(MEMBERS);
        return members.isArray() ? Optional.of(Arrays.asList(members.as(Member[].class))) : Optional.empty();
    }

    /** Members of what came with the service or a managed solution are selected by no scope. */
    @Override
    public boolean isSupplied() {
        return content().flag(SUPPLIED);
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
