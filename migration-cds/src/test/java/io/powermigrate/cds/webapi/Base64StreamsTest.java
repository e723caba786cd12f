package io.powermigrate.cds.webapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.http.Call;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file within JSON is encoded while it leaves and decoded while it arrives, and neither side holds it. */
class Base64StreamsTest {

    private static final Call ASKED = Call.post(Effect.EXPORT, URI.create("https://contoso.example/Download"));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 24575, 24576, 24577, 100_000})
    void what_is_encoded_is_as_long_as_was_said_and_decodes_to_the_same(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);

        byte[] encoded = new Base64Encoding(new Trickle(bytes)).readAllBytes();

        assertThat(encoded).hasSize((int) Base64Encoding.length(size));
        assertThat(Base64.getDecoder().decode(encoded)).isEqualTo(bytes);
    }

    @Test
    void a_length_beyond_the_numbers_of_an_array_is_right() {
        assertThat(Base64Encoding.length(3_000_000_000L)).isEqualTo(4_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"File\":\"%s\"}",
                "{\"@odata.context\":\"https:\\/\\/x\\\"y\",\"File\":\"%s\",\"After\":1}",
                "\ufeff { \"a\" : {\"File\":\"bm8=\",\"b\":[1,{\"c\":\"}]\"}]} , \"n\" : null , \"File\" : \"%s\" }",
                "{\"a\":-1.5e3,\"file\":\"%s\"}"
            })
    void the_member_is_found_among_others_and_decoded(String json) throws IOException {
        byte[] bytes = "a package, with + and / in its encoding ÿÿÿ>>>???".getBytes(StandardCharsets.UTF_8);
        String encoded = Base64.getEncoder().encodeToString(bytes);

        assertThat(read(json.replace("%s", encoded))).isEqualTo(bytes);
        assertThat(read(json.replace("%s", encoded.replace("/", "\\/").replace("+", "\\u002B"))))
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"File\":null}",
                "{\"File\":{}}",
                "{\"Other\":\"bm8=\"}",
                "{\"a\":{\"File\":\"bm8=\"}}"
            })
    void an_answer_without_the_member_is_told(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("holds no text File");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"File\"", "{\"File\":\"bm8", "{\"File\":\"bm8=", "{\"a\":\"x"})
    void an_answer_that_breaks_off_is_no_shorter_file(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"File\":\"b!8=\"}", "{\"File\":\"bm8\\u00zz\"}", "{\"File\":\"b\"}"})
    void what_is_no_base64_is_an_error_of_reading(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
    }

    @Test
    void twenty_megabytes_are_decoded_while_they_arrive() throws IOException {
        int size = 20 << 20;
        Counting source = new Counting("{\"a\":1,\"File\":\"", Base64Encoding.length(size), "\"}");
        InputStream file = Base64Member.in(source, "File", ASKED);

        long given = 0;
        long ahead = 0;
        byte[] block = new byte[8192];
        for (int count = file.read(block); count >= 0; count = file.read(block)) {
            given += count;
            ahead = Math.max(ahead, source.taken - given * 4 / 3);
        }

        assertThat(given).isEqualTo(Base64Encoding.length(size) / 4 * 3);
        assertThat(ahead).isLessThan(100_000);
    }

    @Test
    void twenty_megabytes_are_encoded_while_they_leave() throws IOException {
        int size = 20 << 20;
        Counting source = new Counting("", size, "");
        FileMember member = new FileMember("File", () -> source, size);
        long given = 0;
        long ahead = 0;
        byte[] block = new byte[8192];
        try (InputStream body = new Base64Encoding(member.source().open())) {
            for (int count = body.read(block); count >= 0; count = body.read(block)) {
                given += count;
                ahead = Math.max(ahead, source.taken - given * 3 / 4);
            }
        }

        assertThat(given).isEqualTo(Base64Encoding.length(size));
        assertThat(ahead).isLessThan(100_000);
    }

    private static byte[] read(String json) throws IOException {
        return Base64Member.in(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "File", ASKED)
                .readAllBytes();
    }

    /** Gives few bytes at once, as a network does. */
    private static final class Trickle extends InputStream {

        private final ByteArrayInputStream bytes;

        Trickle(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, Math.min(length, 7));
        }
    }

    /** Generates letters between two texts, and counts what was taken. */
    private static final class Counting extends InputStream {

        private final String before;
        private final long letters;
        private final String after;
        private long taken;

        Counting(String before, long letters, String after) {
            this.before = before;
            this.letters = letters;
            this.after = after;
        }

        @Override
        public int read() {
            long at = taken++;
            if (at < before.length()) {
                return before.charAt((int) at);
            }
            long end = before.length() + letters;
            if (at < end) {
                return 'A';
            }
            return at - end < after.length() ? after.charAt((int) (at - end)) : -1;
        }
    }
}
