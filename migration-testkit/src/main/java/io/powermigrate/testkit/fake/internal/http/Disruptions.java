package io.powermigrate.testkit.fake.internal.http;

import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The disruptions that wait for their requests. Thread-safe. */
public final class Disruptions {

    private final List<Pending> pending = new ArrayList<>();

    private static final class Pending {
        private final Predicate<SeenRequest> which;
        private final Disruption disruption;
        private int left;

        Pending(Predicate<SeenRequest> which, Disruption disruption, int left) {
            this.which = which;
            this.disruption = disruption;
            this.left = left;
        }
    }

    /** So many of the next requests that fit meet the disruption. */
    public void add(int count, Predicate<SeenRequest> which, Disruption disruption) {
        synchronized (pending) {
            pending.add(new Pending(which, disruption, count));
        }
    }

    /** How often one has yet to happen, all together. */
    public int waiting() {
        synchronized (pending) {
            return pending.stream().mapToInt(each -> each.left).sum();
        }
    }

    /** Forgets all that wait. */
    public void clear() {
        synchronized (pending) {
            pending.clear();
        }
    }

    /** What this request meets. */
    public Optional<Disruption> take(SeenRequest request) {
        synchronized (pending) {
            for (Pending each : pending) {
                if (each.which.test(request)) {
                    each.left--;
                    if (each.left == 0) {
                        pending.remove(each);
                    }
                    return Optional.of(each.disruption);
                }
            }
            return Optional.empty();
        }
    }
}
