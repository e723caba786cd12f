package io.powermigrate.model;

import io.powermigrate.error.MigrationException;

/** A view was asked for what only fetching tells, and its resource was not fetched: the answer is not known. */
public final class NotFetchedException extends MigrationException {

    private static final long serialVersionUID = 1;

    NotFetchedException(String problem, String remedy) {
        super(problem, remedy);
    }
}
