package io.powermigrate.http;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A request, for the Flight Recorder; without path and query, which may hold ids and signatures. */
@Name("io.powermigrate.Request")
@Label("Request")
@Category("io.powermigrate")
@Description("A request to a service, one attempt")
@StackTrace(false)
final class RequestEvent extends Event {

    @Label("Method")
    String method;

    @Label("Host")
    String host;

    @Label("Effect")
    String effect;

    RequestEvent(Call call) {
        method = call.method();
        host = String.valueOf(call.uri().getHost());
        effect = call.effect().name();
    }
}
