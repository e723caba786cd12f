package io.powermigrate.http;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.powermigrate.error.MigrationException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How fast and how broad one environment's services are called: one gate for each service, and that of the tenant. Thread-safe. */
final class Limits {

    private final HttpSettings settings;
    private final Optional<Gate> tenant;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    Limits(HttpSettings settings, Login login) {
        this.settings = settings;
        this.tenant =
                settings.budget().map(budget -> budget.gate(login.tenantId().orElse(login.tenant())));
    }

    /**
     * A call while it may be sent.
     *
     * @param service the name of the service, whose tenant's budget counts the call; empty for a pre-signed address, because
     *     storage is no service of the tenant
     */
    <T> T within(Optional<String> service, Gate.Work<T> work) throws WireFailure {
        Gate gate = gate(service.orElse("pre-signed addresses"));
        return service.isPresent() && tenant.isPresent()
                ? tenant.get().within(settings, () -> gate.within(settings, work))
                : gate.within(settings, work);
    }

    private Gate gate(String service) {
        return gates.computeIfAbsent(
                service,
                name -> new Gate(name, settings.callsPerSecond(), settings.concurrentCalls(), settings.maxWait()));
    }

    /** Lets so many calls through in a second, and so many at a time. Thread-safe. */
    static final class Gate {

        private final String to;
        private final int perSecond;
        private final Duration maxWait;
        private final RateLimiter rate;
        private final Bulkhead width;

        /** Something to be done while a permission is held. */
        @FunctionalInterface
        interface Work<T> {
            T run() throws WireFailure;
        }

        /**
         * A gate.
         *
         * @param to what is called, for messages
         * @param maxWait how long a call waits in front of it, at most
         */
        Gate(String to, int perSecond, int atOnce, Duration maxWait) {
            this.to = to;
            this.perSecond = perSecond;
            this.maxWait = maxWait;
            this.rate = RateLimiter.of(
                    to,
                    RateLimiterConfig.custom()
                            .limitForPeriod(perSecond)
                            .limitRefreshPeriod(Duration.ofSeconds(1))
                            .timeoutDuration(maxWait)
                            .build());
            this.width = Bulkhead.of(
                    to,
                    BulkheadConfig.custom()
                            .maxConcurrentCalls(atOnce)
                            .maxWaitDuration(maxWait)
                            .build());
        }

        <T> T within(HttpSettings settings, Work<T> work) throws WireFailure {
            enter();
            try {
                pause(settings);
                return work.run();
            } finally {
                width.onComplete();
            }
        }

        private void enter() throws WireFailure {
            try {
                width.acquirePermission();
            } catch (BulkheadFullException e) {
                throw full("no call to " + to + " ended within " + WireFailure.seconds(maxWait));
            } catch (AcquirePermissionCancelledException e) {
                throw WireFailure.interrupted(e);
            }
        }

        /** The limiter only says how long; the waiting itself goes through our own sleeper, as all waiting does. */
        private void pause(HttpSettings settings) throws WireFailure {
            long nanos = rate.reservePermission();
            if (nanos < 0) {
                throw full("more calls to " + to + " wait already than " + perSecond + " a second let through within "
                        + WireFailure.seconds(maxWait));
            }
            if (nanos > 0) {
                sleep(settings, Duration.ofNanos(nanos));
            }
        }

        private static void sleep(HttpSettings settings, Duration time) throws WireFailure {
            try {
                settings.sleeper().sleep(time);
            } catch (MigrationException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw WireFailure.interrupted(e);
                }
                throw e;
            }
        }

        private static WireFailure full(String reason) {
            return new WireFailure(
                    WireFailure.Kind.HOPELESS,
                    reason,
                    "Run fewer steps at a time, or raise the limits in HttpSettings",
                    null);
        }
    }
}
