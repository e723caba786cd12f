package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransportTest {

    private final TransportFixture world = new TransportFixture();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void each_address_gets_the_token_of_its_own_service() {
        world.server.then(200, "{}").then(200, "{}").then(200, "{}");

        world.transport.send(world.get("/a/x"));
        world.transport.send(world.get("/b/x"));
        world.transport.send(world.get("/a/y"));

        assertThat(world.server.asked())
                .extracting(ScriptedServer.Asked::bearer)
                .containsExactly("Bearer https://a/#1", "Bearer https://b#2", "Bearer https://a/#1");
    }

    @Test
    void a_token_near_its_end_is_renewed() {
        world.server.then(200, "{}").then(200, "{}");
        world.transport.send(world.get("/a/x"));
        world.clock.advance(Duration.ofMinutes(56));
        world.transport.send(world.get("/a/x"));

        assertThat(world.tokenRequests).hasSize(2).noneMatch(TokenRequest::fresh);
    }

    @Test
    void a_pre_signed_address_never_gets_a_token() {
        world.server.then(200, "{}");

        world.transport.send(
                world.get("/blob/x.zip?sig=secret").presigned().withHeader("Authorization", "Bearer mine"));

        assertThat(world.server.asked().get(0).bearer()).isEmpty();
        assertThat(world.tokenRequests).isEmpty();
    }

    @Test
    void a_foreign_address_is_refused_before_anything_is_sent() {
        assertThatThrownBy(() -> world.transport.send(Call.get(URI.create("https://evil.example/x?sig=secret"))))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("evil.example")
                .hasMessageContaining("nothing was sent")
                .hasMessageNotContaining("secret");
        assertThat(world.tokenRequests).isEmpty();
    }

    @Test
    void a_call_above_the_ceiling_is_refused_before_it_is_sent() {
        Transport source = world.transport.limitedTo(Effect.EXPORT).limitedTo(Effect.WRITE);
        Call start = Call.post(Effect.WRITE, world.server.at("/a/import"));

        assertThatThrownBy(() -> source.send(start))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("/a/import")
                .hasMessageContaining("WRITE")
                .hasMessageContaining("EXPORT");
        assertThat(world.server.asked()).isEmpty();

        world.server.then(200, "{}");
        assertThat(source.send(Call.post(Effect.EXPORT, world.server.at("/a/export")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void calls_that_come_too_fast_wait_by_the_clock() {
        HttpSettings slow = world.settings.toBuilder().callsPerSecond(1).build();
        try (Transport transport = Transport.open(TransportFixture.table(world.server), world.login(), slow)) {
            for (int i = 0; i < 5; i++) {
                world.server.then(200, "{}");
                transport.send(world.get("/a/x"));
            }
        }

        assertThat(world.clock.waited()).isPositive();
    }

    @Test
    void redirects_are_not_followed() {
        world.server.then(302, "", "Location", world.server.at("/b/y").toString());

        assertThatThrownBy(() -> world.transport.send(world.get("/a/x"))).hasMessageContaining("302");
        assertThat(world.server.asked()).hasSize(1);
    }

    @Test
    void a_body_is_sent_with_its_length() throws IOException {
        world.server.then(200, "{}");

        world.transport.send(Call.put(Effect.WRITE, world.server.at("/a/x")).withJson(Document.of(Map.of("k", "ü"))));

        assertThat(world.server.asked().get(0).body()).isEqualTo("{\"k\":\"ü\"}");
        assertThat(world.server.asked().get(0).length()).isEqualTo(10);
    }

    @Test
    void a_file_is_sent_again_from_its_beginning(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("p.zip"), "x".repeat(100_000));
        world.server.then(429, "").then(201, "");

        world.transport.send(Call.put(Effect.STAGE, world.server.at("/blob/p.zip"))
                .presigned()
                .withBody(Body.file(file, "application/zip")));

        assertThat(world.server.asked())
                .extracting(asked -> asked.body().length())
                .containsExactly(100_000, 100_000);
    }

    @Test
    void a_download_that_breaks_off_begins_anew() {
        world.server.thenTruncated("abc", 6).then(200, "abcdef");
        AtomicInteger begun = new AtomicInteger();

        String text = world.transport.download(world.get("/blob/x").presigned(), (head, body) -> {
            begun.incrementAndGet();
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        });

        assertThat(text).isEqualTo("abcdef");
        assertThat(begun).hasValue(2);
    }

    @Test
    void a_download_is_checked_to_its_end_even_if_its_reader_stops_early() {
        world.server.thenTruncated("abc", 6).then(200, "xbcdef");

        int first = world.transport.download(world.get("/blob/x").presigned(), (head, body) -> body.read());

        assertThat(first).isEqualTo('x');
    }

    @Test
    void trouble_of_the_reader_itself_is_not_mended_by_sending_again() {
        world.server.then(200, "abcdef");

        assertThatThrownBy(() -> world.transport.download(world.get("/blob/x").presigned(), (head, body) -> {
                    throw new IOException("disk full");
                }))
                .hasMessageContaining("disk full");
        assertThat(world.server.asked()).hasSize(1);
    }

    @Test
    void a_compressed_answer_is_unpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"ok\":true}".getBytes(StandardCharsets.UTF_8));
        }
        world.server.then(response -> {
            response.setCode(200);
            response.setEntity(new ByteArrayEntity(packed.toByteArray(), ContentType.APPLICATION_JSON, "gzip"));
        });

        assertThat(world.transport.send(world.get("/a/x")).json().flag("ok")).isTrue();
    }

    @Test
    void pages_are_read_lazily_across_services_and_links_are_kept_byte_for_byte() {
        String link = world.server
                .at("/b/list?$filter=x%20eq%20'y'&%24skiptoken=eyJ%3d%3d")
                .toString();
        world.server
                .then(200, "{\"value\":[{\"n\":1},{\"n\":2}],\"nextLink\":\"" + link + "\"}")
                .then(200, "{\"Value\":[{\"n\":3}]}");

        try (Stream<Document> items = world.transport.items(world.get("/a/list"))) {
            assertThat(items.flatMap(item -> item.text("n").stream())).containsExactly("1", "2", "3");
        }
        assertThat(world.server.asked().get(1).target())
                .isEqualTo("/b/list?$filter=x%20eq%20'y'&%24skiptoken=eyJ%3d%3d");
        assertThat(world.server.asked().get(1).bearer()).startsWith("Bearer https://b");
    }

    @Test
    void a_stream_that_is_left_early_asks_for_no_more_pages() {
        String link = world.server.at("/a/list?page=2").toString();
        world.server.then(200, "{\"value\":[{},{}],\"@odata.nextLink\":\"" + link + "\"}");

        try (Stream<Document> items = world.transport.items(world.get("/a/list"))) {
            assertThat(items.findFirst()).isPresent();
        }
        assertThat(world.server.asked()).hasSize(1);
    }

    @Test
    void bare_lists_are_pages_too() {
        world.server.then(200, "[{},{}]");

        assertThat(world.transport.items(world.get("/a/list"))).hasSize(2);
    }

    @Test
    void a_next_link_to_a_foreign_host_is_refused() {
        world.server.then(200, "{\"value\":[{}],\"nextLink\":\"https://evil.example/list?t=1\"}");

        assertThatThrownBy(() -> world.transport.items(world.get("/a/list")).toList())
                .hasMessageContaining("The page after")
                .hasMessageContaining("evil.example");
    }

    @Test
    void pages_that_go_round_in_a_circle_are_noticed() {
        String link = world.server.at("/a/list").toString();
        world.server.then(200, "{\"value\":[{}],\"nextLink\":\"" + link + "\"}");

        assertThatThrownBy(() -> world.transport.items(world.get("/a/list")).toList())
                .hasMessageContaining("circle");
    }

    @Test
    void a_token_that_expires_amid_a_list_is_replaced() {
        String link = world.server.at("/a/list?page=2").toString();
        world.server
                .then(200, "{\"value\":[{}],\"nextLink\":\"" + link + "\"}")
                .then(401, "")
                .then(200, "{\"value\":[{}]}");

        assertThat(world.transport.items(world.get("/a/list")).toList()).hasSize(2);
    }

    @Test
    void a_poll_waits_as_long_as_the_answers_ask_for() {
        world.server
                .then(202, "{}", "Retry-After", "20")
                .then(409, "{}")
                .then(200, "{\"status\":\"Strange\"}")
                .then(200, "{\"status\":\"Succeeded\"}");

        Reply end = world.transport.poll(
                world.server.at("/a/op"),
                reply -> reply.json().text("status").equals(java.util.Optional.of("Succeeded")),
                Duration.ofMinutes(5));

        assertThat(end.json().text("status")).contains("Succeeded");
        assertThat(world.clock.waited()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void a_poll_ends_at_its_deadline() {
        for (int i = 0; i < 20; i++) {
            world.server.then(200, "{\"status\":\"Running\"}");
        }

        assertThatThrownBy(() -> world.transport.poll(world.server.at("/a/op"), reply -> false, Duration.ofSeconds(12)))
                .hasMessageContaining("12 s were not enough");
        assertThat(world.clock.waited()).isEqualTo(Duration.ofSeconds(12));
    }
}
