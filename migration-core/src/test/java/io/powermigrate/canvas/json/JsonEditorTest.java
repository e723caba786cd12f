package io.powermigrate.canvas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.canvas.reading.Limit;
import io.powermigrate.canvas.reading.LimitValues;
import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.error.MigrationException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEditorTest {

    @Test
    void only_the_string_that_is_replaced_changes() {
        String json = "{ \"a\" : \"x\\u0027\\/\",\r\n\t\"b\":[1.0e1, null ,\"old\"], \"a\":\"again\" }";

        assertThat(edit(
                        json,
                        editor -> editor.members(member -> editor.elements(() -> {
                            if (editor.text().equals("old")) {
                                editor.replace(editor.literal(), "n\"e\\w\n\u0001é\ud83d\ude00");
                            }
                        }))))
                .isEqualTo(json.replace("\"old\"", "\"n\\\"e\\\\w\\n\\u0001é\ud83d\ude00\""));
    }

    @Test
    void names_are_replaced_also_twice_in_one_object() {
        assertThat(edit(
                        "{\"k\\\"\":1 , \"k\\\"\" : {}}",
                        editor -> editor.members(member -> {
                            assertThat(member).isEqualTo("k\"");
                            editor.replace(editor.nameLiteral(), "n");
                        })))
                .isEqualTo("{\"n\":1 , \"n\" : {}}");
    }

    @Test
    void json_in_strings_keeps_the_spelling_of_what_is_not_changed() {
        String inner =
                "{\\u0022a\\u0022:\\u0022\\u00e9\\ud83d\\ude00\\u0022,\\\"deep\\\":\\\"{\\\\u0022x\\\\u0022:\\\\\\\"old\\\\\\\"}\\\"}";
        String json = "{\"é\":\"" + inner + "\"}";

        assertThat(edit(
                        json,
                        editor -> editor.members(member -> editor.nested(
                                member,
                                level1 -> level1.members(name -> level1.nested(
                                        name,
                                        level2 -> level2.members(
                                                x -> level2.replace(level2.literal(), "say \"new\""))))))))
                .isEqualTo(json.replace("old", "say QUOTEnewQUOTE".replace("QUOTE", "\\".repeat(7) + "\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'keep':1,'drop':'x'}",
                "{'drop':'x','keep':1}",
                "{'drop':{'deep':[1,2]},'keep':1}",
                "{ 'drop' : 12 , 'keep':1}",
                "{'drop':'x','drop':null,'keep':1}",
                "{'keep':1,'drop':'x','drop':'y'}",
                "{'drop':'x','keep':1,'drop':'y'}"
            })
    void a_removed_member_takes_one_comma_with_it(String json) {
        String left = edit(
                json.replace('\'', '"'),
                editor -> editor.members(member -> {
                    if (member.equals("drop")) {
                        editor.remove();
                    }
                }));

        assertThat(left.replace(" ", "")).isEqualTo("{\"keep\":1}");
    }

    @Test
    void an_object_of_removed_members_is_empty() {
        assertThat(edit("{\"a\":1,\"b\":2}", editor -> editor.members(member -> editor.remove())))
                .isEqualTo("{}");
    }

    @Test
    void a_string_that_only_looks_like_json_stays() {
        String json = "{\"a\":\"{\\\"x\\\":\\\"old\\\", broken\"}";

        assertThat(edit(
                        json,
                        editor -> editor.members(member -> editor.nested(
                                member,
                                inside -> inside.members(name -> {
                                    if (name.equals("x")) {
                                        inside.replace(inside.literal(), "new");
                                    }
                                })))))
                .isEqualTo(json);
    }

    @Test
    void lone_surrogates_survive() {
        String json = "{\"a\":\"\\ud800 x\"}";

        assertThat(edit(
                        json,
                        editor -> editor.members(member -> {
                            assertThat(editor.text()).isEqualTo("\ud800 x");
                            editor.replace(editor.literal(), editor.text() + "y");
                        })))
                .isEqualTo("{\"a\":\"\\ud800 xy\"}");
    }

    @Test
    void more_nesting_than_the_limit_is_refused() {
        Reading reading = Reading.of("small.msapp", LimitValues.STANDARD.with(Limit.STRING_NESTING, 1));
        byte[] json = "{\"a\":\"{\\\"b\\\":\\\"{}\\\"}\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> JsonEditor.edits(
                        reading,
                        "x.json",
                        json,
                        editor -> editor.members(
                                a -> editor.nested(a, inside -> inside.members(b -> inside.nested(b, deepest -> {}))))))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("the limit 'stringNesting' is 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":\"x", "[1,]", "{\"a\" 1}"})
    void what_is_no_json_is_refused(String json) {
        assertThatThrownBy(() -> edit(json, editor -> {
                    editor.members(member -> {});
                    editor.elements(() -> {});
                }))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("'x.json' is not well-formed JSON");
    }

    @Test
    void what_is_not_utf_8_can_be_read_but_not_changed() {
        byte[] utf16 = "{\"a\":\"x\"}".getBytes(StandardCharsets.UTF_16);
        Reading reading = Reading.of("small.msapp", LimitValues.STANDARD);

        assertThatThrownBy(() -> JsonEditor.edits(
                        reading, "x.json", utf16, editor -> editor.members(member -> editor.literal())))
                .isInstanceOf(MigrationException.class);
        assertThatThrownBy(() -> JsonEditor.edits(
                        reading, "x.json", utf16, editor -> editor.members(member -> editor.nameLiteral())))
                .isInstanceOf(MigrationException.class);
    }

    @Test
    void any_spelling_at_any_depth_is_read_and_written_back_seed_5() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            String value = text(random);
            String other = text(random);
            String list = "[" + spelled(random, value) + "," + spelled(random, "old") + "]";
            String json = "{\"m\":" + spelled(random, list) + "}";

            String edited = edit(
                    json,
                    editor -> editor.members(m -> editor.nested(
                            m,
                            inside -> inside.elements(() -> {
                                if (inside.text().equals("old")) {
                                    inside.replace(inside.literal(), other);
                                }
                            }))));

            List<String> read = new ArrayList<>();
            edit(
                    edited,
                    editor -> editor.members(
                            m -> editor.nested(m, inside -> inside.elements(() -> read.add(inside.text())))));
            assertThat(read).as(json).containsExactly(value, other);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        String alphabet = "aé€\ud83d\ude00\"\\/\n\t'&\u0001";
        for (int length = random.nextInt(8); length > 0; length--) {
            int at = alphabet.offsetByCodePoints(0, random.nextInt(alphabet.codePointCount(0, alphabet.length())));
            text.appendCodePoint(alphabet.codePointAt(at));
        }
        return text.toString();
    }

    /** The text as a JSON string, each character spelled in any of the ways that JSON has. */
    private static String spelled(Random random, String text) {
        StringBuilder json = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            boolean must = c == '"' || c == '\\' || c < ' ';
            int way = random.nextInt(3);
            if (way == 0 || must && (way == 1 || c < ' ')) {
                for (char unit : Character.toChars(c)) {
                    json.append(String.format("\\u%04" + (random.nextBoolean() ? "x" : "X"), (int) unit));
                }
            } else if (must || way == 1 && c == '/') {
                json.append('\\').appendCodePoint(c);
            } else {
                json.appendCodePoint(c);
            }
        });
        return json.append('"').toString();
    }

    private static String edit(String json, Consumer<JsonEditor> walker) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream edited = new ByteArrayOutputStream();
        try {
            JsonEditor.edits(Reading.of("small.msapp", LimitValues.STANDARD), "x.json", text, walker)
                    .copy(new ByteArrayInputStream(text), edited);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return edited.toString(StandardCharsets.UTF_8);
    }
}
