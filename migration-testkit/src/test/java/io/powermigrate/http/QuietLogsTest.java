package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.testkit.hostile.HostileProxy;
import io.powermigrate.testkit.hostile.HostileServer;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever level a program gives to the loggers of HttpClient, they know no secret. In a process of its own, as a logger
 * has the level that it was made with.
 */
class QuietLogsTest {

    private static final String EVERYTHING = "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace";

    /** Each secret of the requests and answers below has this in it. */
    private static final String SECRET = "hunter2";

    private static final String BASIC =
            Base64.getEncoder().encodeToString("ada:hunter2-of-ada".getBytes(StandardCharsets.UTF_8));

    private static final HostileServer.Answer ANSWER =
            line -> line.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                    + "Location: https://blob.example/x?sig=hunter2-in-a-header\r\n"
                    + "Set-Cookie: session=hunter2-in-a-cookie\r\n"
                    + "Content-Length: 41\r\n\r\n{\"access_token\":\"hunter2-in-an-answer\"}   ");

    private static final HostileServer.Answer REFUSAL = line -> line.send("HTTP/1.1 401 Unauthorized\r\n"
            + "WWW-Authenticate: Bearer realm=\"\", claims=\"hunter2-in-a-challenge\"\r\nContent-Length: 0\r\n\r\n");

    @Test
    void no_level_of_a_foreign_logger_shows_a_secret() throws Exception {
        try (HostileServer server = HostileServer.answering(ANSWER)) {
            List<String> said = SmallProcess.running(
                    EVERYTHING, Sender.class, server.at("/").toString(), "");

            assertThat(String.join("", server.heads()))
                    .as("the secrets were sent")
                    .contains("Bearer hunter2-bearer", "?sig=hunter2-sig", "X-Key: hunter2-header");
            assertThat(said).filteredOn(line -> line.contains("org.apache.hc")).hasSizeGreaterThan(20);
            assertThat(secretsIn(said)).isEmpty();
        }
    }

    @Test
    void nor_of_a_tunnel_through_a_proxy_that_is_signed_in_to() throws Exception {
        try (HostileProxy proxy =
                HostileProxy.answering("HTTP/1.1 502 No\r\nX-Key: hunter2-of-the-proxy\r\n\r\nhunter2")) {
            List<String> said = SmallProcess.running(
                    EVERYTHING,
                    Sender.class,
                    "https://service.example/",
                    proxy.uri().toString());

            assertThat(proxy.heads()).hasSize(3).allMatch(head -> head.contains("Proxy-Authorization: Basic " + BASIC));
            assertThat(said).filteredOn(line -> line.startsWith("failed")).hasSize(3);
            assertThat(String.join("", said)).doesNotContain(BASIC);
            assertThat(secretsIn(said)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nor_of_an_answer_that_refuses_or_breaks_off(boolean refuses) throws Exception {
        HostileServer.Answer broken =
                line -> line.send("HTTP/1.1 200 OK\r\nX-Key: hunter2\r\nContent-Length: 99\r\n\r\nhunter2");
        try (HostileServer server = HostileServer.answering(refuses ? REFUSAL : broken)) {
            List<String> said = SmallProcess.running(
                    EVERYTHING, Sender.class, server.at("/").toString(), "");

            assertThat(said).filteredOn(line -> line.startsWith("failed")).hasSize(3);
            assertThat(secretsIn(said)).isEmpty();
        }
    }

    private static String secretsIn(List<String> said) {
        return said.stream().filter(line -> line.contains(SECRET)).collect(Collectors.joining("\n"));
    }

    /** Sends secrets in every place where a request has room for one. */
    static final class Sender {

        private Sender() {}

        /** {@code base proxy}. */
        public static void main(String... arguments) {
            URI base = URI.create(arguments[0]);
            HttpSettings.Builder settings = HttpSettings.builder().attempts(1).maxWait(Duration.ofSeconds(20));
            if (!arguments[1].isEmpty()) {
                settings.proxy(ProxySettings.at(URI.create(arguments[1]))
                        .signedInBy(() -> new PasswordAuthentication("ada", "hunter2-of-ada".toCharArray())));
            }
            Login login = new Login(
                    URI.create("https://login.example"),
                    "contoso",
                    request -> AccessToken.of("hunter2-bearer", Instant.parse("2999-01-01T00:00:00Z")));
            ServiceTable table = new ServiceTable(
                    List.of(new Service("a", base.resolve("/a"), "https://a/")), List.of(base.resolve("/blob")));
            byte[] form = "client_secret=hunter2-form&code=hunter2-code".getBytes(StandardCharsets.UTF_8);
            try (Transport transport = Transport.open(table, login, settings.build())) {
                send(transport, Call.get(base.resolve("/a/x?sig=hunter2-sig")));
                send(
                        transport,
                        Call.get(base.resolve("/blob/sig%3Dhunter2-path"))
                                .presigned()
                                .withHeader("X-Key", "hunter2-header"));
                send(
                        transport,
                        Call.post(Effect.WRITE, base.resolve("/a/form?code=hunter2-code"))
                                .withBody(Body.bytes(form, "application/x-www-form-urlencoded")));
            }
        }

        private static void send(Transport transport, Call call) {
            try {
                System.out.println("answered " + transport.send(call).status());
            } catch (MigrationException e) {
                System.out.println("failed " + e.getMessage());
            }
        }
    }
}
