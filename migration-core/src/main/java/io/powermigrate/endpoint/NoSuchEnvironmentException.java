package io.powermigrate.endpoint;

import io.powermigrate.error.MigrationException;

/**
 * The environment that was to be opened is not there, or the signed-in identity does not see it. A rollout takes it as one
 * that still has to be made. Who opens environments of another kind may throw it, too.
 */
public final class NoSuchEnvironmentException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /**
     * @param problem which one was not opened, and where it was searched for
     * @param remedy one imperative sentence: what to do now
     */
    public NoSuchEnvironmentException(String problem, String remedy) {
        super(problem, remedy);
    }
}
