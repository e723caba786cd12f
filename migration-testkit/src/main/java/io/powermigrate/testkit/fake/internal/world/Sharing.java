package io.powermigrate.testkit.fake.internal.world;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Who owns a thing and with whom it is shared. Thread-safe. */
public final class Sharing {
    public static final String EDITOR = "CanEdit";
    public static final String VIEWER = "CanView";

    private volatile UserState owner;
    private final Map<String, Grant> grants = new ConcurrentSkipListMap<>();

    Sharing(UserState owner) {
        this.owner = owner;
    }

    /**
     * One share.
     *
     * @param principal the object id, or the tenant's for everybody in it
     * @param type User, Group, ServicePrincipal or Tenant
     * @param role Owner, CanEdit or CanView
     */
    public record Grant(String principal, String type, String role) {
        public boolean mayEdit() {
            return !role.equals(VIEWER);
        }
    }

    public UserState owner() {
        return owner;
    }

    public void owner(UserState user) {
        owner = user;
        grants.remove(key(user.objectId()));
    }

    public void editor(UserState user) {
        grant(new Grant(user.objectId(), "User", EDITOR));
    }

    public void viewer(UserState user) {
        grants.putIfAbsent(key(user.objectId()), new Grant(user.objectId(), "User", VIEWER));
    }

    public void grant(Grant grant) {
        grants.put(key(grant.principal()), grant);
    }

    /** Whether there was such a share. */
    boolean revoke(String principal) {
        return grants.remove(key(principal)) != null;
    }

    /** All shares beside the ownership, by principal. */
    public List<Grant> grants() {
        return List.copyOf(grants.values());
    }

    /** The fake knows no members of groups, so a share with a group is told and opens nothing. */
    public boolean mayEdit(UserState user) {
        Grant grant = grants.get(key(user.objectId()));
        return owner == user || grant != null && grant.mayEdit();
    }

    public boolean maySee(UserState user) {
        return mayEdit(user)
                || grants.containsKey(key(user.objectId()))
                || grants.containsKey(key(user.tenant().id()));
    }

    /** Whether somebody may use it, be it a user or an application, by the object id. */
    public boolean admits(String principal) {
        return owner.objectId().equalsIgnoreCase(principal) || grants.containsKey(key(principal));
    }

    public int others() {
        return grants.size();
    }

    private static String key(String principal) {
        return principal.toLowerCase(Locale.ROOT);
    }
}
