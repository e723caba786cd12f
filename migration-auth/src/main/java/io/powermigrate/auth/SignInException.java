package io.powermigrate.auth;

import io.powermigrate.error.MigrationException;
import org.jspecify.annotations.Nullable;

/** Nobody could be signed in. The message holds no secret, no token and no assertion. */
public final class SignInException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String requestId;

    SignInException(String problem, String remedy, String code, String requestId, @Nullable Throwable cause) {
        super(problem, remedy, cause);
        this.code = code;
        this.requestId = requestId;
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
