package io.powermigrate.internal.flight;

import io.powermigrate.error.MigrationException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at something that changes, for many who ask at once. Each gets what a look has found that began after it asked,
 * never an older one; who asks while the next look has not begun shares that one. Thread-safe.
 */
public final class Looks<T> {

    /** While a long list is read another one may begin, not one for each who asks. */
    private static final int AT_ONCE = 2;

    private final Supplier<T> look;
    private int running;
    private @Nullable CompletableFuture<Optional<T>> next; // has not begun; empty when who made it was interrupted

    /** @param look looks once; may throw */
    public Looks(Supplier<T> look) {
        this.look = look;
    }

    /**
     * What is there now.
     *
     * @throws MigrationException when the look fails, or the thread is interrupted
     */
    public T now() {
        while (true) {
            CompletableFuture<Optional<T>> mine = new CompletableFuture<>();
            CompletableFuture<Optional<T>> shared = joined(mine);
            Optional<T> found = shared == mine ? Optional.of(made(mine)) : waitedFor(shared);
            if (found.isPresent()) {
                return found.get();
            }
        }
    }

    private synchronized CompletableFuture<Optional<T>> joined(CompletableFuture<Optional<T>> mine) {
        CompletableFuture<Optional<T>> waiting = next;
        next = waiting == null ? mine : waiting;
        return waiting == null ? mine : waiting;
    }

    private T made(CompletableFuture<Optional<T>> mine) {
        begin(mine);
        try {
            T found = look.get();
            mine.complete(Optional.of(found));
            return found;
        } catch (RuntimeException | Error e) {
            if (Thread.currentThread().isInterrupted()) { // that concerns nobody else
                mine.complete(Optional.empty());
            } else {
                mine.completeExceptionally(e);
            }
            throw e;
        } finally {
            end();
        }
    }

    /** From here on nobody joins it. */
    private synchronized void begin(CompletableFuture<Optional<T>> mine) {
        try {
            while (running == AT_ONCE) {
                wait();
            }
            running++;
        } catch (InterruptedException e) {
            mine.complete(Optional.empty());
            throw interrupted(e);
        } finally {
            next = null;
        }
    }

    private synchronized void end() {
        running--;
        notifyAll();
    }

    private static <T> Optional<T> waitedFor(CompletableFuture<Optional<T>> shared) {
        try {
            return shared.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw Landing.failure(e);
        }
    }

    private static MigrationException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new MigrationException(
                "What the destination holds was not read because the thread was interrupted",
                "Run again: what is finished is not repeated",
                e);
    }
}
