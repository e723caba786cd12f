package io.powermigrate.testkit.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults that wait for their requests; each happens a fixed number of times. Thread-safe. */
public final class Faults {
    private final List<Pending> pending = new ArrayList<>();

    private static final class Pending {
        private final Predicate<SeenRequest> which;
        private final Fault fault;
        private int left;

        Pending(Predicate<SeenRequest> which, Fault fault, int left) {
            this.which = which;
            this.fault = fault;
            this.left = left;
        }
    }

    Faults() {}

    /** The next request that fits meets the fault. */
    public Faults next(Predicate<SeenRequest> which, Fault fault) {
        return times(1, which, fault);
    }

    /**
     * The next requests that fit meet the fault, one after the other.
     *
     * @throws IllegalArgumentException for a number below 1
     */
    public Faults times(int count, Predicate<SeenRequest> which, Fault fault) {
        if (count < 1) {
            throw new IllegalArgumentException("A fault cannot happen " + count + " times. Ask for at least one time.");
        }
        synchronized (pending) {
            pending.add(new Pending(which, fault, count));
        }
        return this;
    }

    /** How many faults have not met their request yet. */
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

    Optional<Fault> take(SeenRequest request) {
        synchronized (pending) {
            for (Pending each : pending) {
                if (each.which.test(request)) {
                    each.left--;
                    if (each.left == 0) {
                        pending.remove(each);
                    }
                    return Optional.of(each.fault);
                }
            }
            return Optional.empty();
        }
    }
}
