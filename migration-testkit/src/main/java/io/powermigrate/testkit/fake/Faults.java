package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.http.Disruptions;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.util.function.Predicate;

/** The faults that wait for their requests; each happens a fixed number of times. Thread-safe. */
public final class Faults {

    private final Disruptions disruptions;

    Faults(Disruptions disruptions) {
        this.disruptions = disruptions;
    }

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
        disruptions.add(count, which, fault.disruption());
        return this;
    }

    /** How many faults have not met their request yet. */
    public int waiting() {
        return disruptions.waiting();
    }

    /** Forgets all that wait. */
    public void clear() {
        disruptions.clear();
    }
}
