package io.powermigrate.testkit.fake;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who owns a thing and with whom it is shared. Thread-safe. */
final class Sharing {
    private volatile FakeUser owner;
    private final Set<FakeUser> editors = ConcurrentHashMap.newKeySet();
    private final Set<FakeUser> viewers = ConcurrentHashMap.newKeySet();

    Sharing(FakeUser owner) {
        this.owner = owner;
    }

    FakeUser owner() {
        return owner;
    }

    void owner(FakeUser user) {
        owner = user;
    }

    void editor(FakeUser user) {
        editors.add(user);
    }

    void viewer(FakeUser user) {
        viewers.add(user);
    }

    boolean mayEdit(FakeUser user) {
        return owner == user || editors.contains(user);
    }

    boolean maySee(FakeUser user) {
        return mayEdit(user) || viewers.contains(user);
    }

    int others() {
        return editors.size() + viewers.size();
    }
}
