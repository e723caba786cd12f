package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(nameOf("http://127.0.0.1:8080/bap/../x")).isEqualTo("fake");
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
