package io.powermigrate.cds.webapi;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.Call;
import io.powermigrate.http.Reply;
import io.powermigrate.http.ServiceException;
import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * A request that Dataverse refused, with what its code means (wire/dataverse.md, section 1.4). That no answer came is a
 * {@link ServiceException}.
 */
public final class DataverseException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient DataverseError error;
    private final String requestId;
    private final boolean maybeDone;

    private DataverseException(Words words, int status, DataverseError error, String requestId, boolean maybeDone) {
        super(words.problem, words.remedy, words.cause);
        this.status = status;
        this.error = error;
        this.requestId = requestId;
        this.maybeDone = maybeDone;
    }

    private record Words(
            String problem, String remedy, @Nullable Throwable cause) {}

    /** A refusal that was answered. */
    static DataverseException refused(Call call, Reply reply) {
        DataverseError error = ErrorBody.in(reply.json(), reply.text()).orElse(DataverseError.NONE);
        String id = reply.headers().first("REQ_ID").or(reply::requestId).orElse("");
        return of(call.toString(), reply.status(), error, id);
    }

    /** A refusal in a part of a batch, or in another answer that tells of it. */
    static DataverseException of(String asked, int status, DataverseError error, String requestId) {
        String problem = asked + " was not done because Dataverse answered " + status + " (" + error.toLine() + ")"
                + error.meaning();
        return new DataverseException(
                new Words(problem, error.remedy().orElseGet(() -> remedy(status)), null),
                status,
                error,
                requestId,
                false);
    }

    /** A refusal that the transport has told already. */
    static DataverseException of(ServiceException told) {
        DataverseError error = DataverseError.of(told.code(), told.error().message());
        return new DataverseException(
                new Words(
                        told.problem() + error.meaning(),
                        told.mayHaveHappened() ? told.remedy() : error.remedy().orElseGet(told::remedy),
                        told),
                told.status(),
                error,
                told.requestId(),
                told.mayHaveHappened());
    }

    /** A part of a batch that the service left out. */
    static DataverseException leftOut(String asked) {
        return new DataverseException(
                new Words(
                        asked + " was not answered because the service left it out of the answer to its batch",
                        "Ask again, or ask for it alone",
                        null),
                0,
                DataverseError.NONE,
                "",
                false);
    }

    /** The HTTP status; 0 where a batch left the answer out. */
    public int status() {
        return status;
    }

    /** The code in the spelling {@code 0x80040217}; empty when the service gave none. */
    public String code() {
        return error().code();
    }

    /** Everything that the service said. */
    public DataverseError error() {
        return error == null ? DataverseError.NONE : error;
    }

    /** Whether the code is this one, in whatever spelling. */
    public boolean is(String wanted) {
        return error().is(wanted);
    }

    /** What the service's support asks for; empty when it gave none. */
    @Override
    public String requestId() {
        return requestId;
    }

    @Override
    public boolean mayHaveHappened() {
        return maybeDone;
    }

    @Override
    public String getMessage() {
        return super.getMessage() + (requestId.isEmpty() ? "" : " (request id " + Shown.name(requestId) + ")");
    }

    private static String remedy(int status) {
        return switch (status) {
            case 401 -> "Sign in again";
            case 403 -> "Give the signed-in user or application a security role of the environment that allows it";
            case 404 -> "Check that it still exists, and that this version of Dataverse knows it";
            case 412 -> "Read it again, then repeat the change";
            case 413 -> "Split what is sent, it is too large for the service";
            default -> status >= 500 ? "Run again later" : "Correct what the service names, then run again";
        };
    }
}
