package io.powermigrate.http;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.recorder.FlightEvents;
import io.powermigrate.internal.recorder.Waits;
import io.powermigrate.internal.text.Log;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends one call until it is answered for good. Written by hand: the retry of Resilience4j sleeps through one static
 * function for the whole JVM, so neither our clock nor a Retry-After fits in. For one call, in one thread.
 *
 * <p>Rules: wire/power-platform.md, sections 0.4 and 0.5.
 */
final class RetryLoop<T> {

    private static final Log LOG = Log.of(RetryLoop.class);

    private static final Duration SHORTEST = Duration.ofMillis(10);

    private final Call call;
    private final Sending<T> sending;
    private final Function<Reply, T> accepted;
    private final HttpSettings settings;
    private final Backoff backoff;
    private final Instant latest;

    private int failures;
    private int doubts;
    private boolean maybeTaken;
    private boolean renewed;

    /** One sending with the token at hand, or with a new one after a 401. */
    @FunctionalInterface
    interface Sending<T> {

        ApacheWire.Answer<T> send(@Nullable Reply unauthorized, Duration atMost) throws WireFailure;
    }

    RetryLoop(Call call, Sending<T> sending, Function<Reply, T> accepted, HttpSettings settings, Backoff backoff) {
        this.call = call;
        this.sending = sending;
        this.accepted = accepted;
        this.settings = settings;
        this.backoff = backoff;
        this.latest = settings.clock().instant().plus(limit());
    }

    T run() {
        Reply unauthorized = null;
        while (true) {
            try {
                ApacheWire.Answer<T> answer = send(unauthorized);
                Reply reply = answer.reply();
                if (answer.value().isPresent()) {
                    return answer.value().get();
                }
                if (mayRenew(reply)) {
                    unauthorized = reply;
                    continue;
                }
                if (!isPassing(reply) && (call.accepts(reply.status()) || isGoneByRepeat(reply))) {
                    return accepted.apply(reply);
                }
                wait(reply);
            } catch (WireFailure failure) {
                wait(failure);
            }
            unauthorized = null;
        }
    }

    private ApacheWire.Answer<T> send(@Nullable Reply unauthorized) throws WireFailure {
        FlightEvents.Request request = new FlightEvents.Request(
                call.method(),
                String.valueOf(call.uri().getHost()),
                call.effect().name());
        request.begin();
        try {
            return sending.send(unauthorized, left());
        } finally {
            request.commit();
        }
    }

    private Duration limit() {
        return call.deadline().compareTo(settings.maxWait()) > 0 ? call.deadline() : settings.maxWait();
    }

    /** What is left of the time of all attempts; nothing is sent any more by a thread that was told to stop. */
    private Duration left() throws WireFailure {
        if (Thread.currentThread().isInterrupted()) {
            throw WireFailure.interrupted(null);
        }
        Duration left = Duration.between(settings.clock().instant(), latest);
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }

    /** Waiting may end early, by an interrupt; what was sent before is told then too. */
    private void pause(Duration time, String why) {
        String host = String.valueOf(call.uri().getHost());
        Waits.tell(host, time, why);
        FlightEvents.Wait wait = new FlightEvents.Wait(host);
        wait.begin();
        try {
            settings.sleeper().sleep(time);
        } catch (MigrationException e) {
            if (!Thread.currentThread().isInterrupted()) {
                throw e;
            }
            throw ServiceException.unanswered(call, WireFailure.interrupted(e), lastingDoubt());
        } finally {
            wait.commit();
        }
    }

    private boolean mayRenew(Reply reply) {
        boolean may = reply.status() == 401 && !renewed && !call.isPresigned();
        renewed |= reply.status() == 401;
        return may;
    }

    private boolean isGoneByRepeat(Reply reply) {
        return reply.status() == 404 && maybeTaken && call.method().equals("DELETE");
    }

    /** Whether the same call may well succeed later. */
    private boolean isPassing(Reply reply) {
        return isSurelyNotTaken(reply) || isServerFailure(reply.status());
    }

    private boolean isSurelyNotTaken(Reply reply) {
        return switch (reply.status()) {
            case 429 -> true;
            case 409 -> settings.notNowCodes().stream().anyMatch(ServiceError.in(reply)::is);
            case 404 -> ServiceError.in(reply).is("ServiceToServiceEnvironmentNotFound");
            default -> false;
        };
    }

    private static boolean isServerFailure(int status) {
        return switch (status) {
            case 408, 425, 499, 500, 502, 503, 504 -> true;
            default -> false;
        };
    }

    private void wait(Reply reply) {
        boolean notTaken = isSurelyNotTaken(reply);
        boolean serverFailure = isServerFailure(reply.status());
        maybeTaken |= serverFailure;
        failures++;
        // the service asking for patience does not use up the attempts, its failures do
        doubts += serverFailure ? 1 : 0;
        boolean again = notTaken || (serverFailure && call.isRepeatable() && doubts < settings.attempts());
        if (!again) {
            throw ServiceException.refused(call, reply, lastingDoubt(), tries());
        }
        Optional<Duration> asked =
                RetryAfter.of(reply.headers(), settings.clock().instant());
        Duration pause = asked.map(time -> Backoff.atLeast(time, failures)).orElseGet(() -> backoff.after(failures));
        if (endsTooLate(pause)) {
            String addition = tries() + "; waiting " + pause.toSeconds() + " s more would pass the limit of "
                    + limit().toSeconds() + " s";
            throw ServiceException.refused(call, reply, lastingDoubt(), addition);
        }
        LOG.debug("{} answered {}: again in {} ms", call, reply.status(), pause.toMillis());
        pause(pause, "it answered " + reply.status());
    }

    private void wait(WireFailure failure) {
        maybeTaken |= failure.kind() == WireFailure.Kind.BROKEN || failure.kind() == WireFailure.Kind.UNUSABLE;
        failures++;
        doubts++;
        boolean again = failure.kind() == WireFailure.Kind.NOT_SENT
                || (failure.kind() == WireFailure.Kind.BROKEN && call.isRepeatable());
        Duration pause = backoff.after(failures);
        if (!again || doubts >= settings.attempts() || endsTooLate(pause)) {
            throw ServiceException.unanswered(call, failure, lastingDoubt());
        }
        LOG.debug("{}: {}: again in {} ms", call, failure.getMessage(), pause.toMillis());
        pause(pause, "the last attempt failed");
    }

    /** What changes nothing leaves no doubt behind. */
    private boolean lastingDoubt() {
        return maybeTaken && call.effect() != Effect.READ;
    }

    private boolean endsTooLate(Duration pause) {
        return settings.clock().instant().plus(pause).isAfter(latest);
    }

    private String tries() {
        return failures > 1 ? " at attempt " + failures : "";
    }
}
