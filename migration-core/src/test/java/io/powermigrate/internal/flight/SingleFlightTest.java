package io.powermigrate.internal.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private final SingleFlight<String, Integer> flights = new SingleFlight<>();
    private final AtomicInteger begun = new AtomicInteger();
    private volatile @Nullable Thread waiter;

    @Test
    void one_after_the_other_are_two() {
        assertThat(flights.fly("a", begun::incrementAndGet)).isEqualTo(1);
        assertThat(flights.fly("a", begun::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void a_failure_is_shared_and_forgotten() throws Exception {
        CountDownLatch flying = new CountDownLatch(1);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> flights.fly("a", () -> {
            flying.countDown();
            awaitWaiter();
            throw new IllegalStateException("no");
        }));
        flying.await();
        waiter = Thread.currentThread();

        assertThatThrownBy(() -> flights.fly("a", begun::incrementAndGet)).hasMessage("no");
        assertThatThrownBy(first::get).isInstanceOf(ExecutionException.class);
        assertThat(flights.fly("a", begun::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void an_interrupt_of_the_one_that_works_lets_a_waiting_one_take_over() throws Exception {
        CountDownLatch flying = new CountDownLatch(1);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> flights.fly("a", () -> {
            flying.countDown();
            awaitWaiter();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }));
        flying.await();
        waiter = Thread.currentThread();

        assertThat(flights.fly("a", begun::incrementAndGet)).isEqualTo(1);
        assertThatThrownBy(first::get).hasRootCauseMessage("interrupted");
    }

    @Test
    void an_interrupt_of_one_that_waits_ends_its_waiting_only() throws Exception {
        CountDownLatch flying = new CountDownLatch(1);
        CountDownLatch landing = new CountDownLatch(1);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> flights.fly("a", () -> {
            flying.countDown();
            await(landing);
            return 7;
        }));
        flying.await();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> flights.fly("a", begun::incrementAndGet))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        landing.countDown();
        assertThat(first.get()).isEqualTo(7);
        assertThat(begun).hasValue(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until the other thread waits for this one, and not for a class that is loaded on its way here. */
    private void awaitWaiter() {
        Thread other = waiter;
        while (other == null || other.getState() != Thread.State.WAITING || !isInFlight(other)) {
            Thread.onSpinWait();
            other = waiter;
        }
    }

    private static boolean isInFlight(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(SingleFlight.class.getName())
                        && frame.getMethodName().equals("landed"));
    }
}
