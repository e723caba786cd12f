package io.powermigrate.internal.run;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.plan.Planner;
import io.powermigrate.internal.plan.Reading;
import io.powermigrate.plan.Plan;
import io.powermigrate.rule.Assessment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes plans on threads of its own, so that a rule or a migrator that hangs holds neither the caller nor the pool that a
 * whole program shares; and says where it hangs.
 */
public final class Planning {

    private final RunContext context;

    /** Planning with its context. */
    public Planning(RunContext context) {
        this.context = context;
    }

    /** What would happen. */
    public Plan plan(Reading reading) {
        return within(() -> new Planner(context.tools()).plan(reading));
    }

    /** What the rules say, without a plan. */
    public Assessment assess(Reading reading) {
        return within(() -> new Planner(context.tools()).assess(reading));
    }

    private <R> R within(Supplier<R> work) {
        List<Thread> threads = new ArrayList<>();
        ForkJoinPool pool = pool(threads);
        try {
            long millis = context.patience().step().toMillis();
            return pool.submit(work::get).get(millis == 0 ? Long.MAX_VALUE : millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw overdue(threads);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException("The plan was not made because its thread was interrupted", "Plan again", e);
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static ForkJoinPool pool(List<Thread> threads) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return new ForkJoinPool(
                Runtime.getRuntime().availableProcessors(),
                pool -> {
                    ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
                    thread.setName("migration-planning-" + thread.getPoolIndex());
                    thread.setContextClassLoader(loader);
                    synchronized (threads) {
                        threads.add(thread);
                    }
                    return thread;
                },
                null,
                false);
    }

    private MigrationException overdue(List<Thread> threads) {
        List<Thread> all;
        synchronized (threads) {
            all = List.copyOf(threads);
        }
        String places = all.stream()
                .map(Planning::place)
                .filter(place -> !place.isEmpty())
                .collect(Collectors.joining(", "));
        return new MigrationException(
                "The plan was not made within " + context.patience().step() + ": it stands in " + places,
                "Fix what hangs there, or allow more with MigrationBuilder.stepDeadline");
    }

    /** The method nearest to the top of the stack that belongs to no library of Java: the one that waits. */
    private static String place(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (!frame.getClassName().startsWith("java.")
                    && !frame.getClassName().startsWith("jdk.")) {
                return frame.toString();
            }
        }
        return "";
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
