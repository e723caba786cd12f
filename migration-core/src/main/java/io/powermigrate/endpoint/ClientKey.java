package io.powermigrate.endpoint;

import java.util.function.Function;

/**
 * What a client of a service is asked for by. An endpoint opens it at most once, with {@code open}, and hands out the
 * same one from then on. Make one constant of it: two keys are the same key only if they are the same object.
 *
 * @param <C> the client
 */
public final class ClientKey<C> {

    private final Class<C> type;
    private final Function<Endpoint, C> open;

    /** A key for clients of a type, opened on an endpoint by a function without side effects. */
    public ClientKey(Class<C> type, Function<Endpoint, C> open) {
        this.type = type;
        this.open = open;
    }

    C open(Endpoint endpoint) {
        return open.apply(endpoint);
    }

    C cast(Object client) {
        return type.cast(client);
    }

    /** In one line: the class of the client. */
    @Override
    public String toString() {
        return "ClientKey[" + type.getSimpleName() + "]";
    }
}
