package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.model.Document;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a service answers makes the library send request after request. */
class StormTest {

    private final TransportFixture world = new TransportFixture();

    @AfterEach
    void close() {
        world.close();
    }

    private void always(int status, String... headers) {
        IntStream.range(0, 2_000).forEach(i -> world.server.then(status, "{}", headers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "PT0S", "PT0.001S", "Thu, 01 Jan 1970 00:00:00 GMT"})
    void a_service_that_asks_for_no_pause_is_asked_less_and_less_often(String pause) {
        always(429, "Retry-After", pause);

        assertThatThrownBy(() -> world.transport.send(world.get("/a/x"))).hasMessageContaining("429");
        assertThat(world.server.asked()).hasSizeBetween(20, 150);
        assertThat(world.clock.waited()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
    }

    @Test
    void nor_is_an_operation_polled_without_pause() {
        always(202, "Retry-After", "0");

        assertThatThrownBy(() ->
                        world.transport.poll(world.server.at("/a/operation"), reply -> false, Duration.ofMinutes(10)))
                .hasMessageContaining("600 s were not enough");
        assertThat(world.server.asked()).hasSizeBetween(20, 150);
    }

    @Test
    void a_pause_that_the_service_asks_for_is_kept_exactly() {
        always(429, "Retry-After", "7");
        List<Duration> pauses = new ArrayList<>();
        HttpSettings settings = world.settings.toBuilder()
                .time(world.clock, time -> {
                    pauses.add(time);
                    world.clock.sleeper().sleep(time);
                })
                .build();

        try (Transport transport = Transport.open(TransportFixture.table(world.server), world.login(), settings)) {
            assertThatThrownBy(() -> transport.send(world.get("/a/x"))).hasMessageContaining("429");
        }
        assertThat(pauses)
                .filteredOn(time -> time.toSeconds() > 0) // shorter ones keep the rate
                .hasSizeBetween(80, 600 / 7)
                .containsOnly(Duration.ofSeconds(7));
    }

    @Test
    void a_store_that_refuses_is_not_sent_the_same_again_as_there_is_no_token_to_renew() {
        always(401);

        assertThat(catchThrowable(() -> world.transport.send(Call.put(Effect.STAGE, world.server.at("/blob/p.zip"))
                        .presigned()
                        .withJson(Document.empty()))))
                .hasMessageContaining("401");
        assertThat(world.server.asked()).hasSize(1);
        assertThat(world.tokenRequests).isEmpty();
    }

    @Test
    void a_service_that_refuses_every_token_is_asked_twice() {
        always(401, "WWW-Authenticate", "Bearer claims=\"e30=\", error=\"insufficient_claims\"");

        assertThat(catchThrowable(() -> world.transport.send(world.get("/a/x"))))
                .hasMessageContaining("401");
        assertThat(world.server.asked()).hasSize(2);
    }

    @Test
    void a_call_for_a_store_goes_to_no_service_and_a_call_for_a_service_to_no_store() {
        assertThatThrownBy(() -> world.transport.send(world.get("/a/x").presigned()))
                .hasMessageContaining("is that of a service and not that of a store")
                .hasMessageContaining("nothing was sent");
        assertThatThrownBy(() -> world.transport.send(world.get("/blob/x?sig=secret")))
                .hasMessageContaining("is that of a store for pre-signed addresses")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> world.transport.download(
                        Call.get(world.server.at("/c/x")).presigned(), (head, body) -> 1))
                .hasMessageContaining("belongs to nothing in this cloud");
        assertThat(world.server.asked()).isEmpty();
    }

    @Test
    void pages_and_polls_lead_to_services_only() {
        String store = world.server.at("/blob/list?sig=secret").toString();
        world.server.then(200, "{\"value\":[{}],\"nextLink\":\"" + store + "\"}");

        assertThatThrownBy(() -> world.transport.items(world.get("/a/list")).toList())
                .hasMessageContaining("The page after")
                .hasMessageContaining("is that of a store");
        assertThatThrownBy(
                        () -> world.transport.poll(world.server.at("/blob/op"), reply -> true, Duration.ofMinutes(1)))
                .hasMessageContaining("is that of a store");
        assertThat(world.server.asked()).hasSize(1);
    }
}
