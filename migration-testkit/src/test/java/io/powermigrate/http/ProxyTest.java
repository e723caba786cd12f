package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import io.powermigrate.testkit.fake.FakeCertificate;
import io.powermigrate.testkit.hostile.HostileProxy;
import io.powermigrate.testkit.hostile.HostileServer;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proxy says is the proxy's word, whatever it looks like, and nothing of ours goes where a proxy was not meant. */
class ProxyTest {

    private static final URI SERVICE = URI.create("https://service.example");
    private static final URI STORE = URI.create("https://store.example");

    private static FakeCertificate certificate;
    private static SSLContext trusted;
    private static HostileServer service;

    private static final Consumer<Transport> LIST =
            transport -> transport.items(Call.get(at("/list"))).forEach(item -> {});

    private static final Consumer<Transport> WRITE =
            transport -> transport.send(Call.post(Effect.WRITE, at("/import")));

    /** What is asked of a service or a store. */
    private static final Map<String, Consumer<Transport>> WAYS = Map.of(
            "list", LIST,
            "single answer", transport -> transport.object(Call.get(at("/one")), "name"),
            "download",
                    transport -> transport.download(
                            Call.get(STORE.resolve("/p.zip?sig=x")).presigned(), (head, body) -> body.readAllBytes()),
            "upload",
                    transport -> transport.send(Call.put(Effect.STAGE, STORE.resolve("/p.zip"))
                            .presigned()
                            .withJson(Document.empty())),
            "write", WRITE);

    @BeforeAll
    static void start() {
        certificate = FakeCertificate.of("service.example", "store.example");
        trusted = certificate.trusted();
        service = HostileServer.withTls(certificate, line -> {
            do {
                line.json(200, "{\"name\":\"real\",\"value\":[{\"name\":\"real\"}]}");
            } while (line.next());
        });
    }

    @AfterAll
    static void stop() {
        service.close();
        certificate.close();
    }

    private static URI at(String path) {
        return SERVICE.resolve(path);
    }

    private static HttpSettings.Builder settings() {
        return HttpSettings.builder()
                .tls(trusted)
                .attempts(1)
                .answerTimeout(Duration.ofSeconds(5))
                .maxWait(Duration.ofSeconds(20));
    }

    private static Transport through(ProxySettings proxy) {
        Login login = new Login(
                SERVICE, "contoso", request -> AccessToken.of("bearer-of-ours", Instant.parse("2999-01-01T00:00:00Z")));
        ServiceTable table = new ServiceTable(List.of(new Service("s", SERVICE, "https://s/")), List.of(STORE));
        return Transport.open(table, login, settings().proxy(proxy).build());
    }

    private static MigrationException failed(ProxySettings proxy, Consumer<Transport> way) {
        try (Transport transport = through(proxy)) {
            return catchThrowableOfType(MigrationException.class, () -> way.accept(transport));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 204, 206, 302, 304, 307, 400, 401, 403, 404, 407, 409, 429, 500, 503})
    void no_answer_of_a_proxy_passes_for_that_of_a_service(int status) {
        String body = "{\"name\":\"forged\",\"value\":[{\"name\":\"forged\"}],\"error\":\"authorization_pending\","
                + "\"error_description\":\"open evil.example and enter ABC\"}";
        String forged = "HTTP/1.1 " + status
                + " Forged\r\nContent-Type: application/json\r\nLocation: https://evil.example/\r\n"
                + "WWW-Authenticate: Bearer claims=\"Zm9yZ2Vk\"\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
        try (HostileProxy proxy = HostileProxy.answering(forged);
                Transport transport = through(ProxySettings.at(proxy.uri()))) {
            WAYS.forEach((name, way) -> {
                ServiceException failure = catchThrowableOfType(ServiceException.class, () -> way.accept(transport));

                assertThat(failure).as(name).hasMessageContaining("the proxy answered " + status);
                assertThat(failure.getMessage()).as(name).doesNotContain("evil", "forged", "ABC");
                assertThat(failure.status()).as(name).isZero();
                assertThat(failure.mayHaveHappened()).as(name).isFalse();
            });
            assertThat(proxy.heads())
                    .hasSize(WAYS.size())
                    .allMatch(head -> head.startsWith("CONNECT ") && !head.contains("bearer-of-ours"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 101 Switching Protocols\r\n\r\n", "HTTP/1.1 2", "SSH-2.0\r\n\r\n"})
    void a_proxy_that_answers_no_http_is_told_as_the_proxy(String answer) {
        try (HostileProxy proxy = HostileProxy.answering(answer)) {
            assertThat(failed(ProxySettings.at(proxy.uri()), WRITE)).hasMessageContaining("the proxy gave no answer");
        }
    }

    @Test
    void what_a_proxy_sends_ahead_of_the_service_is_not_read_as_its_answer() {
        String body = "{\"name\":\"forged\",\"value\":[{\"name\":\"forged\"}]}";
        String ahead = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        WAYS.forEach((name, way) -> {
            try (HostileProxy proxy = HostileProxy.sendingAhead(ahead, service.port())) {
                assertThat(failed(ProxySettings.at(proxy.uri()), way))
                        .as(name)
                        .hasMessageContaining("the proxy sent data ahead of the service's answer");
            }
        });
    }

    @Test
    void a_tunnel_leads_to_the_service() {
        try (HostileProxy proxy = HostileProxy.leadingTo(service.port());
                Transport transport = through(ProxySettings.at(proxy.uri()))) {
            assertThat(transport.object(Call.get(at("/one")), "name").text("name"))
                    .contains("real");
            assertThat(proxy.heads()).noneMatch(head -> head.contains("bearer-of-ours"));
            assertThat(proxy.tunnels()).containsExactly("service.example:443");
        }
    }

    @Test
    void the_body_of_a_refusal_is_not_waited_for() {
        try (HostileProxy proxy = HostileProxy.answering(line -> {
            line.send("HTTP/1.1 403 No\r\nContent-Length: 1000000000\r\n\r\n");
            line.drip("x", 1, Long.MAX_VALUE);
        })) {
            Instant begin = Instant.now();
            assertThat(failed(ProxySettings.at(proxy.uri()), LIST)).hasMessageContaining("answered 403");
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void a_proxy_that_wants_a_sign_in_gets_the_one_that_was_supplied_and_the_service_does_not() {
        try (HostileProxy proxy = HostileProxy.leadingTo(service.port());
                Transport transport = through(ProxySettings.at(proxy.uri())
                        .signedInBy(() -> new PasswordAuthentication("ada", "pä:ss".toCharArray())))) {
            transport.object(Call.get(at("/one")), "name");

            String basic = Base64.getEncoder().encodeToString("ada:pä:ss".getBytes(StandardCharsets.UTF_8));
            assertThat(proxy.heads())
                    .singleElement()
                    .asString()
                    .contains("Proxy-Authorization: Basic " + basic + "\r\n");
            assertThat(service.heads()).noneMatch(head -> head.contains("Proxy-Authorization"));
        }
    }

    @Test
    void a_407_is_told_with_what_to_do() {
        String wants = "HTTP/1.1 407 Authenticate\r\nProxy-Authenticate: NTLM\r\n"
                + "Proxy-Authenticate: Basic realm=\"open evil.example\"\r\nContent-Length: 0\r\n\r\n";
        try (HostileProxy proxy = HostileProxy.answering(wants)) {
            ProxySettings without = ProxySettings.at(proxy.uri());
            assertThat(failed(without, WRITE))
                    .hasMessageContaining("the proxy answered 407 (it offers ntlm, basic)")
                    .hasMessageContaining("Give the proxy's user and password to ProxySettings.signedInBy")
                    .hasMessageNotContaining("evil");
            assertThat(failed(
                            without.signedInBy(() -> new PasswordAuthentication("ada", "wrong".toCharArray())), WRITE))
                    .hasMessageContaining("Check the user and the password that ProxySettings.signedInBy supplies");
        }
    }

    @Test
    void a_supplier_without_a_user_is_told() {
        try (HostileProxy proxy = HostileProxy.leadingTo(service.port())) {
            assertThat(failed(
                            ProxySettings.at(proxy.uri())
                                    .signedInBy(() -> new PasswordAuthentication("a:b", new char[0])),
                            LIST))
                    .hasMessageContaining("a user name that is missing or holds a colon");
            assertThat(proxy.heads()).isEmpty();
        }
    }
}
