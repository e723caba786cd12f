package io.powermigrate.testkit.fake;

/**
 * Answers that never end, or that no memory holds: each takes effect like an ordinary request. They go on until the client
 * hangs up or the fake is stopped.
 */
public final class EndlessFault {

    private EndlessFault() {}

    /** The body comes at ten bytes a second, in real time. */
    public static Fault drippingBody() {
        return fault("a dripping body", Fault.Delivery.DRIPPING);
    }

    /** {@code 100 Continue} comes again and again, the answer never. */
    public static Fault headWithoutEnd() {
        return fault("a head without end", Fault.Delivery.ENDLESS_HEAD);
    }

    /** Behind the body come blanks, 2 GB in all, without an announced length. */
    public static Fault body2Gb() {
        return fault("a body of 2 GB", Fault.Delivery.HUGE);
    }

    /** The same with 3 GB of blanks, as 3 MB of gzip that breaks off at its end. */
    public static Fault gzipBomb() {
        return fault("a gzip bomb", Fault.Delivery.BOMB);
    }

    private static Fault fault(String words, Fault.Delivery delivery) {
        return new Fault(words, Fault.Moment.AFTER_EFFECT, delivery, call -> answer -> answer);
    }
}
