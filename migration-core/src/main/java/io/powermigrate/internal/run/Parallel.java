package io.powermigrate.internal.run;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.recorder.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A bounded pool for one phase. Results come in the order of what was asked for, whatever ends first; no piece of work
 * takes the others with it. An interrupt of the thread that waits stops the work, waits for what runs, and is given back
 * by {@link Stop#restoreInterrupt}.
 */
public final class Parallel implements AutoCloseable {

    private final ThreadPoolExecutor pool;
    private final Watchdog watchdog;
    private final Waits.Told waits;
    private final Stop stop;

    Parallel(RunContext context, Stop stop) {
        this(context.parallelism(), "migration-", context.watchdog(), context.events()::waits, stop);
    }

    private Parallel(int threads, String name, Watchdog watchdog, Waits.Told waits, Stop stop) {
        AtomicInteger number = new AtomicInteger();
        this.pool = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.watchdog = watchdog;
        this.waits = waits;
        this.stop = stop;
    }

    /** A pool for whole migrations, each of which watches its own steps. */
    public static Parallel of(int migrations, Stop stop) {
        return new Parallel(migrations, "rollout-", new Watchdog(Duration.ZERO), (host, pause, why) -> {}, stop);
    }

    /** Applies a function to each; the first failure is thrown after all have ended. */
    <T, R> List<R> map(Collection<T> all, Function<T, R> function) {
        List<R> results = new ArrayList<>();
        Throwable first = null;
        for (Ended<R> ended : settle(all, function)) {
            results.add(ended.value());
            first = first != null || ended.how() == Ended.How.DONE ? first : failure(ended);
        }
        if (first instanceof Error error) {
            throw error;
        }
        if (first != null) {
            throw first instanceof RuntimeException known ? known : new IllegalStateException(first);
        }
        return results;
    }

    private Throwable failure(Ended<?> ended) {
        Throwable thrown = ended.failure();
        return thrown == null ? problem(ended) : thrown;
    }

    /** Why a piece of work has no result: it threw, it was given up, or everything was stopped before it began. */
    MigrationException problem(Ended<?> ended) {
        Throwable thrown = ended.failure();
        if (thrown instanceof MigrationException known) {
            return known;
        }
        if (thrown != null) {
            return new MigrationException("it threw " + thrown, "Fix the extension that threw it", thrown);
        }
        return ended.how() == Ended.How.OVERDUE
                ? new MigrationException(
                        "it was given up because it did not end within " + watchdog.deadline(),
                        "Find out what it waits for, or allow more with MigrationBuilder.stepDeadline")
                : new MigrationException(
                        "The migration ended early because it was stopped",
                        "Run again: what is finished is not repeated");
    }

    /** Applies a function to each, and says how each ended; throws nothing. */
    public <T, R> List<Ended<R>> settle(Collection<T> all, Function<T, R> function) {
        List<CompletableFuture<Ended<R>>> futures = new ArrayList<>();
        all.forEach(each -> futures.add(submitted(each, function)));
        return futures.stream().map(this::waitedFor).toList();
    }

    private <T, R> CompletableFuture<Ended<R>> submitted(T each, Function<T, R> function) {
        CompletableFuture<Ended<R>> ended = new CompletableFuture<>();
        pool.execute(() -> ended.complete(stop.enter() ? done(ended, each, function) : Ended.notBegun()));
        return ended;
    }

    private <T, R> Ended<R> done(CompletableFuture<Ended<R>> ended, T each, Function<T, R> function) {
        try {
            return Ended.done(
                    watchdog.watch(() -> giveUp(ended), () -> Waits.toldTo(waits, () -> function.apply(each))));
        } catch (RuntimeException | Error e) {
            return Ended.failed(e);
        } finally {
            stop.leave();
        }
    }

    /** Another thread takes the place of the one that is lost. */
    private <R> void giveUp(CompletableFuture<Ended<R>> ended) {
        if (ended.complete(Ended.overdue())) {
            pool.setMaximumPoolSize(pool.getMaximumPoolSize() + 1);
            pool.setCorePoolSize(pool.getCorePoolSize() + 1);
        }
    }

    private <R> Ended<R> waitedFor(CompletableFuture<Ended<R>> future) {
        while (true) {
            try {
                return future.get();
            } catch (InterruptedException e) {
                stop.byInterrupt();
            } catch (ExecutionException e) {
                throw new IllegalStateException("how work ended is a value", e);
            }
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
