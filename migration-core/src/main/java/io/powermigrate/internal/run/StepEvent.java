package io.powermigrate.internal.run;

import io.powermigrate.plan.Step;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A step that writes, for the Flight Recorder; without names, which come from outside. */
@Name("io.powermigrate.Step")
@Label("Step")
@Category("io.powermigrate")
@Description("A step that writes to the destination")
@StackTrace(false)
final class StepEvent extends Event {

    @Label("Action")
    final String action;

    @Label("Type")
    final String type;

    @Label("Wave")
    final int wave;

    StepEvent(Step step) {
        action = step.action().name();
        type = step.key().type();
        wave = step.wave() + 1;
    }
}
