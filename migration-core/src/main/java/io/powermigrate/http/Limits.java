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
import java.util.concurrent.ConcurrentHashMap;

/** How fast and how broad one environment's services are called; one gate for each service. Thread-safe. */
final class Limits {

    private final HttpSettings settings;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    private record Gate(RateLimiter rate, Bulkhead width) {}

    /** Something to be done while a permission is held. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws WireFailure;
    }

    Limits(HttpSettings settings) {
        this.settings = settings;
    }

    <T> T within(String service, Work<T> work) throws WireFailure {
        Gate gate = gates.computeIfAbsent(service, this::gate);
        enter(gate.width, service);
        try {
            pause(gate.rate, service);
            return work.run();
        } finally {
            gate.width.onComplete();
        }
    }

    private void enter(Bulkhead width, String service) throws WireFailure {
        try {
            width.acquirePermission();
        } catch (BulkheadFullException e) {
            throw full("no call to " + service + " ended within " + WireFailure.seconds(settings.maxWait()));
        } catch (AcquirePermissionCancelledException e) {
            throw WireFailure.interrupted(e);
        }
    }

    /** The limiter only says how long; the waiting itself goes through our own sleeper, as all waiting does. */
    private void pause(RateLimiter rate, String service) throws WireFailure {
        long nanos = rate.reservePermission();
        if (nanos < 0) {
            throw full("more calls to " + service + " wait already than " + settings.callsPerSecond()
                    + " a second let through within " + WireFailure.seconds(settings.maxWait()));
        }
        if (nanos > 0) {
            sleep(Duration.ofNanos(nanos));
        }
    }

    private void sleep(Duration time) throws WireFailure {
        try {
            settings.sleeper().sleep(time);
        } catch (MigrationException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw WireFailure.interrupted(e);
            }
            throw e;
        }
    }

    private Gate gate(String service) {
        return new Gate(
                RateLimiter.of(
                        service,
                        RateLimiterConfig.custom()
                                .limitForPeriod(settings.callsPerSecond())
                                .limitRefreshPeriod(Duration.ofSeconds(1))
                                .timeoutDuration(settings.maxWait())
                                .build()),
                Bulkhead.of(
                        service,
                        BulkheadConfig.custom()
                                .maxConcurrentCalls(settings.concurrentCalls())
                                .maxWaitDuration(settings.maxWait())
                                .build()));
    }

    private static WireFailure full(String reason) {
        return new WireFailure(
                WireFailure.Kind.HOPELESS,
                reason,
                "Run fewer steps at a time, or raise the limits in HttpSettings",
                null);
    }
}
