package io.powermigrate.powerapps.app;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.ServiceException;
import org.jspecify.annotations.Nullable;

/**
 * The service does not make a package of this app. Only this makes a source of packages run dry: a full disk, a lost
 * sign-in, something that is gone, or a broken network is trouble of its own, with a remedy of its own.
 */
final class PackageRefused extends MigrationException {

    private static final long serialVersionUID = 1L;

    PackageRefused(String problem, String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
    }

    /** Whether the service understood what it was asked for and does not do it for this app or this user. */
    static boolean is(ServiceException e) {
        return e.status() == 400 || e.status() == 403 || e.status() == 422;
    }
}
