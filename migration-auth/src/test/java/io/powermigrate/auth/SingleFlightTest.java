package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    /** Until the other thread waits for this one. */
    private void awaitWaiter() {
        Thread other = waiter;
        while (other == null || other.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
            other = waiter;
        }
    }
}
