package io.powermigrate.http;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.internal.secret.Redaction;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One request: what it does, where it goes, what it carries, and whether it may be sent twice. A call that is not
 * repeatable is sent again only when the service surely did not take it. Immutable; every {@code with} is a copy.
 */
public final class Call {

    private final Target target;
    private final Headers headers;
    private final Body body;
    private final Manner manner;

    private record Target(Effect effect, String method, URI uri) {}

    private record Manner(boolean repeatable, boolean presigned, Duration deadline, Set<Integer> accepted) {

        Manner repeatable(boolean is) {
            return new Manner(is, presigned, deadline, accepted);
        }
    }

    private Call(Target target, Headers headers, Body body, Manner manner) {
        this.target = target;
        this.headers = headers;
        this.body = body;
        this.manner = manner;
    }

    /**
     * A request of any method. GET, HEAD and DELETE are repeatable, everything else is sent once.
     *
     * @param effect what it really does, whatever its method
     */
    public static Call of(Effect effect, String method, URI uri) {
        String verb = method.toUpperCase(Locale.ROOT);
        boolean repeatable = Set.of("GET", "HEAD", "DELETE").contains(verb);
        return new Call(
                new Target(Objects.requireNonNull(effect, "effect"), verb, Objects.requireNonNull(uri, "uri")),
                Headers.none(),
                Body.none(),
                new Manner(repeatable, false, Duration.ZERO, Set.of()));
    }

    /** A repeatable GET that changes nothing. */
    public static Call get(URI uri) {
        return of(Effect.READ, "GET", uri);
    }

    /** A POST, sent once. */
    public static Call post(Effect effect, URI uri) {
        return of(effect, "POST", uri);
    }

    /** A PUT, sent once unless said otherwise. */
    public static Call put(Effect effect, URI uri) {
        return of(effect, "PUT", uri);
    }

    /** A PATCH, sent once unless said otherwise. */
    public static Call patch(Effect effect, URI uri) {
        return of(effect, "PATCH", uri);
    }

    /** A repeatable DELETE; if its repeat finds nothing, it has succeeded and the reply's status is 404. */
    public static Call delete(Effect effect, URI uri) {
        return of(effect, "DELETE", uri);
    }

    /** The same call to another address. */
    public Call withUri(URI uri) {
        return new Call(new Target(effect(), method(), uri), headers, body, manner);
    }

    /** With a header; replaces one of the same name. */
    public Call withHeader(String name, String value) {
        return new Call(target, headers.with(name, value), body, manner);
    }

    /** With a body. */
    public Call withBody(Body carried) {
        return new Call(target, headers, carried, manner);
    }

    /** With a JSON body. */
    public Call withJson(Document document) {
        return withBody(Body.json(document));
    }

    /** With the longest time to wait for an answer; zero means that of the settings. */
    public Call withDeadline(Duration deadline) {
        return with(new Manner(isRepeatable(), isPresigned(), deadline, manner.accepted));
    }

    /** May be sent again after a timeout or a broken answer: doing it twice is the same as doing it once. */
    public Call repeatable() {
        return with(manner.repeatable(true));
    }

    /**
     * Goes to a pre-signed address and carries no token: refused before it is sent where the address is not that of a store.
     * Every other call is refused where its address is not that of a service.
     */
    public Call presigned() {
        return with(new Manner(isRepeatable(), true, manner.deadline, manner.accepted));
    }

    /** Must not be sent again when it may have been taken. */
    public Call once() {
        return with(manner.repeatable(false));
    }

    /** Statuses other than 2xx that are a reply to the caller and no error, such as 404. */
    public Call accepting(Integer... statuses) {
        Set<Integer> all = new TreeSet<>(manner.accepted);
        all.addAll(Arrays.asList(statuses));
        return with(new Manner(isRepeatable(), isPresigned(), manner.deadline, Set.copyOf(all)));
    }

    /** What it does. */
    public Effect effect() {
        return target.effect;
    }

    /** In capitals. */
    public String method() {
        return target.method;
    }

    /** Where it goes. */
    public URI uri() {
        return target.uri;
    }

    /** Without Authorization, which the transport adds. */
    public Headers headers() {
        return headers;
    }

    /** What it carries. */
    public Body body() {
        return body;
    }

    /** Whether it may be sent again when it may have been taken. */
    public boolean isRepeatable() {
        return manner.repeatable;
    }

    /** Whether it goes to a pre-signed address. */
    public boolean isPresigned() {
        return manner.presigned;
    }

    /** The longest time to wait for an answer; zero means that of the settings. */
    public Duration deadline() {
        return manner.deadline;
    }

    boolean accepts(int status) {
        return manner.accepted.contains(status);
    }

    private Call with(Manner changed) {
        return new Call(target, headers, body, changed);
    }

    /** Method, host and path; never the query. */
    @Override
    public String toString() {
        return Shown.message(method() + " " + Redaction.address(uri()));
    }
}
