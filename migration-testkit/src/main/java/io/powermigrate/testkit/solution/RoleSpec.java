package io.powermigrate.testkit.solution;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A security role with its privileges.
 *
 * <pre>{@code
 * RoleSpec.named("Order clerk").privilege("prvReadnew_Order", "Global").privilege("prvWritenew_Order", "Basic")
 * }</pre>
 *
 * Immutable.
 */
public final class RoleSpec {
    private static final Set<String> DEPTHS = Set.of("Basic", "Local", "Deep", "Global");

    private final String id;
    private final String name;
    private final Map<String, String> privileges;

    private RoleSpec(String id, String name, Map<String, String> privileges) {
        this.id = id;
        this.name = name;
        TreeMap<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(privileges);
        this.privileges = Collections.unmodifiableMap(sorted);
    }

    /** A role without privileges; its id follows from its name. */
    public static RoleSpec named(String name) {
        SpecError.notBlank(name, "name of a role", "Name it, for example Order clerk.");
        return new RoleSpec(Ids.of("role", name), name, Map.of());
    }

    /** The same under another id, as a role of the same name from another organisation has one. */
    public RoleSpec id(String guid) {
        return new RoleSpec(Ids.checked(guid), name, privileges);
    }

    /**
     * The same with one more privilege.
     *
     * @param depth Basic, Local, Deep or Global
     */
    public RoleSpec privilege(String privilege, String depth) {
        if (!DEPTHS.contains(depth)) {
            throw SpecError.of("The privilege " + privilege + " has the depth " + depth + ".", "Give one of " + DEPTHS);
        }
        Map<String, String> more = new TreeMap<>(privileges);
        more.put(privilege, depth);
        return new RoleSpec(id, name, more);
    }

    String id() {
        return id;
    }

    void write(Xml xml) {
        xml.open("Role", "id", "{" + id + "}", "name", name);
        xml.leaf("IsCustomizable", "1").leaf("IsAutoAssigned", "0").open("RolePrivileges");
        privileges.forEach((privilege, depth) -> xml.empty("RolePrivilege", "name", privilege, "level", depth));
        xml.close().close();
    }
}
