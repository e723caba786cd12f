package io.powermigrate.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.testkit.fake.FakeCertificate;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakePorts;
import io.powermigrate.testkit.fake.FakeService;
import io.powermigrate.testkit.fake.wire.Dialects;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fake as clients meet it that trust its certificate. One fake serves all of them: making a certificate takes seconds. */
class SecureFakeServerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    private static FakeService fake;
    private static Path pem;

    @BeforeAll
    static void start() {
        fake = FakeService.start(CLOCK, Dialects.standard(), FakePorts.of(0, 0));
        pem = fake.certificate().orElseThrow();
        fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
    }

    @AfterAll
    static void stop() {
        fake.close();
        assertThat(pem.getParent()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "login.microsoftonline.com",
                "europe.api.bap.microsoft.com",
                "api.powerapps.com",
                "pafeblobprodam-secondary.blob.core.windows.net",
                "contosodev.crm4.dynamics.com",
                "contosodev.api.crm4.dynamics.com",
                "logic.azure.com",
                "connectoricons-prod.azureedge.net",
                "apps.powerapps.com"
            })
    void clients_can_trust_the_certificate_for_each_public_name(String host) throws Exception {
        assertThat(answered(host, "/", host)).startsWith("HTTP/1.1 ");
    }

    @Test
    void clients_can_trust_it_for_the_host_of_an_environment_that_was_made_later() throws Exception {
        FakeEnvironment made = fake.tenant("contoso.onmicrosoft.com").environment("Made later");
        String hex = made.name().replace("-", "");
        String host = hex.substring(0, 30) + "." + hex.substring(30) + ".environment.api.powerplatform.com";

        assertThat(answered(host, "/connectivity/connections?api-version=1", host))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void clients_cannot_trust_it_for_another_host() {
        assertThatThrownBy(() -> answered("example.com", "/", "example.com")).hasMessageContaining("example.com");
    }

    @Test
    void links_have_the_scheme_and_the_host_of_the_request() throws Exception {
        URI address = fake.secureAddress().orElseThrow();
        String configuration = "/contoso.onmicrosoft.com/v2.0/.well-known/openid-configuration";

        assertThat(answered("localhost", "/login" + configuration, address.getAuthority()))
                .containsPattern("\"token_endpoint\":\"" + address + "/login/[0-9a-f-]{36}/oauth2/v2.0/token\"");
        assertThat(answered("login.microsoftonline.com", configuration, "login.microsoftonline.com"))
                .containsPattern(
                        "\"token_endpoint\":\"https://login.microsoftonline.com/[0-9a-f-]{36}/oauth2/v2.0/token\"");
        assertThat(answered("login.microsoftonline.com", configuration, "login.microsoftonline.com:8443"))
                .contains("\"token_endpoint\":\"https://login.microsoftonline.com:8443/");
    }

    @Test
    void on_localhost_the_authority_answers_without_a_prefix_and_its_addresses_have_none() throws Exception {
        String authority = fake.secureAddress().orElseThrow().getAuthority();
        String tenant = fake.tenant("contoso.onmicrosoft.com").id();

        assertThat(answered("localhost", "/" + tenant + "/v2.0/.well-known/openid-configuration", authority))
                .contains("\"issuer\":\"https://" + authority + "/" + tenant + "/v2.0\"")
                .contains("\"token_endpoint\":\"https://" + authority + "/" + tenant + "/oauth2/v2.0/token\"");
        for (String path : List.of(
                "/" + tenant + "/discovery/v2.0/keys",
                "/" + tenant + "/oauth2/deviceauth",
                "/common/discovery/instance?api-version=1.1",
                "/common/userrealm/ada@contoso.com")) {
            assertThat(answered("localhost", path, authority)).as(path).startsWith("HTTP/1.1 200");
        }
        assertThat(answered("localhost", "/nothing/of/it", authority)).startsWith("HTTP/1.1 501");
    }

    private static String answered(String name, String path, String authority)
            throws IOException, GeneralSecurityException {
        int port = fake.secureAddress().orElseThrow().getPort();
        try (Socket plain = new Socket("127.0.0.1", port);
                SSLSocket socket = (SSLSocket)
                        FakeCertificate.trusting(pem).getSocketFactory().createSocket(plain, name, port, true)) {
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + authority + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
