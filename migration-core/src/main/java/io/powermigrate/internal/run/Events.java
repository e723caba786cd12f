package io.powermigrate.internal.run;

import io.powermigrate.internal.text.Log;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.report.Event;
import io.powermigrate.report.MigrationListener;
import io.powermigrate.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells every listener, and the log, what happens. */
public final class Events {

    private static final Log LOG = Log.of("io.powermigrate");

    private final List<MigrationListener> listeners;
    private final Time time;
    private final Watchdog watchdog;

    /**
     * Tells these listeners.
     *
     * @param deadline how long one may take for one event before it is interrupted; zero for no limit
     */
    public Events(List<MigrationListener> listeners, Time time, Duration deadline) {
        this.listeners = List.copyOf(listeners);
        this.time = time;
        this.watchdog = new Watchdog(deadline);
    }

    void phase(String message) {
        phase(message, 0);
    }

    /** A phase of so many steps. */
    void phase(String message, int steps) {
        LOG.info("{}", message);
        tell(Event.of(time.now(), Event.Kind.PHASE, message).ofSteps(steps));
    }

    void of(Event.Kind kind, ResourceKey key, String message) {
        LOG.debug("{} {}: {}", kind, key, message);
        tell(Event.of(time.now(), kind, message).about(key));
    }

    /** A request waits before it is sent again. */
    void waits(String host, Duration pause, String why) {
        Instant now = time.now();
        tell(Event.of(
                        now,
                        Event.Kind.WAITS,
                        Shown.name(host) + " is asked again in " + pause.toSeconds() + " s because " + why)
                .until(now.plus(pause)));
    }

    private void tell(Event event) {
        for (MigrationListener listener : listeners) {
            try {
                watchdog.watch(() -> {}, () -> told(listener, event));
            } catch (RuntimeException | Error e) { // a listener must not stop a migration
                LOG.warn("A listener failed at \"{}\" and was passed over: {}", event.message(), e.toString());
            }
        }
    }

    private static boolean told(MigrationListener listener, Event event) {
        listener.on(event);
        return true;
    }
}
