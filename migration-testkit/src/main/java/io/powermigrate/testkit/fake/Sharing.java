package io.powermigrate.testkit.fake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Who owns a thing and with whom it is shared. Thread-safe. */
final class Sharing {
    static final String EDITOR = "CanEdit";
    static final String VIEWER = "CanView";

    private volatile FakeUser owner;
    private final Map<String, Grant> grants = new ConcurrentSkipListMap<>();

    Sharing(FakeUser owner) {
        this.owner = owner;
    }

    /**
     * One share.
     *
     * @param principal the object id, or the tenant's for everybody in it
     * @param type User, Group, ServicePrincipal or Tenant
     * @param role Owner, CanEdit or CanView
     */
    record Grant(String principal, String type, String role) {
        boolean mayEdit() {
            return !role.equals(VIEWER);
        }
    }

    FakeUser owner() {
        return owner;
    }

    void owner(FakeUser user) {
        owner = user;
        grants.remove(key(user.objectId()));
    }

    void editor(FakeUser user) {
        grant(new Grant(user.objectId(), "User", EDITOR));
    }

    void viewer(FakeUser user) {
        grants.putIfAbsent(key(user.objectId()), new Grant(user.objectId(), "User", VIEWER));
    }

    void grant(Grant grant) {
        grants.put(key(grant.principal()), grant);
    }

    /** Whether there was such a share. */
    boolean revoke(String principal) {
        return grants.remove(key(principal)) != null;
    }

    /** All shares beside the ownership, by principal. */
    List<Grant> grants() {
        return List.copyOf(grants.values());
    }

    /** The fake knows no members of groups, so a share with a group is told and opens nothing. */
    boolean mayEdit(FakeUser user) {
        Grant grant = grants.get(key(user.objectId()));
        return owner == user || grant != null && grant.mayEdit();
    }

    boolean maySee(FakeUser user) {
        return mayEdit(user)
                || grants.containsKey(key(user.objectId()))
                || grants.containsKey(key(user.tenant().id()));
    }

    int others() {
        return grants.size();
    }

    private static String key(String principal) {
        return principal.toLowerCase(Locale.ROOT);
    }
}
