package io.powermigrate.internal.recorder;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells what runs the work of a thread that a request of this work waits: the transport knows that, and does not know migrations.
 * Each thread has its own listener.
 */
public final class Waits {

    private static final ThreadLocal<@Nullable Told> TOLD = new ThreadLocal<>();

    private Waits() {}

    /** Listens to waits. */
    public interface Told {

        /** A request to a host waits so long before it is sent again; {@code why} is what the host said, in words. */
        void waits(String host, Duration pause, String why);
    }

    /** Does work on this thread; its waits are told to the listener. */
    public static <T> T toldTo(Told told, Supplier<T> work) {
        Told before = TOLD.get();
        TOLD.set(told);
        try {
            return work.get();
        } finally {
            TOLD.set(before);
        }
    }

    /** A request of this thread waits now. */
    public static void tell(String host, Duration pause, String why) {
        Told told = TOLD.get();
        if (told != null) {
            told.waits(host, pause, why);
        }
    }
}
