package io.powermigrate.journal;

import io.powermigrate.error.MigrationException;

/** Somebody else executes a plan with this journal, or into this destination. Nothing was written. */
public final class JournalHeldException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final String holder;

    /**
     * @param what what is held, such as a folder or an environment
     * @param holder who holds it and since when
     */
    public JournalHeldException(String what, String holder) {
        super(
                what + " was not taken because it is held by " + holder,
                "Wait until that run has ended, then plan again; finished steps are not repeated");
        this.holder = holder;
    }

    /** Who holds it and since when, in words. */
    public String holder() {
        return holder;
    }
}
