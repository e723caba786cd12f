package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {

    @Test
    void excepted_hosts_and_this_machine_are_asked_without_the_proxy() {
        ProxySettings proxy = ProxySettings.at(URI.create("http://proxy.example:8080"))
                .except("Service.example", "*.inner.example")
                .except(".outer.example");

        assertThat(Stream.of(
                                "https://service.example",
                                "https://europe.service.example",
                                "https://a.inner.example",
                                "https://outer.example",
                                "https://localhost:1",
                                "http://127.0.0.1:1",
                                "http://127.9.9.9",
                                "http://[::1]:1")
                        .map(URI::create))
                .allSatisfy(host -> assertThat(proxy.of(host)).isEmpty());
        assertThat(Stream.of(
                                "https://myservice.example",
                                "https://service.example.evil",
                                "https://localhost.evil",
                                "https://127.0.0.1.evil",
                                "http://169.254.169.254")
                        .map(URI::create))
                .allSatisfy(host -> assertThat(proxy.of(host)).contains(URI.create("http://proxy.example:8080")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://proxy:1",
                "socks5://proxy:1",
                "socks://proxy",
                "http://ada:secret@proxy:1",
                "http://proxy/path",
                "http://proxy?x",
                "http://proxy#x",
                "proxy:8080",
                "/proxy"
            })
    void what_is_no_plain_http_proxy_is_refused_and_not_used_as_one(String address) {
        assertThatThrownBy(() -> HttpSettings.builder().proxy(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("proxy")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "https://host", "*", "a b", "*.", "host/x"})
    void what_names_no_host_is_no_exception(String host) {
        assertThatThrownBy(() -> ProxySettings.none().except(host)).hasMessageContaining("names no host");
    }

    @Test
    void the_settings_of_the_system_are_used_when_asked_for() {
        URI service = URI.create("https://service.example");
        InetSocketAddress at = InetSocketAddress.createUnresolved("proxy.example", 3128);
        InetSocketAddress six = InetSocketAddress.createUnresolved("fd00::1", 3128);
        Proxy socks = new Proxy(Proxy.Type.SOCKS, at);

        assertThat(ofSystem(service, new Proxy(Proxy.Type.HTTP, at))).contains(URI.create("http://proxy.example:3128"));
        assertThat(ofSystem(service, new Proxy(Proxy.Type.HTTP, six))).contains(URI.create("http://[fd00::1]:3128"));
        assertThat(ofSystem(service, socks, new Proxy(Proxy.Type.HTTP, at))).isPresent();
        assertThat(ofSystem(service, Proxy.NO_PROXY)).isEmpty();
        assertThat(ofSystem(service)).isEmpty();
        assertThatThrownBy(() -> ofSystem(service, socks))
                .hasMessageContaining("the system's settings name a SOCKS proxy");
        assertThat(ofSystem(URI.create("http://127.0.0.1:1"), socks)).isEmpty();
    }

    private static Optional<URI> ofSystem(URI target, Proxy... named) {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(new Named(List.of(named)));
        try {
            return ProxySettings.ofSystem().of(target);
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void nothing_shows_who_signs_in_to_the_proxy() {
        ProxySettings proxy = ProxySettings.at(URI.create("http://proxy.example:8080"))
                .signedInBy(() -> new PasswordAuthentication("ada", "secret".toCharArray()));

        assertThat(proxy).hasToString("ProxySettings[proxy.example:8080]");
        assertThat(ProxySettings.none()).hasToString("ProxySettings[none]");
        assertThat(ProxySettings.ofSystem()).hasToString("ProxySettings[of the system]");
    }

    /** Names the same proxies for every host. */
    private static final class Named extends ProxySelector {

        private final List<Proxy> proxies;

        Named(List<Proxy> proxies) {
            this.proxies = proxies;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return proxies;
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {
            // said elsewhere
        }
    }
}
