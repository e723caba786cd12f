package io.powermigrate.run;

import io.powermigrate.error.MigrationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** A bounded pool for one phase. Results come in the order of what was asked for, whatever ends first. */
final class Parallel implements AutoCloseable {

    private final ExecutorService pool;

    Parallel(int threads) {
        AtomicInteger number = new AtomicInteger();
        this.pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "migration-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Applies a function to each; the first failure is thrown after all have ended. */
    <T, R> List<R> map(Collection<T> all, Function<T, R> function) {
        List<Future<R>> futures = new ArrayList<>();
        all.forEach(each -> futures.add(pool.submit(() -> function.apply(each))));
        List<R> results = new ArrayList<>();
        Throwable first = null;
        for (Future<R> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                first = first == null ? e.getCause() : first;
            } catch (InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
                throw new MigrationException(
                        "The migration ended early because its thread was interrupted",
                        "Run again: what is finished is not repeated",
                        e);
            }
        }
        if (first instanceof Error error) {
            throw error;
        }
        if (first != null) {
            throw first instanceof RuntimeException known ? known : new IllegalStateException(first);
        }
        return results;
    }

    /** Does something with each; errors as {@link #map}. */
    <T> void each(Collection<T> all, Consumer<T> action) {
        map(all, each -> {
            action.accept(each);
            return true;
        });
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
