package io.powermigrate.http;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.secret.Redaction;
import io.powermigrate.internal.text.Log;
import io.powermigrate.model.Document;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls to the services of one cloud as one identity. Layers, outermost first: log, repeats, limits, token, wire.
 * A token goes to the services of the table only; pre-signed addresses get none; anything else is refused before it is
 * sent. Thread-safe. Views made by {@link #limitedTo} and {@link #with} share everything; closing one closes all.
 */
public final class Transport implements AutoCloseable {

    private static final Log LOG = Log.of(Transport.class);

    private final Core core;
    private final ServiceTable table;
    private final Effect ceiling;

    private record Core(ApacheWire wire, Bearer bearer, Limits limits, Backoff backoff, HttpSettings settings) {}

    private Transport(Core core, ServiceTable table, Effect ceiling) {
        this.core = core;
        this.table = table;
        this.ceiling = ceiling;
    }

    /** A transport on which everything may be sent to the services of the table. Sends nothing itself. */
    public static Transport open(ServiceTable table, Login login, HttpSettings settings) {
        Core core = new Core(
                new ApacheWire(settings),
                new Bearer(login, settings.clock()),
                new Limits(settings, login),
                new Backoff(settings.seed()),
                settings);
        return new Transport(core, table, Effect.WRITE);
    }

    /**
     * A transport that signs nobody in: all its calls are {@link Call#presigned}, said or not, and go beneath the given bases
     * only. Signing in itself is done on one.
     */
    public static Transport withoutLogin(List<URI> bases, HttpSettings settings) {
        Credential nobody = request -> {
            throw new IllegalStateException("a transport without a login has no service that needs a token");
        };
        return open(
                new ServiceTable(List.of(), bases),
                new Login(URI.create("https://nobody.invalid"), "", nobody),
                settings);
    }

    /** The same transport, where nothing above an effect is sent; never more than already allowed. */
    public Transport limitedTo(Effect most) {
        return new Transport(core, table, most.isAbove(ceiling) ? ceiling : most);
    }

    /** The same transport with one more service. */
    public Transport with(Service service) {
        return new Transport(core, table.with(service), ceiling);
    }

    /** In one line: the most that may be sent. */
    @Override
    public String toString() {
        return "Transport[up to " + ceiling + "]";
    }

    /** The most that may be sent. */
    public Effect ceiling() {
        return ceiling;
    }

    /** Where calls may go. */
    public ServiceTable table() {
        return table;
    }

    /** How calls are sent; holds the clock and the sleeper. */
    public HttpSettings settings() {
        return core.settings;
    }

    /**
     * The token that a call to an address would carry.
     *
     * @throws MigrationException when no token may go there
     */
    public AccessToken tokenFor(URI uri) {
        Service service = table.serviceOf(uri)
                .orElseThrow(() -> new MigrationException(
                        "No token was asked for because " + Redaction.address(uri) + " belongs to no service",
                        "Ask for a service of the cloud"));
        return core.bearer.token(service.audience());
    }

    /**
     * Sends a call and reads the whole answer.
     *
     * @return a reply with status 2xx, or one that the call accepts
     * @throws ServiceException when the service refused it, or did not answer
     * @throws MigrationException when it was not sent at all
     */
    public Reply send(Call call) {
        return run(call, core.wire::whole, reply -> reply);
    }

    /**
     * Sends a call one time and gives the answer whatever its status: for a caller that repeats by rules of its own.
     *
     * @throws ServiceException when no whole answer came
     * @throws MigrationException when it was not sent at all
     */
    public Reply attempt(Call call) {
        Call sent = checked(call);
        Sending<Reply> sending = new Sending<>(sent, core.wire::whole, table.serviceOf(sent.uri()));
        return logged(sent, sending, () -> {
            try {
                ApacheWire.Answer<Reply> answer = sending.send(null, core.settings.maxWait());
                return answer.value().orElse(answer.reply());
            } catch (WireFailure failure) {
                throw ServiceException.unanswered(sent, failure, false);
            }
        });
    }

    /**
     * Sends a call and streams the answer in constant memory. A broken answer to a repeatable call is read again from its
     * beginning. Errors as {@link #send}; what the reader throws comes through.
     */
    public <T> T download(Call call, BodyReader<T> reader) {
        Wired<T> wired = (sent, token, atMost) -> core.wire.streamed(sent, token, reader, atMost);
        return run(call, wired, reply -> {
            throw ServiceException.refused(call, reply, false, "");
        });
    }

    /**
     * Asks for one object; see {@link Reply#object}. Errors as {@link #send}, and when the answer is something else.
     *
     * @param members what it has to hold
     */
    public Document object(Call call, String... members) {
        return send(call).object(call, members);
    }

    /**
     * The elements of all pages of a list, lazily; closing the stream ends it. An answer is a list when it announces JSON
     * and has an array, bare or as {@code value}, of objects that hold the members. Errors as {@link #send}, and when an
     * answer is something else, when pages go round in a circle, or when they pass the {@link HttpSettings#lists() limits}.
     *
     * @param members what each element has to hold, see {@link Reply#object}
     */
    public Stream<Document> items(Call call, String... members) {
        return Pages.of(this, call, members).flatMap(List::stream);
    }

    /** Asks an address until it says what is wanted; see {@link #poll(Call, Predicate, Duration)}. */
    public Reply poll(URI location, Predicate<Reply> done, Duration deadline) {
        return poll(Call.get(location), done, deadline);
    }

    /**
     * Sends a call again and again until its reply is what is wanted; a 409 means "not yet" (wire/power-platform.md,
     * section 0.6). Pauses as long as the reply asks for, else as the settings say.
     *
     * @param done whether the operation has ended, well or badly; states that it does not know are not the end
     * @param deadline from now
     * @throws MigrationException when the deadline passes
     */
    public Reply poll(Call call, Predicate<Reply> done, Duration deadline) {
        Instant latest = core.settings.clock().instant().plus(deadline);
        Call asking = call.accepting(409);
        for (int times = 1; ; times++) {
            Reply reply = send(asking);
            if ((reply.status() != 409 || call.accepts(409)) && done.test(reply)) {
                return reply;
            }
            Instant now = core.settings.clock().instant();
            if (!now.isBefore(latest)) {
                throw new MigrationException(
                        "The operation at " + Redaction.address(call.uri()) + " has not ended because "
                                + deadline.toSeconds() + " s were not enough; its last answer was "
                                + AnswerWords.of(reply),
                        "Look at it in the service, or allow more time");
            }
            core.settings.sleeper().sleep(pause(reply, times, now, latest));
        }
    }

    private Duration pause(Reply reply, int times, Instant now, Instant latest) {
        Duration wanted = RetryAfter.of(reply.headers(), now)
                .map(time -> Backoff.atLeast(time, times))
                .orElse(core.settings.pollInterval());
        Duration left = Duration.between(now, latest);
        return wanted.compareTo(left) > 0 ? left : wanted;
    }

    private <T> T run(Call asked, Wired<T> wired, Function<Reply, T> accepted) {
        Call call = checked(asked);
        Sending<T> sending = new Sending<>(call, wired, table.serviceOf(call.uri()));
        return logged(call, sending, () -> new RetryLoop<>(call, sending, accepted, core.settings, core.backoff).run());
    }

    private <T> T logged(Call call, Sending<T> sending, Supplier<T> work) {
        Instant begin = core.settings.clock().instant();
        String end = "failed";
        try {
            T value = work.get();
            end = "answered";
            return value;
        } finally {
            LOG.trace(
                    "{} {} {} in {} ms",
                    call,
                    end,
                    sending.status,
                    Duration.between(begin, core.settings.clock().instant()).toMillis());
        }
    }

    private Call checked(Call asked) {
        Call call = table.services().isEmpty() ? asked.presigned() : asked;
        if (call.effect().isAbove(ceiling)) {
            throw new MigrationException(
                    call + " was not sent because its effect " + call.effect() + " is above the ceiling " + ceiling
                            + " that holds here",
                    call.effect() == Effect.WRITE
                            ? "Change the environment inside execute only, with an approved plan"
                            : "Declare the call with the effect that it really has, or raise the endpoint's ceiling");
        }
        if (call.isPresigned()) {
            table.requirePresigned(call.uri(), call.method());
        } else {
            table.require(call.uri(), call.method());
        }
        if (core.wire.isClosed()) {
            throw ServiceException.unanswered(call, WireFailure.closed(false), false);
        }
        return call;
    }

    /** One of the wire's two ways to send a call once. */
    @FunctionalInterface
    private interface Wired<T> {
        ApacheWire.Answer<T> send(Call call, @Nullable AccessToken token, Duration atMost) throws WireFailure;
    }

    /** Limits, token and wire for the attempts of one call. */
    private final class Sending<T> implements RetryLoop.Sending<T> {

        private final Call call;
        private final Wired<T> wired;
        private final Optional<Service> service;
        private @Nullable AccessToken token;
        private int status;

        Sending(Call call, Wired<T> wired, Optional<Service> service) {
            this.call = call;
            this.wired = wired;
            this.service = service;
        }

        @Override
        public ApacheWire.Answer<T> send(@Nullable Reply unauthorized, Duration atMost) throws WireFailure {
            return core.limits.within(service.map(Service::name), () -> {
                token = service.map(known -> token(known, unauthorized)).orElse(null);
                ApacheWire.Answer<T> answer = wired.send(call, token, atMost);
                status = answer.reply().status();
                return answer;
            });
        }

        private AccessToken token(Service known, @Nullable Reply unauthorized) {
            AccessToken refused = token;
            if (unauthorized == null || refused == null) {
                return core.bearer.token(known.audience());
            }
            return core.bearer.replacing(refused, known.audience(), Bearer.Challenge.claims(unauthorized.headers()));
        }
    }

    /** Closes all connections, also those of every view; a call in flight ends with an error, a later one is not sent. */
    @Override
    public void close() {
        core.wire.close();
    }
}
