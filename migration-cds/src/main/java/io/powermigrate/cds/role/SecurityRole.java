package io.powermigrate.cds.role;

import io.powermigrate.cds.solution.schema.PrivilegeDepth;
import io.powermigrate.cds.solution.schema.Role;
import io.powermigrate.model.Document;
import io.powermigrate.model.Fingerprint;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A role of the root business unit (wire/dataverse.md, section 4.1). Its key is its name; a solution keeps its id. Who has it does
 * not travel.
 */
public record SecurityRole(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<SecurityRole> TYPE =
            new ResourceType<>("security-role", SecurityRole.class, SecurityRole::new);

    /** What every role has, and nobody can take from it (wire/dataverse.md, section 4.1). */
    private static final Set<String> BASELINE = Set.of(
            "prvCreateSharePointData",
            "prvReadPluginAssembly",
            "prvReadPluginType",
            "prvReadSdkMessage",
            "prvReadSdkMessageProcessingStep",
            "prvReadSdkMessageProcessingStepImage",
            "prvReadSharePointData",
            "prvReadSharePointDocument",
            "prvWriteSharePointData");

    /** A role as a package describes it. */
    public static SecurityRole of(Role role) {
        Item item = Item.of(TYPE.key(role.name()), role.id(), role.name());
        return new SecurityRole(item.withContent(Document.of(Map.of("managed", false)))).with(role);
    }

    /** Its privileges. */
    public Role definition() {
        return detail("definition", "The privileges").as(Role.class);
    }

    /** Whether a managed solution brought it. */
    public boolean isManaged() {
        return content().flag("managed");
    }

    /** The id of the template of a built-in role, the same everywhere; empty for a role that somebody made. */
    public Optional<String> template() {
        return content().text("template").filter(id -> !id.isBlank());
    }

    /** Who has it: names of users and teams, sorted; empty where that was not told, which is not nobody. */
    public Optional<List<String>> members() {
        return content().at("members").isArray() ? Optional.of(content().texts("members")) : Optional.empty();
    }

    /** Unique names of the solutions of its environment that hold it, sorted; empty where no list told it. */
    public List<String> solutions() {
        return content().texts("solutions");
    }

    /** Who has it does not travel, and who holds it, too, so they do not make the role another one. */
    @Override
    public Fingerprint fingerprint() {
        return Fingerprint.of(content().without("members").without("solutions"));
    }

    SecurityRole with(Role role) {
        return new SecurityRole(item.withContent(content().with("definition", role)));
    }

    /** With its members, if they were told. */
    SecurityRole heldBy(Document members) {
        return members.isArray() ? new SecurityRole(item.withContent(content().with("members", members))) : this;
    }

    /** Without what every role has anyway. */
    Role wanted() {
        Role all = definition();
        Map<String, PrivilegeDepth> wanted = new HashMap<>(all.privileges());
        wanted.keySet().removeAll(BASELINE);
        return new Role(all.id(), all.name(), wanted, all.template());
    }

    @Override
    public boolean isSupplied() {
        return isManaged() || template().isPresent();
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
