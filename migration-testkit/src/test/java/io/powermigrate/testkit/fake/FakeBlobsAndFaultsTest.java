package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.testkit.fake.internal.blobs.Blobs;
import io.powermigrate.testkit.fake.internal.http.Origin;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.Dialect;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeBlobsAndFaultsTest {
    private static final String APPS = "/powerapps/providers/Microsoft.PowerApps/apps?api-version=2017-08-01";
    private static final byte[] BYTES = "content".getBytes(StandardCharsets.UTF_8);

    private final FakeWorld world = new FakeWorld();
    private final NaiveClient client = world.client;

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void a_document_is_read_by_its_signature_alone() {
        String link = documentLink();

        assertThat(client.get(link).status()).isEqualTo(200);
        assertThat(client.get(link, world.token(world.ada)).status()).isEqualTo(403);
        assertThat(client.get(link.replaceAll("sig=[^&]*", "sig=0")).status()).isEqualTo(403);
        assertThat(client.get(link.replaceAll("\\?.*", "")).status()).isEqualTo(403);
        assertThat(client.put(link, Map.of("x-ms-blob-type", "BlockBlob"), BYTES)
                        .status())
                .as("a link for reading does not write")
                .isEqualTo(403);
        world.clock.advance(Duration.ofDays(4));
        assertThat(client.get(link).status()).isEqualTo(403);
    }

    @Test
    void a_container_takes_a_blob_in_one_or_in_blocks_and_counts_as_stage() {
        String container = containerLink();
        String one = container.replace("?", "/one.zip?");
        String blocks = container.replace("?", "/in%20blocks.zip?");

        assertThat(client.put(one, Map.of(), BYTES).status()).isEqualTo(400);
        assertThat(client.put(one, Map.of("x-ms-blob-type", "BlockBlob"), BYTES).status())
                .isEqualTo(201);
        assertThat(client.put(blocks + "&comp=block&blockid=YQ==", Map.of(), BYTES)
                        .status())
                .isEqualTo(201);
        assertThat(client.put(
                                blocks + "&comp=blocklist",
                                Map.of(),
                                "<BlockList><Latest>YQ==</Latest></BlockList>".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(201);

        assertThat(client.get(one).body()).isEqualTo(BYTES);
        assertThat(client.get(blocks).body()).isEqualTo(BYTES);
        assertThat(world.dev.requests(FakeEffect.STAGE)).isEqualTo(4);
        assertThat(world.fake.requests().toString()).doesNotContain(signature(container));
    }

    @Test
    void a_document_may_come_packed() {
        try (FakeWorld packed = new FakeWorld(Dialects.standard().with(Dialect.DOCUMENT_ENCODING, "gzip"))) {
            FakeApp app = packed.dev.app("Expenses");
            String link = packed.client
                    .get("/powerapps/providers/Microsoft.PowerApps/apps/" + app.id(), packed.token(packed.ada))
                    .json()
                    .at("/properties/appUris/documentUri/value")
                    .asText();

            assertThat(packed.client.get(link).header("Content-Encoding")).contains("gzip");
        }
    }

    @Test
    void a_request_without_a_route_fails_loudly_and_names_the_nearest() {
        NaiveClient.Reply reply = client.get("/powerapps/providers/Microsoft.PowerApps/appz", world.token(world.ada));

        assertThat(reply.status()).isEqualTo(501);
        assertThat(reply.text()).contains("GET POWERAPPS /providers/Microsoft.PowerApps/apps");
        assertThat(world.fake.unmatched()).containsExactly("GET POWERAPPS /providers/Microsoft.PowerApps/appz");
        assertThat(client.get("/nothing").status()).isEqualTo(501);
    }

    @Test
    void public_host_names_are_served_and_links_stay_on_them() throws Exception {
        world.dev.app("One");
        world.dev.app("Two");
        world.fake.pageSize(1);
        String answer = raw("GET /providers/Microsoft.PowerApps/apps?api-version=2017-08-01 HTTP/1.1\r\n"
                + "Host: europe.api.powerapps.com\r\nConnection: close\r\nAuthorization: Bearer "
                + world.token(world.ada) + "\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("\"nextLink\":\"https://europe.api.powerapps.com/providers/Microsoft.PowerApps/apps?")
                .contains("https://pafeblobprodam.blob.core.windows.net/")
                .contains("https://pafeblobprodam-secondary.blob.core.windows.net/");
    }

    @Test
    void a_post_without_body_and_length_is_no_error() throws Exception {
        FakeFlow flow = world.dev.flow("Approve");
        String answer = raw("POST /providers/Microsoft.ProcessSimple/environments/" + world.dev.name() + "/flows/"
                + flow.id() + "/listWadl HTTP/1.1\r\nHost: api.flow.microsoft.com\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nAuthorization: Bearer "
                + world.token(world.ada) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void a_fault_meets_its_request_as_often_as_asked() {
        Predicate<SeenRequest> apps = request -> request.is("GET", "/apps");
        world.fake
                .faults()
                .next(apps, Fault.status(503))
                .next(apps, Fault.throttledForSeconds(7))
                .next(apps, Fault.throttledUntil(Instant.parse("2026-03-01T10:00:05Z")));
        String token = world.token(world.ada);

        assertThat(client.get(APPS, token).status()).isEqualTo(503);
        assertThat(client.get(APPS, token).header("Retry-After")).contains("7");
        assertThat(client.get(APPS, token).header("Retry-After")).contains("Sun, 01 Mar 2026 10:00:05 GMT");
        assertThat(client.get(APPS, token).status()).isEqualTo(200);
        assertThat(world.fake.faults().waiting()).isZero();
    }

    @Test
    void an_answer_can_be_lost_before_or_after_the_effect() {
        FakeApp first = world.dev.app("First");
        FakeApp second = world.dev.app("Second");
        Predicate<SeenRequest> delete = request -> request.is("DELETE", "/apps/{app}");
        world.fake.faults().next(delete, Fault.droppedConnection()).next(delete, Fault.lostAnswer());
        Map<String, String> bearer = NaiveClient.bearer(world.token(world.ada));

        assertThatThrownBy(() -> client.send("DELETE", path(first), bearer, new byte[0]))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(world.dev.apps()).contains(first);
        assertThatThrownBy(() -> client.send("DELETE", path(second), bearer, new byte[0]))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(world.dev.apps()).containsExactly(first);
    }

    @Test
    void bodies_and_links_can_be_spoiled() {
        world.dev.app("One");
        world.dev.app("Two");
        world.fake.pageSize(1);
        Predicate<SeenRequest> apps = request -> request.is("GET", "/apps");
        world.fake
                .faults()
                .next(apps, Fault.truncatedBody())
                .next(apps, Fault.slowBody())
                .next(apps, Fault.nextLinkTo("https://elsewhere.example/"))
                .next(apps, Fault.samePageAgain());
        String token = world.token(world.ada);

        assertThatThrownBy(() -> client.get(APPS, token)).isInstanceOf(UncheckedIOException.class);
        assertThat(client.get(APPS, token).json().path("value")).hasSize(1);
        assertThat(client.get(APPS, token).json().path("nextLink").asText()).isEqualTo("https://elsewhere.example/");
        assertThat(client.get(APPS, token).json().path("nextLink").asText()).isEqualTo(world.fake.address() + APPS);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void each_fact_has_words_a_source_and_variants_only_where_it_varies(Dialect row) {
        assertThat(row.words()).isNotBlank();
        assertThat(row.source()).startsWith("wire/");
        assertThat(row.variants().size())
                .isEqualTo(row.kind() == Dialect.Kind.VARIED ? row.variants().size() : 0);
        assertThat(row.kind() == Dialect.Kind.VARIED).isEqualTo(row.variants().size() > 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_seed_always_chooses_the_same_dialect(long seed) {
        assertThat(Dialects.ofSeed(seed)).hasToString(Dialects.ofSeed(seed).toString());
    }

    @Test
    void each_dialect_differs_from_the_standard_in_one_fact() {
        List<Dialects> all = Dialects.each();

        assertThat(all.get(0)).hasToString("standard");
        assertThat(all).extracting(Dialects::toString).doesNotHaveDuplicates();
        assertThatThrownBy(() -> Dialects.standard().with(Dialect.PUBLISH_STATUS, "999"))
                .hasMessageContaining("PUBLISH_STATUS")
                .hasMessageEndingWith("].");
    }

    @Test
    void two_runs_mint_the_same_ids() {
        try (FakeWorld again = new FakeWorld()) {
            assertThat(again.dev.name()).isEqualTo(world.dev.name());
            assertThat(again.dev.app("One").id()).isEqualTo(world.dev.app("One").id());
            assertThat(again.dev.customConnector("Orders").name())
                    .isEqualTo(world.dev.customConnector("Orders").name());
        }
    }

    private static String path(FakeApp app) {
        return "/powerapps/providers/Microsoft.PowerApps/apps/" + app.id();
    }

    private String documentLink() {
        return client.get(path(world.dev.app("Expenses")), world.token(world.ada))
                .json()
                .at("/properties/appUris/documentUri/value")
                .asText();
    }

    /** As generateResourceStorage would give it. */
    private String containerLink() {
        World inside = world.fake.world();
        Blobs.Container container = inside.blobs().container(world.dev.name());
        Origin origin = Origin.of("http", world.fake.address().getAuthority());
        return inside.blobs().containerLink(origin, container, Duration.ofHours(1));
    }

    private static String signature(String link) {
        return link.replaceFirst(".*sig=([^&]*).*", "$1");
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", world.fake.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
