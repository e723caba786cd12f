package io.powermigrate.http;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** What the Flight Recorder is told of requests: no path and no query, which may hold ids and signatures. */
final class FlightEvents {

    private FlightEvents() {}

    /** A request, one attempt. */
    @Name("io.powermigrate.Request")
    @Label("Request")
    @Category("io.powermigrate")
    @Description("A request to a service, one attempt")
    @StackTrace(false)
    static final class Request extends Event {

        @Label("Method")
        final String method;

        @Label("Host")
        final String host;

        @Label("Effect")
        final String effect;

        Request(Call call) {
            method = call.method();
            host = String.valueOf(call.uri().getHost());
            effect = call.effect().name();
        }
    }

    /** A pause before a request is sent again. */
    @Name("io.powermigrate.Wait")
    @Label("Wait")
    @Category("io.powermigrate")
    @Description("A pause before a request is sent again, because a service asked for it or failed")
    @StackTrace(false)
    static final class Wait extends Event {

        @Label("Host")
        final String host;

        Wait(Call call) {
            host = String.valueOf(call.uri().getHost());
        }
    }
}
