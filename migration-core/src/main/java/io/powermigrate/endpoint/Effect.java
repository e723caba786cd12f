package io.powermigrate.endpoint;

/** What a request does to the environment that it is sent to; from harmless to lasting. */
public enum Effect {
    /** Changes nothing. */
    READ,
    /** Starts a job that leaves no lasting object. */
    EXPORT,
    /** Uploads to a scratch place that expires and that nothing live reads. */
    STAGE,
    /** Everything else. */
    WRITE;

    /** Whether this does more than a ceiling allows. */
    public boolean isAbove(Effect ceiling) {
        return compareTo(ceiling) > 0;
    }
}
