package io.powermigrate.testkit.fake.internal.world;

import io.powermigrate.testkit.fake.internal.http.Refusal;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is editing an app (wire/canvas-app-import.md, sections 4 and 5). A lease held by Studio ends after a number of refused
 * calls: the fake counts calls, not minutes. Thread-safe.
 */
public final class Lease {
    private @Nullable String id;
    private @Nullable String holder;
    private int studioCalls;
    private boolean publishing;

    /** Studio opens the app: everybody is refused until so many calls were refused. */
    public synchronized void openInStudio(String user, int calls) {
        holder = user;
        id = "studio";
        studioCalls = calls;
    }

    /** Takes the lease, or says who has it. */
    public synchronized String acquire(String user, boolean force, Supplier<String> ids) {
        if (!force) {
            refuseStudio(user);
            refuseOthers(user);
        }
        holder = user;
        studioCalls = 0;
        id = ids.get();
        return Objects.requireNonNull(id);
    }

    public synchronized void release(String leaseId) {
        if (id == null) {
            return;
        }
        if (!leaseId.equals(id)) {
            throw Refusal.of(409, "AppLeaseActive", "The lease id is not the one that holds the app.");
        }
        id = null;
        holder = null;
    }

    /** For calls that work without a lease, but not against another's. */
    public synchronized void refuseOthers(String user) {
        if (studioCalls > 0) {
            refuseStudio(user);
        } else if (holder != null && !holder.equals(user)) {
            throw active();
        }
    }

    /** For a service that insists on the caller's own lease. */
    public synchronized void require(String user) {
        refuseOthers(user);
        if (holder == null) {
            throw Refusal.of(409, "AppLeaseNotHeld", "The app has to be leased before its draft is written.");
        }
    }

    /** Publishing holds the lease for a moment: the next change of the published definition meets it once. */
    public synchronized void publishing() {
        publishing = true;
    }

    public synchronized void refusePublishing() {
        if (publishing) {
            publishing = false;
            throw active();
        }
    }

    private void refuseStudio(String user) {
        if (studioCalls == 0) {
            return;
        }
        boolean same = user.equals(holder);
        studioCalls--;
        if (studioCalls == 0) {
            id = null;
            holder = null;
        }
        throw same
                ? Refusal.of(409, "AppLeaseSameUserConflict", "The app is open in another session of the same user.")
                : active();
    }

    private static Refusal active() {
        return Refusal.of(409, "AppLeaseActive", "The app is being edited; its lease is held by somebody else.");
    }
}
