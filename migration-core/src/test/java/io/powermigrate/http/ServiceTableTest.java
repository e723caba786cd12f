package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTableTest {

    private final ServiceTable table = new ServiceTable(
            List.of(
                    new Service("bap", URI.create("https://api.bap.microsoft.com"), "p"),
                    new Service("fake", URI.create("http://127.0.0.1:8080"), "f"),
                    new Service("fakeBap", URI.create("http://127.0.0.1:8080/bap"), "fb")),
            List.of(URI.create("https://blob.core.windows.net"), URI.create("http://127.0.0.1:8080/blob")));

    private String nameOf(String uri) {
        return table.serviceOf(URI.create(uri)).map(Service::name).orElse("-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.bap.microsoft.com/x",
                "https://API.BAP.microsoft.com:443/x",
                "https://europe.api.bap.microsoft.com/x"
            })
    void a_service_has_regional_hosts(String uri) {
        assertThat(nameOf(uri)).isEqualTo("bap");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.bap.microsoft.com/x",
                "https://api.bap.microsoft.com:8443/x",
                "https://evilapi.bap.microsoft.com/x",
                "https://api.bap.microsoft.com.evil.example/x",
                "https://api.bap.microsoft.com@evil.example/x",
                "https://user@api.bap.microsoft.com/x",
                "http://x.127.0.0.1:8080/bap",
                "/x",
                "mailto:x@y"
            })
    void everything_else_is_foreign(String uri) {
        assertThat(table.knows(URI.create(uri))).isFalse();
    }

    @Test
    void the_longest_base_wins() {
        assertThat(nameOf("http://127.0.0.1:8080/bap/x")).isEqualTo("fakeBap");
        assertThat(nameOf("http://127.0.0.1:8080/bapx")).isEqualTo("fake");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bap/../x",
                "/bap/..",
                "/./bap",
                "/bap/%2e%2e/x",
                "/bap/.%2E/x",
                "/bap/%252e%252e/x",
                "/bap/..%2fx",
                "/bap/..%5Cx",
                "/bap/x%2f..%2fy",
                "/bap/..;a=b/x",
                "/bap/%252525252525252525252525252e./x"
            })
    void a_path_that_climbs_belongs_to_nothing(String path) {
        assertThat(table.knows(URI.create("http://127.0.0.1:8080" + path))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bap/a..b", "/bap/...", "/bap/%2ex", "/bap/x%2fy", "/bap/100%25", "/bap/a;b=.."})
    void dots_in_a_name_are_no_climbing(String path) {
        assertThat(nameOf("http://127.0.0.1:8080" + path)).isEqualTo("fakeBap");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.bap.microsoft.com",
                "http://10.0.0.1:8080",
                "http://localhost.evil",
                "http://127.0.0.1.evil",
                "http://169.254.169.254",
                "ftp://localhost",
                "https://ada@localhost",
                "https:///x",
                "/x"
            })
    void a_service_and_an_authority_are_over_tls_or_on_this_machine(String base) {
        URI uri = URI.create(base);
        assertThatThrownBy(() -> new Service("s", uri, "a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TokenRequest.of(uri, "t", "a")).isInstanceOf(MigrationException.class);
        assertThatThrownBy(() -> new Login(uri, "t", request -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:1", "http://127.0.0.1", "http://127.3.2.1", "http://[::1]:8080/x", "https://a"
            })
    void this_machine_needs_no_tls(String base) {
        assertThat(new Service("s", URI.create(base), "a").covers(URI.create(base + "/y")))
                .isTrue();
    }

    @Test
    void only_without_a_token_the_neighbour_that_tells_a_machine_its_identity_is_asked_without_tls() {
        URI neighbour = URI.create("http://169.254.169.254");
        assertThat(new ServiceTable(List.of(), List.of(neighbour)).isPresigned(neighbour.resolve("/metadata")))
                .isTrue();
        assertThatThrownBy(() -> new ServiceTable(List.of(), List.of(URI.create("http://blob.core.windows.net"))))
                .hasMessageContaining("http is for this machine only");
    }

    @Test
    void blob_stores_are_no_service() {
        for (String uri : List.of("https://acc.blob.core.windows.net/c/p", "http://127.0.0.1:8080/blob/p")) {
            assertThat(nameOf(uri)).isEqualTo("-");
            assertThat(table.isPresigned(URI.create(uri))).isTrue();
        }
    }

    @Test
    void what_is_escaped_stays_as_it_is_and_only_the_impossible_is_escaped() {
        Service service = table.services().get(0);

        assertThat(service.uri("/x?$filter=a eq 'b'&%24t=%3d%3d|é"))
                .hasToString("https://api.bap.microsoft.com/x?$filter=a%20eq%20'b'&%24t=%3d%3d%7C%C3%A9");
    }
}
