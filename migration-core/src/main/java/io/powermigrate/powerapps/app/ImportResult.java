package io.powermigrate.powerapps.app;

import io.powermigrate.http.ServiceError;
import java.util.Optional;

/**
 * How an import ended. A failure is a value, so that the journal knows that this import is over.
 *
 * @param app the app's id; empty where none came of it
 * @param error the service's words; empty where it told none or has forgotten the job
 * @param forgotten whether the service knows the job no more
 */
record ImportResult(Optional<String> app, Optional<ServiceError> error, boolean forgotten) {

    static ImportResult arrived(String app) {
        return new ImportResult(Optional.of(app), Optional.empty(), false);
    }

    static ImportResult failed(Optional<ServiceError> error) {
        return new ImportResult(Optional.empty(), error, false);
    }

    static ImportResult lost() {
        return new ImportResult(Optional.empty(), Optional.empty(), true);
    }

    /** A bare InternalServerError is how a pair is refused (wire/canvas-app-import.md, section 2). */
    boolean isRefusedPair() {
        return error.filter(ImportResult::isBare).isPresent();
    }

    static boolean isBare(ServiceError error) {
        return error.code().equalsIgnoreCase("InternalServerError")
                && error.inner().isEmpty();
    }
}
