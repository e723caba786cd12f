package io.powermigrate.cds.transfer;

/** What has to be sent at the end of some work also when its thread was interrupted, so that nothing is left behind. */
final class Afterwards {

    private Afterwards() {}

    /** Puts an interrupt off until this is done; another interrupt meanwhile ends it. */
    static void always(Runnable work) {
        boolean interrupted = Thread.interrupted();
        try {
            work.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
