package io.powermigrate.report;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.ResourceKey;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happens while a migration reads, plans or executes.
 *
 * @param at when
 * @param kind what
 * @param resource about which resource; empty when about none in particular
 * @param message in words, without secrets; one line, see {@link #Event}
 */
public record Event(Instant at, Kind kind, Optional<ResourceKey> resource, String message) {

    /** Makes the message fit to be shown. */
    public Event {
        message = Shown.message(message);
    }

    /** What happens. */
    public enum Kind {
        /** A phase begins: listing, fetching, a wave. */
        PHASE,
        /** A step begins. */
        STARTED,
        /** A step has got further. */
        PROGRESS,
        /** A step has ended, well or not. */
        ENDED
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
