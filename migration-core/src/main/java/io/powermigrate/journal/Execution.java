package io.powermigrate.journal;

import io.powermigrate.internal.text.Shown;
import java.time.Instant;
import java.util.Objects;

/**
 * The execution of one approved plan.
 *
 * @param plan what tells the approved plan from every other one
 * @param destination the id of the environment that it changes
 * @param destinationName what people call that environment
 * @param by who approved it
 * @param at when it began
 */
public record Execution(String plan, String destination, String destinationName, String by, Instant at) {

    public Execution {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(destinationName, "destinationName");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }

    /** What another process is told when it wants to execute, too. */
    String holder() {
        return "process " + ProcessHandle.current().pid() + ", which executes a plan into " + destinationName
                + " approved by " + by + ", since " + at;
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
