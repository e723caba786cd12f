package io.powermigrate.error;

import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * The root of every error that this library throws. The message says who did not do what, because why, and ends with
 * one imperative sentence that says how to fix it. A message never holds a token, a secret or a signed address. It is one
 * line: what is invisible in a name or in the words of a service stands there as an escape, and a very long one is cut.
 */
public class MigrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    /**
     * @param problem what did not happen and why, with the value that caused it
     * @param remedy one imperative sentence: what to do now
     */
    public MigrationException(String problem, String remedy) {
        this(problem, remedy, null);
    }

    /**
     * @param problem what did not happen and why, with the value that caused it
     * @param remedy one imperative sentence: what to do now
     * @param cause what was caught, or null
     */
    public MigrationException(String problem, String remedy, @Nullable Throwable cause) {
        super(Shown.message(problem) + ". " + Shown.message(remedy) + ".", cause);
        this.problem = Shown.message(problem);
        this.remedy = Shown.message(remedy);
    }

    /** What did not happen and why; no final full stop. */
    public String problem() {
        return problem;
    }

    /** What to do now, in one imperative sentence; no final full stop. */
    public String remedy() {
        return remedy;
    }

    /** Whether what failed may still have taken effect, so that somebody has to look before it is tried again. */
    public boolean mayHaveHappened() {
        return false;
    }

    /** The id under which the service knows the request that failed; empty where there was none. */
    public String requestId() {
        return "";
    }
}
