package io.powermigrate.internal.plan;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** A rule that judged a resource, for the Flight Recorder; only where it took a millisecond. */
@Name("io.powermigrate.Rule")
@Label("Rule")
@Category("io.powermigrate")
@Description("A rule that judged a resource")
@StackTrace(false)
@Threshold("1 ms")
final class RuleEvent extends Event {

    @Label("Rule")
    final String rule;

    @Label("Type")
    final String type;

    RuleEvent(String rule, String type) {
        this.rule = rule;
        this.type = type;
    }
}
