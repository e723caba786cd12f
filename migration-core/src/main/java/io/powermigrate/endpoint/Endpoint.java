package io.powermigrate.endpoint;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import io.powermigrate.model.Identity;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An environment that we have opened: a connection, facts about it, and a ceiling for what may be done to it. Clients
 * are opened once per endpoint and ceiling. Thread-safe if its connection is.
 */
public final class Endpoint implements AutoCloseable {

    private final String id;
    private final String name;
    private final Document about;
    private final AutoCloseable connection;
    private final Effect ceiling;
    private final Map<ClientKey<?>, Object> clients = new IdentityHashMap<>();

    private Endpoint(String id, String name, Document about, AutoCloseable connection, Effect ceiling) {
        this.id = Objects.requireNonNull(id, "id");
        this.name = Objects.requireNonNull(name, "name");
        this.about = about;
        this.connection = connection;
        this.ceiling = ceiling;
    }

    /**
     * Opens an endpoint with nothing held back.
     *
     * @param id what tells this environment from every other one, in the whole world
     * @param name what people call it
     * @param connection what clients are opened on; closed with the endpoint
     */
    public static Endpoint of(String id, String name, AutoCloseable connection) {
        return of(id, name, Document.empty(), connection);
    }

    /**
     * As {@link #of(String, String, AutoCloseable)}, with facts about the environment that rules can ask for. Say among them
     * who is signed in, with {@link Identity#into}: plans and reports tell it, and a plan is stale once it is another one.
     */
    public static Endpoint of(String id, String name, Document about, AutoCloseable connection) {
        return new Endpoint(id, name, about, connection, Effect.WRITE);
    }

    /** What tells this environment from every other one; plans and approvals are pinned to it. */
    public String id() {
        return id;
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** Facts about the environment: region, kind, who is signed in; part of an inventory. */
    public Document about() {
        return about;
    }

    /** Who is signed in; empty if that was not said when the endpoint was opened. */
    public Optional<Identity> identity() {
        return Identity.in(about);
    }

    /** The most that may be done here. */
    public Effect ceiling() {
        return ceiling;
    }

    /** The same environment, where no more than this may be done; never more than already allowed. */
    public Endpoint limitedTo(Effect most) {
        return new Endpoint(id, name, about, connection, most.isAbove(ceiling) ? ceiling : most);
    }

    /**
     * Holds a request against the ceiling, before it is sent.
     *
     * @param what the request in words, for the message
     * @throws MigrationException when the effect is above the ceiling
     */
    public void require(Effect effect, String what) {
        if (effect.isAbove(ceiling)) {
            throw new MigrationException(
                    "\"" + what + "\" was not sent to " + name + " because its effect " + effect
                            + " is above the ceiling " + ceiling + " that holds here",
                    effect == Effect.WRITE
                            ? "Change the environment inside execute only, with an approved plan"
                            : "Declare the request with the effect that it really has");
        }
    }

    /** The client of a key, opened on first use. */
    public <C> C client(ClientKey<C> key) {
        synchronized (clients) {
            Object client = clients.get(key);
            if (client == null) { // not computeIfAbsent: opening one client may ask for another
                client = key.open(this);
                clients.put(key, client);
            }
            return key.cast(client);
        }
    }

    /**
     * What the endpoint was opened with, for a {@link ClientKey} to open its client on.
     *
     * @throws MigrationException when it is of another type
     */
    public <T> T connection(Class<T> type) {
        if (!type.isInstance(connection)) {
            throw new MigrationException(
                    name + " cannot serve this client because it was opened with a "
                            + connection.getClass().getSimpleName() + ", not with a " + type.getSimpleName(),
                    "Open it with the connect method of the plugin that you install");
        }
        return type.cast(connection);
    }

    /** Closes the connection; every client of it ends with it. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (Exception e) {
            throw new MigrationException(
                    name + " could not be closed because " + e.getMessage(),
                    "You can ignore this; no data was lost",
                    e);
        }
    }

    @Override
    public String toString() {
        return Shown.message(name + " (" + id + ", up to " + ceiling + ")");
    }
}
