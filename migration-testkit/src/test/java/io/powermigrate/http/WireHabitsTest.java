package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.testkit.hostile.HostileServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the transport never does, anyone who asks for it. */
class WireHabitsTest {

    @Test
    void cookies_are_not_kept() {
        try (HostileServer server = HostileServer.answering(line -> {
                    do {
                        line.json(200, "{}", "Set-Cookie: session=planted; Path=/", "Set-Cookie2: other=planted");
                    } while (line.next());
                });
                Transport transport = Transport.withoutLogin(List.of(server.at("/")), HttpSettings.standard())) {
            transport.send(Call.get(server.at("/1")));
            transport.send(Call.get(server.at("/2")));

            assertThat(server.heads()).hasSize(2).noneMatch(head -> head.contains("planted"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nX-Evil: 1", "a\rX-Evil: 1", "a\r\n\r\nGET /evil HTTP/1.1"})
    void a_header_stays_one_line(String value) {
        try (HostileServer server = HostileServer.answering(line -> line.json(200, "{}"));
                Transport transport = Transport.withoutLogin(List.of(server.at("/")), HttpSettings.standard())) {
            transport.send(Call.get(server.at("/")).withHeader("X-Own", value));

            assertThat(server.heads())
                    .singleElement()
                    .asString()
                    .doesNotContainPattern("(?m)^X-Evil")
                    .doesNotContainPattern("(?m)^GET /evil");
        }
    }

    @Test
    void only_tls_1_2_and_1_3_are_offered() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> hello = CompletableFuture.supplyAsync(() -> firstRecord(listening));
            URI uri = URI.create("https://127.0.0.1:" + listening.getLocalPort() + "/");
            HttpSettings once = HttpSettings.builder().attempts(1).build();
            try (Transport transport = Transport.withoutLogin(List.of(uri), once)) {
                assertThatThrownBy(() -> transport.send(Call.get(uri))).isInstanceOf(ServiceException.class);
            }
            // RFC 8446, section 4.2.1: the extension supported_versions, its length, and the versions 1.3 and 1.2
            assertThat(hello.get(10, TimeUnit.SECONDS)).contains("002b" + "0005" + "04" + "0304" + "0303");
        }
    }

    private static String firstRecord(ServerSocket listening) {
        try (Socket socket = listening.accept();
                DataInputStream in = new DataInputStream(socket.getInputStream())) {
            in.skipBytes(3);
            return HexFormat.of().formatHex(in.readNBytes(in.readUnsignedShort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
