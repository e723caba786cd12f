package io.powermigrate.spi;

import io.powermigrate.error.MigrationException;

/**
 * An operation has ended, and nothing came of it; the service says so. The next run starts it again. Whatever else
 * {@link Operation#await} throws leaves it open whether the operation still runs, and the next run attaches to it.
 */
public class OperationFailedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final String requestId;

    /**
     * As every error of this library.
     *
     * @param requestId under which the service knows the operation; empty where it gave none
     */
    public OperationFailedException(String problem, String remedy, String requestId) {
        super(problem, remedy);
        this.requestId = requestId;
    }

    @Override
    public String requestId() {
        return requestId;
    }
}
