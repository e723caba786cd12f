package io.powermigrate.testkit.fake.wire;

import java.time.Instant;

/**
 * One run of a flow.
 *
 * @param name the name on the wire
 * @param status Running, Succeeded, Failed or Cancelled
 * @param started when it began; one that runs no longer has ended a second later
 */
public record FakeRun(String name, String status, Instant started) {

    /** Whether it has not ended. */
    public boolean isRunning() {
        return status.equals("Running");
    }
}
