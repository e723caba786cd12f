package io.powermigrate.internal.recorder;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** What the Flight Recorder is told of requests: no path and no query, which may hold ids and signatures. */
public final class FlightEvents {

    private FlightEvents() {}

    /** A request, one attempt. */
    @Name("io.powermigrate.Request")
    @Label("Request")
    @Category("io.powermigrate")
    @Description("A request to a service, one attempt")
    @StackTrace(false)
    public static final class Request extends Event {

        @Label("Method")
        final String method;

        @Label("Host")
        final String host;

        @Label("Effect")
        final String effect;

        /** A request that is sent now. */
        public Request(String method, String host, String effect) {
            this.method = method;
            this.host = host;
            this.effect = effect;
        }
    }

    /** A pause before a request is sent again. */
    @Name("io.powermigrate.Wait")
    @Label("Wait")
    @Category("io.powermigrate")
    @Description("A pause before a request is sent again, because a service asked for it or failed")
    @StackTrace(false)
    public static final class Wait extends Event {

        @Label("Host")
        final String host;

        /** A pause that begins now. */
        public Wait(String host) {
            this.host = host;
        }
    }
}
