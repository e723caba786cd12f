package io.powermigrate.plan;

import io.powermigrate.error.MigrationException;
import java.util.List;

/** Source or destination has changed since the plan was made; nothing was written. */
public final class StalePlanException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> changes;

    StalePlanException(List<String> changes) {
        super(
                "The plan was not executed because what it was made of has changed: " + String.join("; ", changes),
                "Plan again and have the new plan approved");
        this.changes = List.copyOf(changes);
    }

    /** What has changed, in words. */
    public List<String> changes() {
        return changes;
    }
}
