package io.powermigrate.report;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.ResourceKey;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that happens while a migration reads, plans or executes. Immutable. */
public final class Event {

    private final Told told;

    private record Told(
            Instant at,
            Kind kind,
            @Nullable ResourceKey resource,
            int steps,
            String message,
            @Nullable Instant until) {}

    /** What happens. */
    public enum Kind {
        /** A phase begins: listing, fetching, a wave. */
        PHASE,
        /** A step begins. */
        STARTED,
        /** A step has got further. */
        PROGRESS,
        /** A request waits before it is sent again, because a service asked for that or failed. */
        WAITS,
        /** A step has ended, well or not. */
        ENDED
    }

    private Event(Told told) {
        this.told = told;
    }

    /**
     * What happens to no resource in particular, such as a phase that begins.
     *
     * @param message in words, without secrets; what cannot be shown in one line is escaped
     */
    public static Event of(Instant at, Kind kind, String message) {
        return new Event(new Told(
                Objects.requireNonNull(at), Objects.requireNonNull(kind), null, 0, Shown.message(message), null));
    }

    /** The same about one resource. */
    public Event about(ResourceKey resource) {
        return new Event(new Told(at(), kind(), Objects.requireNonNull(resource), steps(), message(), told.until()));
    }

    /** The same phase, which has so many steps. */
    public Event ofSteps(int steps) {
        return new Event(new Told(at(), kind(), told.resource(), steps, message(), told.until()));
    }

    /** The same wait, which ends then. */
    public Event until(Instant end) {
        return new Event(new Told(at(), kind(), told.resource(), steps(), message(), Objects.requireNonNull(end)));
    }

    /** When a wait ends; empty where none is told. */
    public Optional<Instant> until() {
        return Optional.ofNullable(told.until());
    }

    /** When it happens, by the clock of the migration. */
    public Instant at() {
        return told.at();
    }

    /** What happens. */
    public Kind kind() {
        return told.kind();
    }

    /** How many steps a phase has; each ends with an event of its own. 0 where that is not known, and where no phase begins. */
    public int steps() {
        return told.steps();
    }

    /** The resource that it is about; empty when it is about none in particular. */
    public Optional<ResourceKey> resource() {
        return Optional.ofNullable(told.resource());
    }

    /** What happens in words: one line, without secrets. */
    public String message() {
        return told.message();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Event that && told.equals(that.told);
    }

    @Override
    public int hashCode() {
        return told.hashCode();
    }

    /** In one line: when, what, about which resource, and the message. */
    @Override
    public String toString() {
        String about = resource().map(key -> " " + key).orElse("");
        return Shown.value(at() + " " + kind() + about + ": " + message());
    }
}
