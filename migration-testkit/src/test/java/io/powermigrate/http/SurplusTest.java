package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.testkit.hostile.HostileServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer belongs to the request that it was given to, also on a connection that serves many. */
class SurplusTest {

    private static final String FORGED =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 17\r\n\r\n{\"name\":\"forged\"}";

    @ParameterizedTest
    @ValueSource(strings = {FORGED, "x", "\r\n", "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 204 No Content\r\n\r\n"})
    void what_comes_behind_an_answer_is_not_the_next_answer(String surplus) {
        try (HostileServer server = HostileServer.answering(line -> {
                    int number = 0;
                    do {
                        String body = "{\"name\":\"" + line.head().split(" ", 3)[1] + "\"}";
                        line.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                                + body.length() + "\r\n\r\n" + body + (number++ == 0 ? surplus : ""));
                    } while (line.next());
                });
                Transport transport = Transport.withoutLogin(List.of(server.at("/")), HttpSettings.standard())) {
            for (String path : List.of("/1", "/2", "/3", "/4")) {
                assertThat(transport.object(Call.get(server.at(path)), "name").text("name"))
                        .contains(path);
            }
        }
    }

    @Test
    void a_connection_without_surplus_serves_many_requests() {
        try (HostileServer server = HostileServer.answering(line -> {
                    do {
                        line.json(200, "{\"connection\":\"" + System.identityHashCode(line) + "\"}");
                    } while (line.next());
                });
                Transport transport = Transport.withoutLogin(List.of(server.at("/")), HttpSettings.standard())) {
            String first = connection(transport, server);
            for (int i = 0; i < 20; i++) {
                assertThat(connection(transport, server)).isEqualTo(first);
            }
        }
    }

    private static String connection(Transport transport, HostileServer server) {
        return transport
                .object(Call.get(server.at("/")), "connection")
                .text("connection")
                .orElse("");
    }
}
