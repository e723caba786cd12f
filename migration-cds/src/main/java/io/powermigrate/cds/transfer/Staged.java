package io.powermigrate.cds.transfer;

import io.powermigrate.internal.text.Shown;
import java.util.List;

/**
 * A package at the scratch place of the service.
 *
 * @param uploadId what an import names it by
 * @param issues what the service says of it
 */
public record Staged(String uploadId, List<StagingIssue> issues) {

    /** Copies the list. */
    public Staged {
        issues = List.copyOf(issues);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
