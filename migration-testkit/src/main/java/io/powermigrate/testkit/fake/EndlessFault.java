package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.http.Disruption.Delivery;

/**
 * Answers that never end, or that no memory holds: each takes effect like an ordinary request. They go on until the client
 * hangs up or the fake is stopped.
 */
public final class EndlessFault {

    private EndlessFault() {}

    /** The body comes at one byte a second, in real time. */
    public static Fault drippingBody() {
        return Fault.delivering("a dripping body", Delivery.DRIPPING);
    }

    /** {@code 100 Continue} comes again and again, the answer never. */
    public static Fault headWithoutEnd() {
        return Fault.delivering("a head without end", Delivery.ENDLESS_HEAD);
    }

    /** Behind the body come blanks, 2 GB in all, without an announced length. */
    public static Fault body2Gb() {
        return Fault.delivering("a body of 2 GB", Delivery.HUGE);
    }

    /** The same with 3 GB of blanks, as 3 MB of gzip that breaks off at its end. */
    public static Fault gzipBomb() {
        return Fault.delivering("a gzip bomb", Delivery.BOMB);
    }
}
