package io.powermigrate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes of an endless answer as far as anybody wants to read it; the fake stops when the client hangs up. */
class EndlessFaultTest {

    private static final String APPS = "/powerapps/providers/Microsoft.PowerApps/apps?api-version=2016-11-01";

    private final FakeWorld world = new FakeWorld();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void a_dripping_body_announces_its_length_and_begins() throws Exception {
        HttpResponse<InputStream> answer = answer(EndlessFault.drippingBody());

        assertThat(answer.headers().firstValueAsLong("Content-Length").orElse(-1))
                .isGreaterThan(10);
        assertThat(beginning(answer.body(), 2)).hasSize(2).startsWith("{");
    }

    @Test
    void a_body_of_2_gb_is_an_ordinary_one_with_blanks_behind_it() throws Exception {
        HttpResponse<InputStream> answer = answer(EndlessFault.body2Gb());

        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
        assertThat(beginning(answer.body(), 8 << 20))
                .hasSize(8 << 20)
                .startsWith("{")
                .endsWith("   ");
    }

    @Test
    void a_gzip_bomb_unpacks_to_blanks() throws Exception {
        HttpResponse<InputStream> answer = answer(EndlessFault.gzipBomb());

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(beginning(new GZIPInputStream(answer.body()), 8 << 20))
                .hasSize(8 << 20)
                .startsWith("{")
                .endsWith("   ");
    }

    @Test
    void a_head_without_end_is_one_100_after_the_other() throws IOException {
        URI address = faulty(EndlessFault.headWithoutEnd());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String request = "GET " + APPS + " HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nAuthorization: Bearer " + world.token(world.ada) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            try (Stream<String> lines = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .lines()) {
                assertThat(lines.filter(line -> line.startsWith("HTTP")).limit(4))
                        .hasSize(4)
                        .allMatch(line -> line.startsWith("HTTP/1.1 100"));
            }
        }
    }

    private URI faulty(Fault fault) {
        world.dev.app("One");
        world.fake.faults().next(request -> request.is("GET", "/apps"), fault);
        return URI.create(world.fake.address() + APPS);
    }

    /** Asked with the newer client of the JDK: the older one writes bearers into its log. */
    private HttpResponse<InputStream> answer(Fault fault) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(faulty(fault))
                .header("Authorization", "Bearer " + world.token(world.ada))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    }

    private static String beginning(InputStream body, int length) throws IOException {
        try (body) {
            return new String(body.readNBytes(length), StandardCharsets.ISO_8859_1);
        }
    }
}
