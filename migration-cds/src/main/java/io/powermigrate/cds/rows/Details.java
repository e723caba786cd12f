package io.powermigrate.cds.rows;

import io.powermigrate.endpoint.ClientKey;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Document;
import io.powermigrate.model.ResourceType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Details that were asked for together, before each is fetched; internal. Each is taken once: who fetches again asks again.
 * Thread-safe.
 */
public final class Details {

    /** Opens them for an endpoint. */
    public static final ClientKey<Details> KEY = new ClientKey<>(Details.class, endpoint -> new Details());

    private final Map<String, Document> kept = new ConcurrentHashMap<>();

    private Details() {}

    /** The details of an endpoint. */
    public static Details of(Endpoint endpoint) {
        return endpoint.client(KEY);
    }

    /** Keeps details until they are taken. */
    public void keep(ResourceType<?> type, String id, Document detail) {
        kept.put(type.name() + "/" + id, detail);
    }

    /** The kept details, or those that are asked for now. */
    public Document take(ResourceType<?> type, String id, Supplier<Document> ask) {
        Document detail = kept.remove(type.name() + "/" + id);
        return detail == null ? ask.get() : detail;
    }

    /** In one line: how many wait. */
    @Override
    public String toString() {
        return "Details[" + kept.size() + "]";
    }
}
