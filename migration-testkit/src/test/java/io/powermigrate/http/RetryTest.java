package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.powermigrate.endpoint.Effect;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {

    private static final String OK = "{\"ok\":true}";

    private final TransportFixture world = new TransportFixture();

    @AfterEach
    void close() {
        world.close();
    }

    private Call post() {
        return Call.post(Effect.WRITE, world.server.at("/a/start"));
    }

    private ServiceException refused(Call call) {
        return catchThrowableOfType(ServiceException.class, () -> world.transport.send(call));
    }

    private static String error(String code) {
        return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"words\"}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17|17",
                "Wed, 04 Mar 2026 05:06:37 GMT|30",
                "2026-03-04T05:06:47.0000000Z|40",
                "2026-03-04T05:06:47|40",
                "PT45S|45"
            })
    void a_call_sent_once_waits_out_a_429_for_as_long_as_the_service_asks(String retryAfter, long seconds) {
        world.server.then(429, error("TooMany"), "Retry-After", retryAfter).then(200, OK);

        assertThat(world.transport.send(post()).json().flag("ok")).isTrue();
        assertThat(world.clock.waited()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void a_429_without_a_pause_is_waited_out_with_jitter() {
        world.server.then(429, "").then(429, "").then(200, OK);

        world.transport.send(post());

        assertThat(world.clock.waited()).isBetween(Duration.ofMillis(1500), Duration.ofMillis(3000));
    }

    @Test
    void patience_ends_at_the_limit() {
        world.server.then(429, error("TooMany"), "Retry-After", "3600");

        ServiceException failure = refused(world.get("/a/x"));

        assertThat(failure).hasMessageContaining("429").hasMessageContaining("3600 s");
        assertThat(world.clock.waited()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void a_repeatable_call_survives_a_failure_of_the_server(int status) {
        world.server.then(status, "<html><title>Oops</title></html>").then(200, OK);

        assertThat(world.transport.send(world.get("/a/x")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_call_sent_once_is_not_repeated_after_a_failure_of_the_server(int status) {
        world.server.then(status, "", "x-ms-request-id", "r-1").then(200, OK);

        ServiceException failure = refused(post());

        assertThat(failure.mayHaveHappened()).isTrue();
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.getMessage())
                .contains("the change may still have been applied")
                .endsWith("(request id r-1)");
        assertThat(world.server.asked()).hasSize(1);
    }

    @Test
    void a_repeatable_call_gives_up_after_its_attempts() {
        for (int i = 0; i < 10; i++) {
            world.server.then(503, "");
        }

        assertThat(refused(world.get("/a/x"))).hasMessageContaining("at attempt 6");
        assertThat(world.server.asked()).hasSize(6);
    }

    @Test
    void an_answer_that_never_came_is_asked_for_again_only_if_that_does_no_harm() {
        world.server.thenDrop().then(200, OK);
        assertThat(world.transport.send(world.get("/a/x")).status()).isEqualTo(200);

        world.server.thenDrop().then(200, OK);
        ServiceException failure = refused(post());
        assertThat(failure.mayHaveHappened()).isTrue();
        assertThat(failure.status()).isZero();
        assertThat(failure.remedy()).contains("before you retry");
    }

    @Test
    void a_post_that_only_reads_leaves_no_doubt_behind() {
        world.server.thenDrop();

        assertThat(refused(Call.post(Effect.READ, world.server.at("/a/x"))).mayHaveHappened())
                .isFalse();
    }

    @Test
    void a_truncated_body_is_a_broken_answer() {
        world.server.thenTruncated("{\"ok\":", 100).then(200, OK);

        assertThat(world.transport.send(world.get("/a/x")).json().flag("ok")).isTrue();
    }

    @Test
    void html_that_calls_itself_json_is_a_broken_answer() {
        world.server.then(200, "<html>").then(200, OK);

        assertThat(world.transport.send(world.get("/a/x")).json().flag("ok")).isTrue();
    }

    @Test
    void an_expired_token_is_replaced_once_and_claims_are_passed_on() {
        String challenge = "Bearer error=\"insufficient_claims\", claims=\"eyJhIjoxfQ==\"";
        world.server.then(401, "", "WWW-Authenticate", challenge).then(200, OK);

        world.transport.send(post());

        assertThat(world.tokenRequests).hasSize(2);
        assertThat(world.tokenRequests.get(1).fresh()).isTrue();
        assertThat(world.tokenRequests.get(1).claims()).isEqualTo(Optional.of("{\"a\":1}"));
        assertThat(world.server.asked())
                .extracting(ScriptedServer.Asked::bearer)
                .containsExactly("Bearer https://a/#1", "Bearer https://a/#2");
    }

    @Test
    void a_second_401_is_an_error_that_names_no_token() {
        world.server.then(401, "").then(401, "");

        ServiceException failure = refused(world.get("/a/x"));

        assertThat(failure.status()).isEqualTo(401);
        assertThat(failure.remedy()).startsWith("Sign in again");
        assertThat(failure.getMessage()).doesNotContain("#");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OperationNotStartable", "AppLeaseActive", "AppLeaseSameUserConflict"})
    void not_now_is_waited_out_also_by_a_call_sent_once(String code) {
        world.server.then(409, error(code)).then(200, OK);

        assertThat(world.transport.send(post()).status()).isEqualTo(200);
    }

    @Test
    void another_conflict_is_an_error() {
        world.server.then(409, error("InsufficientCapacity_StorageDriven"));

        ServiceException failure = refused(post());

        assertThat(failure.code()).isEqualTo("InsufficientCapacity_StorageDriven");
        assertThat(failure.mayHaveHappened()).isFalse();
    }

    @Test
    void a_fresh_environment_that_is_not_known_yet_is_asked_for_again() {
        world.server.then(404, error("ServiceToServiceEnvironmentNotFound")).then(404, error("AppNotFound"));

        assertThat(refused(world.get("/a/x")).code()).isEqualTo("AppNotFound");
        assertThat(world.server.asked()).hasSize(2);
    }

    @Test
    void a_delete_whose_repeat_finds_nothing_has_succeeded() {
        world.server.then(502, "").then(404, error("AppNotFound"));
        assertThat(world.transport
                        .send(Call.delete(Effect.WRITE, world.server.at("/a/x")))
                        .status())
                .isEqualTo(404);

        world.server.then(429, "").then(404, error("AppNotFound"));
        assertThat(refused(Call.delete(Effect.WRITE, world.server.at("/a/x"))).status())
                .isEqualTo(404);
    }

    @Test
    void a_status_that_the_call_accepts_is_a_reply() {
        world.server.then(404, error("AppNotFound"));

        assertThat(world.transport.send(world.get("/a/x").accepting(404)).status())
                .isEqualTo(404);
    }

    @Test
    void a_refused_connection_is_tried_again_also_by_a_call_sent_once() throws IOException {
        int port = freePort();
        try (ScriptedServerLater later = new ScriptedServerLater(port)) {
            HttpSettings settings = world.settings.toBuilder()
                    .time(world.clock, later.openingOnFirstSleep(world.clock.sleeper()))
                    .build();
            Service service = new Service("late", later.base(), "https://late");
            try (Transport transport = Transport.open(
                    new ServiceTable(java.util.List.of(service), java.util.List.of()), world.login(), settings)) {
                Reply reply =
                        transport.send(Call.post(Effect.WRITE, later.base().resolve("/x")));
                assertThat(reply.status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_host_that_stays_away_was_surely_not_reached() throws IOException {
        java.net.URI base = java.net.URI.create("http://127.0.0.1:" + freePort());
        Transport transport = world.transport.with(new Service("gone", base, "https://gone"));

        ServiceException failure = catchThrowableOfType(
                ServiceException.class, () -> transport.send(Call.post(Effect.WRITE, base.resolve("/x"))));

        assertThat(failure.mayHaveHappened()).isFalse();
        assertThat(failure).hasMessageContaining("could not be reached");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
