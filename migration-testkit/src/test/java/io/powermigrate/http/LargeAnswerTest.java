package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.testkit.hostile.HostileServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that would fill the memory, asked for in a JVM that has 256 MB of it, by one thread and by twelve at once. */
@Timeout(120)
@Tag("long")
class LargeAnswerTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final int MB = 1 << 20;

    private static List<String> asked(HostileServer.Answer answer, String way, int times) throws Exception {
        try (HostileServer server = HostileServer.answering(answer)) {
            List<String> said = SmallProcess.asking(server.at("/list"), way, times);
            assertThat(said).hasSize(times);
            assertThat(server.heads())
                    .as("the same call would bring the same answer")
                    .hasSize(times);
            return said;
        }
    }

    private static HostileServer.Answer repeating(String head, String begin, String part, long size) {
        byte[] piece = part.repeat(Math.max(1, 65_536 / part.length())).getBytes(StandardCharsets.ISO_8859_1);
        return line -> {
            line.send(head + "Connection: close\r\n\r\n" + begin);
            for (long sent = 0; sent < size; sent += piece.length) {
                line.out().write(piece);
            }
            line.out().flush();
        };
    }

    /** A hundred megabytes of blanks, as often as said. */
    private static byte[] packed(int times) throws IOException {
        ByteArrayOutputStream once = new ByteArrayOutputStream();
        byte[] blanks = new byte[MB];
        Arrays.fill(blanks, (byte) ' ');
        try (GZIPOutputStream gzip = new GZIPOutputStream(once)) {
            for (int i = 0; i < 100; i++) {
                gzip.write(blanks);
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(once.toByteArray());
        }
        return all.toByteArray();
    }

    private static HostileServer.Answer bomb(byte[] packed) {
        return line -> {
            line.send(HEAD + "Content-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n");
            line.out().write(packed);
            line.out().flush();
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void a_body_of_two_gigabytes_is_told_as_too_large(int times) throws Exception {
        assertThat(asked(repeating(HEAD, "[\"", "x", 2_000L * MB), "whole", times))
                .allSatisfy(said -> assertThat(said)
                        .contains("answered, but its answer is larger than 16 MB unpacked")
                        .endsWith("Allow a larger AnswerLimits.whole if an answer of that size is to be expected."));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void a_text_of_sixty_megabytes_is_told_as_too_large(int times) throws Exception {
        assertThat(asked(repeating(HEAD, "{\"a\":\"", "ä", 60L * MB), "whole", times))
                .allSatisfy(said -> assertThat(said).contains("larger than 16 MB"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void three_megabytes_that_unpack_to_three_gigabytes_are_told_as_too_large(int times) throws Exception {
        assertThat(asked(bomb(packed(30)), "whole", times))
                .allSatisfy(said -> assertThat(said).contains("larger than 16 MB unpacked"));
    }

    @Test
    void a_stream_of_a_gigabyte_takes_no_memory() throws Exception {
        assertThat(asked(bomb(packed(10)), "stream", 1)).containsOnly("read " + 1_000L * MB);
    }

    @Test
    void a_stream_beyond_its_limit_is_told_as_too_large() throws IOException {
        HttpSettings settings = HttpSettings.builder()
                .answers(AnswerLimits.standard().withStreamed(50L * MB))
                .build();
        try (HostileServer server = HostileServer.answering(bomb(packed(1)));
                Transport transport = Transport.withoutLogin(List.of(server.at("/")), settings)) {
            assertThatThrownBy(() -> transport.download(
                            Call.get(server.at("/x")),
                            (head, body) -> body.transferTo(OutputStream.nullOutputStream())))
                    .hasMessageContaining("larger than 50 MB")
                    .hasMessageContaining("Allow a larger AnswerLimits.streamed");
            assertThat(server.heads()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{},", "[],", "1,", "\"a\",", "{\"a\":1},", "1.5,", "null,"})
    void a_tree_that_would_take_many_times_its_text_is_told_as_too_many_values(String element) throws Exception {
        assertThat(asked(repeating(HEAD, "[", element, 15L * MB), "whole", 4))
                .allSatisfy(said -> assertThat(said).contains("holds more than 524288 names and values"));
    }

    @Test
    void the_largest_answers_of_many_threads_fit_together() throws Exception {
        String element = "{\"a\":\"" + "x".repeat(200) + "\",\"b\":1.5},";
        HostileServer.Answer answer = line -> {
            line.send(HEAD + "Connection: close\r\n\r\n{\"value\":[");
            byte[] piece = element.repeat(300).getBytes(StandardCharsets.ISO_8859_1);
            for (long sent = 0; sent < 15L * MB; sent += piece.length) {
                line.out().write(piece);
            }
            line.send("{}]}");
        };

        assertThat(asked(answer, "whole", 12)).containsOnly("read 200");
    }

    @Test
    void a_refusal_without_end_is_told_with_its_status() throws Exception {
        String head = "HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\n";

        assertThat(asked(repeating(head, "<title>No</title>", "x", 2_000L * MB), "whole", 12))
                .allSatisfy(said -> assertThat(said).contains("the service answered 400 (No)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "X-A: b\r\n"})
    void a_head_without_end_is_told_as_that(String part) throws Exception {
        HostileServer.Answer answer = line -> {
            line.send("HTTP/1.1 200 OK\r\nX-First: ");
            for (long sent = 0; sent < 2_000L * MB; sent += part.length() * 10_000L) {
                line.send(part.repeat(10_000));
            }
        };

        assertThat(asked(answer, "whole", 12))
                .allSatisfy(said -> assertThat(said).contains("a head without end"));
    }

    @Test
    void json_that_is_nested_too_deep_is_told_as_that() throws Exception {
        assertThat(asked(repeating(HEAD, "", "[", 10L * MB), "whole", 1)).allSatisfy(said -> assertThat(said)
                .contains("nested deeper than 200 levels")
                .doesNotContain("network"));
    }
}
