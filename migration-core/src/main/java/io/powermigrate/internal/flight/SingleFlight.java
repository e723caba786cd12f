package io.powermigrate.internal.flight;

import io.powermigrate.error.MigrationException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * A caller that asks for what is being fetched already waits for that, also for its failure. An interrupt ends the call of the
 * interrupted thread only: where that one did the work, another caller that waits takes it over. Thread-safe.
 */
public final class SingleFlight<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> flying = new ConcurrentHashMap<>();

    /**
     * What the work gives, done in this thread, or what another thread gets that does the same work now.
     *
     * @throws MigrationException when this thread is interrupted while it waits
     */
    public V fly(K key, Supplier<V> work) {
        while (true) {
            CompletableFuture<V> mine = new CompletableFuture<>();
            CompletableFuture<V> other = flying.putIfAbsent(key, mine);
            if (other == null) {
                return flown(key, mine, work);
            }
            Optional<V> landed = landed(other);
            if (landed.isPresent()) {
                return landed.get();
            }
        }
    }

    private V flown(K key, CompletableFuture<V> mine, Supplier<V> work) {
        try {
            V value = work.get();
            flying.remove(key, mine);
            mine.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            flying.remove(key, mine);
            if (Thread.currentThread().isInterrupted()) {
                mine.cancel(false);
            } else {
                mine.completeExceptionally(e);
            }
            throw e;
        }
    }

    /** Nothing where the one that did the work was interrupted. */
    private static <V> Optional<V> landed(CompletableFuture<V> other) {
        try {
            return Optional.of(other.get());
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException(
                    "Waiting for what another thread had begun ended early because the thread was interrupted",
                    "Run again",
                    e);
        } catch (ExecutionException e) {
            throw Landing.failure(e);
        }
    }
}
