package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.testkit.fake.FakeCertificate;
import io.powermigrate.testkit.hostile.HostileProxy;
import io.powermigrate.testkit.hostile.HostileServer;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A certificate counts for the hosts that it names, whatever the caller's trust manager thinks of it. */
class HostNameTest {

    private static FakeCertificate certificate;
    private static HostileServer server;
    private static HostileProxy proxy;

    @BeforeAll
    static void start() {
        certificate = FakeCertificate.of("right.example", "*.wild.example");
        server = HostileServer.withTls(certificate, line -> line.json(200, "{}"));
        proxy = HostileProxy.leadingTo(server.port());
    }

    @AfterAll
    static void stop() {
        proxy.close();
        server.close();
        certificate.close();
    }

    private static void ask(String host, SSLContext tls) {
        HttpSettings settings =
                HttpSettings.builder().tls(tls).proxy(proxy.uri()).attempts(1).build();
        URI uri = URI.create("https://" + host + "/");
        try (Transport transport = Transport.withoutLogin(List.of(uri), settings)) {
            transport.send(Call.get(uri));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"right.example", "RIGHT.example", "a.wild.example"})
    void the_hosts_that_it_names_are_asked(String host) throws Exception {
        ask(host, certificate.trusted());
        ask(host, trustingWithoutAHost());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrong.example",
                "right.example.wrong.example",
                "a.right.example",
                "wild.example",
                "a.b.wild.example",
                "xwild.example",
                "10.0.0.1"
            })
    void no_other_host_is_asked_not_even_by_a_trust_manager_that_forgets_the_host(String host) throws Exception {
        int before = server.heads().size();
        SSLContext forgetful = trustingWithoutAHost();

        assertThatThrownBy(() -> ask(host, certificate.trusted())).hasMessageContaining("is not trusted here");
        assertThatThrownBy(() -> ask(host, forgetful)).hasMessageContaining("is not trusted here");
        assertThat(server.heads()).hasSize(before);
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_not_trusted() {
        HttpSettings settings =
                HttpSettings.builder().proxy(proxy.uri()).attempts(1).build();
        URI uri = URI.create("https://right.example/");
        try (Transport transport = Transport.withoutLogin(List.of(uri), settings)) {
            assertThatThrownBy(() -> transport.send(Call.get(uri))).hasMessageContaining("is not trusted here");
        }
    }

    /** As code does that adds a company's own authority: it delegates to the check that knows no host. */
    private static SSLContext trustingWithoutAHost() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Forgetful()}, null);
        return context;
    }

    private static final class Forgetful extends X509ExtendedTrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // the chain itself is as good as any here
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            throw new UnsupportedOperationException();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
