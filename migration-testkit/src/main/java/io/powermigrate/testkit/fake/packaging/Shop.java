package io.powermigrate.testkit.fake.packaging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** What all routes of this package share. Thread-safe. */
final class Shop {
    private final InstantSource clock;
    private final Storage storage;
    private final Set<Variant> variants;
    private final int polls;
    private final Function<String, Optional<AppEnvironment>> environments;
    private final Function<String, Optional<AppEnvironment>> homes;
    private final Map<String, byte[]> staged = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final Pairs pairs = new Pairs();
    private final Operations operations = new Operations();

    Shop(InstantSource clock, Storage storage, Places places, Settings settings) {
        this.clock = clock;
        this.storage = storage;
        this.environments = places.environments();
        this.homes = places.homes();
        this.variants = settings.variants();
        this.polls = settings.polls();
    }

    AppEnvironment environment(String id) {
        return environments
                .apply(id)
                .orElseThrow(() -> new Refusal(
                        403, "EnvironmentAccessDenied", "Access to the environment '" + id + "' is denied."));
    }

    Optional<AppState> app(String name) {
        return homes.apply(name).flatMap(e -> e.app(name));
    }

    /** The caller's app, or what the service says to somebody who may not change it. */
    AppState editable(String name, Caller caller) {
        return app(name)
                .filter(a -> a.editableBy(caller.objectId()))
                .orElseThrow(() ->
                        new Refusal(403, "AppAccessDenied", "The caller has no permission on app '" + name + "'."));
    }

    boolean is(Variant variant) {
        return variants.contains(variant);
    }

    Instant now() {
        return clock.instant();
    }

    /** A new GUID; the same order of calls gives the same ones. */
    String id(String kind) {
        return UUID.nameUUIDFromBytes((kind + "/" + count.incrementAndGet()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    Pairs pairs() {
        return pairs;
    }

    Operations operations() {
        return operations;
    }

    Storage storage() {
        return storage;
    }

    Operations.Outcome outcome(ObjectNode running, ObjectNode ended) {
        return new Operations.Outcome(running, ended, polls);
    }

    /** Copies a package to where only an import reads it from. */
    String stage(String environment, byte[] zip) {
        String address = storage.put().apply(environment, new Storage.File("staged-" + id("stage") + ".zip", zip));
        staged.put(Storage.plain(address), zip);
        return address;
    }

    Optional<byte[]> staged(String address) {
        String sent = Storage.plain(address);
        return staged.entrySet().stream()
                .filter(e -> sent.endsWith(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    ObjectNode body(Call call) {
        try {
            return call.body().length == 0 ? Json.object() : Json.read(call.body());
        } catch (IOException e) {
            throw new Refusal(400, "InvalidRequestContent", "The request's content is no JSON.");
        }
    }
}
