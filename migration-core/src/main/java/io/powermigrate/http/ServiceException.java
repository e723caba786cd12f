package io.powermigrate.http;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that a service refused, or did not answer. The message ends with the service's request id, if it gave one. */
public final class ServiceException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ServiceError error;
    private final String code;
    private final String requestId;
    private final boolean maybeDone;

    private ServiceException(Words words, int status, ServiceError error, String requestId, boolean maybeDone) {
        super(words.problem, words.remedy, words.cause);
        this.status = status;
        this.error = error;
        this.code = error.code();
        this.requestId = requestId;
        this.maybeDone = maybeDone;
    }

    private record Words(
            String problem, String remedy, @Nullable Throwable cause) {}

    /** A refusal. */
    static ServiceException refused(Call call, Reply reply, boolean maybeDone, String addition) {
        ServiceError error = ServiceError.in(reply);
        String problem = call + (maybeDone ? " failed" : " was not done") + " because the service answered "
                + reply.status() + " (" + error.toLine() + ")" + addition
                + (maybeDone ? "; the change may still have been applied" : "");
        String remedy = maybeDone ? Remedies.LOOK_FIRST : Remedies.of(reply.status(), error);
        return new ServiceException(
                new Words(problem, remedy, null),
                reply.status(),
                error,
                reply.requestId().orElse(""),
                maybeDone);
    }

    /** No whole answer. */
    static ServiceException unanswered(Call call, WireFailure failure, boolean maybeDone) {
        ServiceError nothing = new ServiceError("", "", List.of());
        String problem = call + (maybeDone ? " may have been done, but nobody knows," : " was not done") + " because "
                + failure.getMessage();
        String remedy = maybeDone ? Remedies.LOOK_FIRST : failure.remedy();
        return new ServiceException(new Words(problem, remedy, failure.getCause()), 0, nothing, "", maybeDone);
    }

    /**
     * A success that is not what was asked for: a page of a front door, an empty body, an error in a 200, an object without
     * the members that a decision hangs on.
     *
     * @param wanted what was expected in its place, such as {@code "a list"}
     */
    public static ServiceException unexpected(Call call, Reply reply, String wanted) {
        Optional<ServiceError> told = ServiceError.in(reply.json());
        boolean maybeDone = call.effect() != Effect.READ;
        String problem = call + " was answered, but the answer was not used, because it is "
                + AnswerWords.of(reply)
                + told.map(error -> " and tells the error " + error.toLine()).orElse("") + " instead of " + wanted
                + (maybeDone ? "; what was asked for may have been done" : "");
        String remedy = told.isPresent() || reply.isJson() ? Remedies.ASK_AGAIN : Remedies.SOMETHING_BETWEEN;
        return new ServiceException(
                new Words(problem, maybeDone ? Remedies.LOOK_FIRST : remedy, null),
                reply.status(),
                told.orElseGet(() -> new ServiceError("", "", List.of())),
                reply.requestId().orElse(""),
                maybeDone);
    }

    /** The HTTP status; 0 when no whole answer came. */
    public int status() {
        return status;
    }

    /** The service's code; empty when it gave none. */
    public String code() {
        return code;
    }

    /** Everything that the service said, with inner errors. */
    public ServiceError error() {
        return error == null ? new ServiceError(code, "", List.of()) : error;
    }

    /** What the service's support asks for; empty when it gave none. */
    @Override
    public String requestId() {
        return requestId;
    }

    /** Whether the service may still have done it: look before you send it again. */
    @Override
    public boolean mayHaveHappened() {
        return maybeDone;
    }

    @Override
    public String getMessage() {
        return super.getMessage() + (requestId.isEmpty() ? "" : " (request id " + Shown.name(requestId) + ")");
    }
}
