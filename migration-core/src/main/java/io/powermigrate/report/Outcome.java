package io.powermigrate.report;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.rule.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What came of one step.
 *
 * @param key the resource
 * @param action what was to be done
 * @param state what came of it
 * @param destinationId its id in the destination; empty when it did not arrive
 * @param reason why, in words; empty when all is well
 * @param remedy what to do now; empty when all is well
 * @param requestId under which the service knows the request that failed; empty when none did
 * @param findings what proving it brought up
 */
public record Outcome(
        ResourceKey key,
        Action action,
        State state,
        String destinationId,
        String reason,
        String remedy,
        String requestId,
        List<Finding> findings) {

    /** What came of a step. */
    public enum State {
        /** Done, and the destination shows it. */
        DONE,
        /** Done, but the destination did not show it in time. */
        UNVERIFIED,
        /** Not done. */
        FAILED,
        /** Not tried. */
        NOT_RUN
    }

    public Outcome {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(state, "state");
        findings = List.copyOf(findings);
    }

    /** Done, and the destination shows it. */
    public static Outcome done(ResourceKey key, Action action, String destinationId, List<Finding> findings) {
        return new Outcome(key, action, State.DONE, destinationId, "", "", "", findings);
    }

    /** Not tried. */
    public static Outcome notRun(ResourceKey key, Action action, String reason, String remedy) {
        return new Outcome(key, action, State.NOT_RUN, "", reason, remedy, "", List.of());
    }

    /** Whether what was to be done is done. */
    public boolean isDone() {
        return state == State.DONE;
    }

    /** In one line: the resource, what was to be done, what came of it, and why not. */
    @Override
    public String toString() {
        return Shown.value(key + ": " + action.name().toLowerCase(Locale.ROOT) + " " + state
                + (reason.isEmpty() ? "" : ", " + reason));
    }
}
