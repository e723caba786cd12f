package io.powermigrate.internal.run;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Inventory;
import java.util.Optional;

/**
 * One of the two environments: opened, or as it was when a snapshot was taken. With both the snapshot is what the plan is made
 * of, and the environment only gives what is exported while the plan is executed.
 *
 * @param endpoint the environment; empty offline
 * @param snapshot the snapshot; empty when the environment is read
 */
public record EndpointOrSnapshot(Optional<Endpoint> endpoint, Optional<Inventory> snapshot) {

    /** An environment that is read. */
    public static EndpointOrSnapshot of(Endpoint endpoint) {
        return new EndpointOrSnapshot(Optional.of(endpoint), Optional.empty());
    }

    /** An environment as a snapshot shows it. */
    public static EndpointOrSnapshot of(Inventory snapshot) {
        return new EndpointOrSnapshot(Optional.empty(), Optional.of(snapshot));
    }

    /** The environment with what was read of it before, so that it is not read again. */
    public static EndpointOrSnapshot of(Endpoint endpoint, Inventory read) {
        return new EndpointOrSnapshot(Optional.of(endpoint), Optional.of(read));
    }

    /** The environment where it is to be read; empty where there is a snapshot. */
    Optional<Endpoint> toBeRead() {
        return snapshot.isPresent() ? Optional.empty() : endpoint;
    }

    /** What tells it from every other environment. */
    public String id() {
        return endpoint.map(Endpoint::id).orElseGet(() -> snapshot.orElseThrow().id());
    }

    /** What people call it. */
    public String name() {
        return endpoint.map(Endpoint::name)
                .orElseGet(() -> snapshot.orElseThrow().name());
    }
}
