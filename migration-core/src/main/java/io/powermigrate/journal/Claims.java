package io.powermigrate.journal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which destinations executions of this process change right now, whatever journal they use. Beside the hold of a store,
 * which excludes other processes.
 */
final class Claims {

    private static final Map<String, Execution> RUNNING = new ConcurrentHashMap<>();

    private Claims() {}

    /** Claims a destination; refused while another execution of this process has it. */
    static void take(Execution execution) {
        Execution other = RUNNING.putIfAbsent(execution.destination(), execution);
        if (other != null) {
            throw new JournalHeldException(execution.destinationName(), other.holder());
        }
    }

    static void release(Execution execution) {
        RUNNING.remove(execution.destination(), execution);
    }
}
