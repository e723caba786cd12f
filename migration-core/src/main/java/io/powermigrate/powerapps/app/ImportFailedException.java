package io.powermigrate.powerapps.app;

import io.powermigrate.http.ServiceError;
import io.powermigrate.spi.OperationFailedException;
import java.util.Optional;

/** An import has ended, and no app came of it. */
final class ImportFailedException extends OperationFailedException {

    private static final long serialVersionUID = 1L;

    private final boolean bare;

    ImportFailedException(Optional<ServiceError> error) {
        super(
                "the service answered "
                        + error.map(ServiceError::toLine).orElse("that it failed, without a reason")
                        + "; nothing was made",
                "Do what the service asks for, then run again",
                "");
        this.bare = error.filter(ImportFailedException::isBare).isPresent();
    }

    /** A bare InternalServerError is how a pair is refused (wire/canvas-app-import.md, section 2). */
    boolean isRefusedPair() {
        return bare;
    }

    static boolean isBare(ServiceError error) {
        return error.code().equalsIgnoreCase("InternalServerError")
                && error.inner().isEmpty();
    }
}
