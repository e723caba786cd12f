package io.powermigrate.http;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A pause before a request is sent again, for the Flight Recorder. */
@Name("io.powermigrate.Wait")
@Label("Wait")
@Category("io.powermigrate")
@Description("A pause before a request is sent again, because a service asked for it or failed")
@StackTrace(false)
final class WaitEvent extends Event {

    @Label("Host")
    String host;

    WaitEvent(Call call) {
        host = String.valueOf(call.uri().getHost());
    }
}
