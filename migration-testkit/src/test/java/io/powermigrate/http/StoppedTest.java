package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.testkit.hostile.HostileServer;
import io.powermigrate.time.Sleeper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that were stopped before the service had them: endpoint closed, thread interrupted, no turn. */
@Timeout(30)
class StoppedTest {

    private final TransportFixture world = new TransportFixture();

    @AfterEach
    void close() {
        Thread.interrupted();
        world.close();
    }

    private MigrationException failed(Call call) {
        return catchThrowableOfType(MigrationException.class, () -> world.transport.send(call));
    }

    @Test
    void a_call_after_the_close_says_so_and_asks_for_no_token() {
        world.transport.close();

        assertThat(failed(world.get("/a/x")))
                .hasMessageContaining("was not done because the endpoint was closed")
                .hasMessageEndingWith("Keep the endpoint open until execute has returned.");
        assertThat(world.tokenRequests).isEmpty();
    }

    @Test
    void a_call_in_flight_ends_with_the_close_and_may_have_been_done() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (HostileServer server = HostileServer.answering(line -> {
            asked.countDown();
            line.drip("", 50, Long.MAX_VALUE);
        })) {
            Transport transport = Transport.withoutLogin(List.of(server.at("/")), world.settings);
            CompletableFuture<Reply> sent =
                    CompletableFuture.supplyAsync(() -> transport.send(Call.post(Effect.WRITE, server.at("/x"))));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

            transport.close();

            Throwable failure = catchThrowableOfType(ExecutionException.class, () -> sent.get(5, TimeUnit.SECONDS))
                    .getCause();
            assertThat(failure)
                    .hasMessageContaining("may have been done, but nobody knows, because the endpoint was closed");
            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void an_interrupted_thread_sends_nothing() {
        Thread.currentThread().interrupt();

        assertThat(failed(world.get("/a/x"))).hasMessageContaining("because the thread was interrupted");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(world.server.asked()).isEmpty();
    }

    @Test
    void an_interrupt_amid_a_pause_ends_the_repeats_and_leaves_the_doubt() {
        world.server.then(503, "");
        Sleeper interrupting = time -> {
            Thread.currentThread().interrupt();
            Sleeper.system().sleep(time);
        };
        HttpSettings settings =
                world.settings.toBuilder().time(world.clock, interrupting).build();
        try (Transport transport = Transport.open(TransportFixture.table(world.server), world.login(), settings)) {
            ServiceException failure = catchThrowableOfType(
                    ServiceException.class,
                    () -> transport.send(
                            Call.put(Effect.WRITE, world.server.at("/a/x")).repeatable()));

            assertThat(failure).hasMessageContaining("because the thread was interrupted");
            assertThat(failure.mayHaveHappened()).isTrue();
        }
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(world.server.asked()).hasSize(1);
    }

    @Test
    void a_request_in_flight_ends_by_its_answer_although_its_thread_is_interrupted() {
        Thread caller = Thread.currentThread();
        world.server.then(response -> {
            caller.interrupt();
            response.setCode(204);
        });

        assertThat(world.transport.send(world.get("/a/x")).status()).isEqualTo(204);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_thread_that_waits_for_its_turn_is_told_that_it_was_interrupted() {
        HttpSettings slow = world.settings.toBuilder()
                .callsPerSecond(1)
                .time(world.clock, time -> {
                    Thread.currentThread().interrupt();
                    Sleeper.system().sleep(time);
                })
                .build();
        world.server.then(200, "{}").then(200, "{}").then(200, "{}");
        try (Transport transport = Transport.open(TransportFixture.table(world.server), world.login(), slow)) {
            MigrationException failure = catchThrowableOfType(MigrationException.class, () -> {
                for (int i = 0; i < 3; i++) {
                    transport.send(world.get("/a/x"));
                }
            });
            assertThat(failure).hasMessageContaining("because the thread was interrupted");
        }
    }

    @Test
    void waiting_for_a_turn_ends_with_the_longest_wait() {
        HttpSettings narrow = HttpSettings.builder()
                .concurrentCalls(1)
                .maxWait(Duration.ofMillis(500))
                .answerTimeout(Duration.ofSeconds(20))
                .build();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (HostileServer server = HostileServer.answering(line -> line.send("HTTP/1.1 204 No Content\r\n\r\n"));
                Transport transport = Transport.withoutLogin(List.of(server.at("/")), narrow)) {
            CompletableFuture<Object> first =
                    CompletableFuture.supplyAsync(() -> transport.download(Call.get(server.at("/x")), (head, body) -> {
                        asked.countDown();
                        return done.getCount() > 0 && awaited(done);
                    }));
            assertThat(awaited(asked)).isTrue();

            assertThat(catchThrowableOfType(MigrationException.class, () -> transport.send(Call.get(server.at("/y")))))
                    .hasMessageContaining("no call to pre-signed addresses ended within 500 ms");
            done.countDown();
            assertThat(first.join()).isEqualTo(true);
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
