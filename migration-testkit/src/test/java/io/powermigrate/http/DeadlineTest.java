package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.testkit.FakeClock;
import io.powermigrate.testkit.hostile.HostileServer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is slow for ever keeps nobody for longer than the answer timeout, here half a second. */
@Timeout(30)
class DeadlineTest {

    private static final long FOR_EVER = Long.MAX_VALUE;
    private static final Map<String, HostileServer.Answer> SLOW = Map.of(
            "a body, byte by byte",
            line -> {
                line.head("Content-Length: 1000000");
                line.drip("[", 50, FOR_EVER);
            },
            "a body without a length",
            line -> {
                line.head("Connection: close");
                line.drip(" ", 50, FOR_EVER);
            },
            "chunks",
            line -> {
                line.head("Transfer-Encoding: chunked");
                line.drip("1\r\n[\r\n", 50, FOR_EVER);
            },
            "a status line, byte by byte",
            line -> {
                line.send("HTTP/1.1 200 ");
                line.drip("O", 50, FOR_EVER);
            },
            "a header, byte by byte",
            line -> {
                line.send("HTTP/1.1 200 OK\r\nX-Long: ");
                line.drip("x", 50, FOR_EVER);
            },
            "headers without end",
            line -> {
                line.send("HTTP/1.1 200 OK\r\n");
                line.drip("X-One: more\r\n", 50, FOR_EVER);
            },
            "100 Continue without end",
            line -> line.drip("HTTP/1.1 100 Continue\r\n\r\n", 5, FOR_EVER),
            "a refusal, byte by byte",
            line -> {
                line.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 1000000\r\n\r\n");
                line.drip("x", 50, FOR_EVER);
            },
            "nothing",
            line -> line.drip("", 50, FOR_EVER));

    private final FakeClock clock = FakeClock.startingAt(Instant.parse("2026-03-04T05:06:07Z"));
    private @Nullable HostileServer server;
    private @Nullable Transport transport;

    @AfterEach
    void close() {
        if (transport != null) {
            transport.close();
        }
        if (server != null) {
            server.close();
        }
    }

    static List<String> slow() {
        return SLOW.keySet().stream().sorted().toList();
    }

    private URI answering(HostileServer.Answer answer, HttpSettings.Builder settings) {
        HostileServer begun = HostileServer.answering(answer);
        server = begun;
        transport = Transport.withoutLogin(List.of(begun.at("/")), settings.build());
        return begun.at("/x");
    }

    private HttpSettings.Builder aMoment() {
        return HttpSettings.builder()
                .time(clock, clock.sleeper())
                .answerTimeout(Duration.ofMillis(500))
                .attempts(1);
    }

    private Transport transport() {
        return Objects.requireNonNull(transport);
    }

    private ServiceException failed(Call call) {
        return catchThrowableOfType(ServiceException.class, () -> transport().send(call));
    }

    private static Duration timed(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void aWhile(long millis) {
        try {
            new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @MethodSource("slow")
    void a_call_ends_within_its_deadline_when_the_service_sends(String what) {
        URI uri = answering(SLOW.getOrDefault(what, line -> {}), aMoment());

        Duration took = timed(() -> assertThat(failed(Call.get(uri)))
                .hasMessageContaining("did not answer in time (500 ms)")
                .hasMessageEndingWith(Remedies.REACH_IT + "."));

        assertThat(took).isBetween(Duration.ofMillis(450), Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @MethodSource("slow")
    void a_download_ends_within_its_deadline_when_the_service_sends(String what) {
        URI uri = answering(SLOW.getOrDefault(what, line -> {}), aMoment());

        Duration took = timed(() -> assertThat(catchThrowableOfType(ServiceException.class, () -> transport()
                        .download(Call.get(uri), (head, body) -> body.readAllBytes().length)))
                .hasMessageContaining("did not answer in time"));

        assertThat(took).isBetween(Duration.ofMillis(450), Duration.ofSeconds(5));
    }

    @Test
    void a_call_that_was_sent_once_may_have_been_done() {
        URI uri = answering(line -> line.drip("", 50, FOR_EVER), aMoment());

        assertThat(failed(Call.post(Effect.WRITE, uri)).mayHaveHappened()).isTrue();
    }

    @Test
    void a_call_has_the_deadline_that_it_asks_for() {
        URI uri = answering(line -> line.drip("", 50, FOR_EVER), aMoment().answerTimeout(Duration.ofMinutes(5)));

        Duration took = timed(() -> assertThat(failed(Call.get(uri).withDeadline(Duration.ofMillis(300))))
                .isNotNull());

        assertThat(took).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_download_goes_on_for_as_long_as_it_is_fast_enough() {
        URI uri = answering(
                line -> {
                    line.head("Content-Length: 30000");
                    line.drip("x".repeat(1_000), 70, 30);
                },
                aMoment().answers(AnswerLimits.standard().withLeastPerSecond(2_000)));

        Duration took = timed(() -> assertThat(
                        transport().<Integer>download(Call.get(uri), (head, body) -> body.readAllBytes().length))
                .isEqualTo(30_000));

        assertThat(took).as("more than the answer timeout").isGreaterThan(Duration.ofMillis(600));
    }

    @Test
    void a_download_ends_when_its_reader_stops_early_and_the_rest_comes_slowly() {
        URI uri = answering(
                line -> {
                    line.head("Content-Length: 1000000");
                    line.drip("x", 50, FOR_EVER);
                },
                aMoment());

        Duration took = timed(() -> assertThat(catchThrowableOfType(
                        ServiceException.class, () -> transport().download(Call.get(uri), (head, body) -> body.read())))
                .isNotNull());

        assertThat(took).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void time_that_the_reader_takes_for_itself_is_not_the_services() {
        URI uri = answering(
                line -> {
                    line.head("Content-Length: 2000000");
                    line.drip("x".repeat(1_000_000), 1, 2);
                },
                aMoment().answerTimeout(Duration.ofMillis(300)));

        int read = transport().download(Call.get(uri), (head, body) -> {
            int first = body.readNBytes(10).length;
            aWhile(800);
            return first + body.readAllBytes().length;
        });

        assertThat(read).isEqualTo(2_000_000);
    }

    @Test
    void an_upload_that_nobody_takes_ends_within_its_deadline() {
        URI uri = answering(
                line -> line.drip("", 50, FOR_EVER),
                aMoment().answers(AnswerLimits.standard().withLeastPerSecond(64 << 20)));
        Body endless = Body.stream(EndlessBytes::new, 1L << 30, "application/zip");

        Duration took =
                timed(() -> assertThat(failed(Call.put(Effect.STAGE, uri).withBody(endless)))
                        .isNotNull());

        assertThat(took).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void an_upload_whose_source_ends_early_is_told_as_that() {
        URI uri = answering(line -> line.drip("", 50, FOR_EVER), aMoment());
        Body shorter = Body.stream(() -> new ByteArrayInputStream(new byte[10]), 100, "application/zip");

        assertThat(catchThrowableOfType(MigrationException.class, () -> transport()
                        .send(Call.put(Effect.STAGE, uri).withBody(shorter))))
                .hasMessageContaining("its body could not be read: it ended 90 bytes before its length of 100");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void all_attempts_together_end_by_the_longest_wait_in_real_time(int seconds) {
        URI uri = answering(
                line -> line.drip("", 50, FOR_EVER),
                HttpSettings.builder().answerTimeout(Duration.ofMinutes(1)).maxWait(Duration.ofSeconds(seconds)));

        Duration took = timed(() -> assertThat(failed(Call.get(uri))).isNotNull());

        assertThat(took).isLessThan(Duration.ofSeconds(seconds + 5));
    }

    /** Nothing but zeros. */
    private static final class EndlessBytes extends InputStream {

        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return length;
        }
    }

    @Test
    void a_connection_that_was_given_up_leaves_a_whole_pool() {
        URI uri = answering(
                line -> {
                    line.head("Content-Length: 1000000");
                    line.drip("x", 5, FOR_EVER);
                },
                aMoment().answerTimeout(Duration.ofMillis(20)).maxConnections(2));

        for (int i = 0; i < 200; i++) {
            assertThat(failed(Call.get(uri))).hasMessageContaining("did not answer in time");
        }
    }

    @Test
    void a_body_of_a_form_is_sent_with_what_was_kept_from_the_log() {
        HostileServer begun = HostileServer.answering(line -> line.send("HTTP/1.1 204 No Content\r\n\r\n"));
        server = begun;
        transport = Transport.withoutLogin(List.of(begun.at("/")), aMoment().build());

        transport()
                .send(Call.post(Effect.WRITE, begun.at("/a%20b/x?sig=a%2Fb&q='y'"))
                        .withHeader("X-Key", "k")
                        .withBody(Body.bytes(
                                "f=1".getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded")));

        assertThat(begun.heads().get(0))
                .startsWith("POST /a%20b/x?sig=a%2Fb&q='y' HTTP/1.1\r\n")
                .contains("X-Key: k\r\n", "Content-Length: 3\r\n", "Host: 127.0.0.1", "Accept: application/json\r\n");
    }
}
