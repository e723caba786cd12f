package io.powermigrate.auth;

import io.powermigrate.error.MigrationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Whoever asks for what is being fetched already waits for that, also for its failure. Thread-safe. */
final class SingleFlight<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> flying = new ConcurrentHashMap<>();

    /** What the work gives, done in this thread, or what another thread gets that does the same work now. */
    V fly(K key, Supplier<V> work) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> other = flying.putIfAbsent(key, mine);
        if (other != null) {
            return landed(other);
        }
        try {
            V value = work.get();
            mine.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            flying.remove(key, mine);
        }
    }

    private static <V> V landed(CompletableFuture<V> other) {
        try {
            return other.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException(
                    "Waiting for a sign-in ended early because the thread was interrupted", "Run again", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
