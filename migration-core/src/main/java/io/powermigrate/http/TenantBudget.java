package io.powermigrate.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many calls go to the services of one tenant, whatever number of its environments is open: every transport whose
 * {@link HttpSettings} hold the same budget counts, each tenant by itself. It holds beside the limits of each environment and
 * service; calls to pre-signed addresses and sign-ins do not count. Thread-safe.
 *
 * <pre>{@code
 * HttpSettings settings = HttpSettings.builder().budget(TenantBudget.of(4, 2)).build();  // for every environment
 * }</pre>
 */
public final class TenantBudget {

    /** A call waits here as long as calls of other environments take; each of those has a limit of its own. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final int callsPerSecond;
    private final int atOnce;
    private final Map<String, Limits.Gate> gates = new ConcurrentHashMap<>();

    private TenantBudget(int callsPerSecond, int atOnce) {
        this.callsPerSecond = callsPerSecond;
        this.atOnce = atOnce;
    }

    /**
     * A budget for each tenant.
     *
     * @param callsPerSecond the most calls begun in a second, at least 1
     * @param atOnce the most calls at a time, at least 1
     * @throws IllegalArgumentException when one of them is less
     */
    public static TenantBudget of(int callsPerSecond, int atOnce) {
        if (callsPerSecond < 1 || atOnce < 1) {
            throw new IllegalArgumentException(
                    "A budget lets calls through. Give at least 1 a second and 1 at a time.");
        }
        return new TenantBudget(callsPerSecond, atOnce);
    }

    Limits.Gate gate(String tenant) {
        return gates.computeIfAbsent(
                tenant.toLowerCase(Locale.ROOT),
                name -> new Limits.Gate("tenant " + tenant, callsPerSecond, atOnce, LONGEST_WAIT));
    }

    /** In one line: how many calls. */
    @Override
    public String toString() {
        return "TenantBudget[" + callsPerSecond + " a second, " + atOnce + " at a time]";
    }
}
