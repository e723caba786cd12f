package io.powermigrate.cds.transfer;

import io.powermigrate.error.MigrationException;

/** A job was taken and has ended without doing anything, because another one was running: it may be started again after that. */
final class LockedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    LockedException(String problem, String remedy) {
        super(problem, remedy);
    }
}
