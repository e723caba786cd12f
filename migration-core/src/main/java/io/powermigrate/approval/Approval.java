package io.powermigrate.approval;

import io.powermigrate.internal.text.Shown;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody's word that a plan may be executed.
 *
 * @param by who
 * @param at when they said so
 * @param until until when it holds; empty for as long as the plan is not stale
 */
public record Approval(String by, Instant at, Optional<Instant> until) {

    public Approval {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(until, "until");
        if (by.isBlank()) {
            throw new IllegalArgumentException("An approval names nobody. Say who approves.");
        }
    }

    /** Approved by somebody at some time. */
    public static Approval by(String who, Instant at) {
        return new Approval(who, at, Optional.empty());
    }

    /** The same, until some time. */
    public Approval until(Instant end) {
        return new Approval(by, at, Optional.of(end));
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
