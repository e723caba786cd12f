package io.powermigrate.canvas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.powermigrate.canvas.reading.LimitValues;
import io.powermigrate.canvas.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    private static final Reading READING = Reading.of("small.msapp", LimitValues.STANDARD);

    @Test
    void a_string_ends_at_its_first_quote_that_is_not_escaped_seed_7() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder spelled = new StringBuilder(" ".repeat(random.nextInt(9))).append('"');
            int start = spelled.length() - 1;
            for (int length = random.nextInt(40); length > 0; length--) {
                spelled.append(random.nextInt(3) == 0 ? "x" : random.nextBoolean() ? "\\\\" : "\\\"");
            }
            int end = spelled.append('"').length();
            spelled.append(",\"\\\"".repeat(random.nextInt(5)));

            assertThat(text(spelled.toString()).behindString(start))
                    .as(spelled.toString())
                    .isEqualTo(end);
        }
    }

    @Test
    void nothing_is_read_beyond_the_end_of_a_text_that_changed_since_it_was_tokenized() {
        byte[] whole = "{\"a\":[1,{\"b\":\"x\\\"y\"},true ], \"c\":-1}".getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);

            assertThat(catchThrowable(() -> JsonEditor.editsOfRead(
                            READING,
                            "x.json",
                            cut,
                            editor -> editor.members(a -> editor.elements(() -> editor.members(b -> {}))))))
                    .as(new String(cut, StandardCharsets.UTF_8))
                    .isInstanceOf(MalformedJson.class);
        }
    }

    private static JsonText text(String json) {
        return new JsonText(READING, "x.json", json.getBytes(StandardCharsets.UTF_8));
    }
}
