package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.DataverseError;
import io.powermigrate.spi.OperationFailedException;

/** An import has ended, and the service has not applied the package. */
final class ImportFailedException extends OperationFailedException {

    private static final long serialVersionUID = 1L;

    private final boolean locked;

    ImportFailedException(String problem, String remedy, String importJob, DataverseError error) {
        super(problem, remedy, importJob);
        this.locked = Locks.isLock(error);
    }

    /** Whether nothing was started because something else was running: it may be started again after that. */
    boolean isLocked() {
        return locked;
    }
}
