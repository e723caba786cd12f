package io.powermigrate.auth;

import io.powermigrate.error.MigrationException;
import org.jspecify.annotations.Nullable;

/** Nobody could be signed in. The message holds no secret, no token and no assertion. */
public final class SignInException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String requestId;
    private final Way on;

    /** What may follow. */
    enum Way {
        /** Another link of a chain. */
        OTHER_CREDENTIAL,
        /** The user, who is asked what only a user can answer. */
        USER,
        /** Nothing: the user or the program wanted it to end. */
        NONE
    }

    SignInException(String problem, String remedy, @Nullable Throwable cause) {
        this(problem, remedy, Way.OTHER_CREDENTIAL, new Words("", ""), cause);
    }

    SignInException(String problem, String remedy, Way on, Words words, @Nullable Throwable cause) {
        super(problem, remedy, cause);
        this.code = words.code();
        this.requestId = words.requestId();
        this.on = on;
    }

    /** How Entra ID calls a refusal: its code and its trace id; empty where there is none. */
    record Words(String code, String requestId) {}

    /** What may follow on it. */
    Way on() {
        return on;
    }

    /** The code of Entra ID, such as {@code AADSTS7000215}, else the error of OAuth; empty where neither was given. */
    public String code() {
        return code;
    }

    /** The trace id, for which the support of Entra ID asks; empty where there was none. */
    @Override
    public String requestId() {
        return requestId;
    }

    @Override
    public String getMessage() {
        return super.getMessage() + (requestId.isEmpty() ? "" : " (request id " + requestId + ")");
    }
}
