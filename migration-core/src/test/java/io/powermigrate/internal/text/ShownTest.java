package io.powermigrate.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

    @ParameterizedTest
    @CsvSource({
        "000a, \\n",
        "000d, \\r",
        "0009, \\t",
        "0000, \\u0000",
        "001b, \\u001b",
        "007f, \\u007f",
        "0085, \\u0085",
        "009b, \\u009b",
        "00ad, \\u00ad",
        "034f, \\u034f",
        "061c, \\u061c",
        "115f, \\u115f",
        "180e, \\u180e",
        "200b, \\u200b",
        "200d, \\u200d",
        "200e, \\u200e",
        "200f, \\u200f",
        "2028, \\u2028",
        "2029, \\u2029",
        "202a, \\u202a",
        "202e, \\u202e",
        "2060, \\u2060",
        "2065, \\u2065",
        "2066, \\u2066",
        "2069, \\u2069",
        "3164, \\u3164",
        "d800, \\ud800",
        "dc00, \\udc00",
        "fe0f, \\ufe0f",
        "feff, \\ufeff",
        "fff9, \\ufff9",
        "ffff, \\uffff",
        "e0001, \\udb40\\udc01",
        "e0041, \\udb40\\udc41"
    })
    void what_cannot_be_seen_becomes_an_escape(String code, String escape) {
        String hidden = "a" + new String(new int[] {Integer.parseInt(code, 16)}, 0, 1) + "b";

        assertThat(Shown.name(hidden)).isEqualTo("a" + escape + "b");
        assertThat(Shown.message(hidden)).isEqualTo("a" + escape + "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Expense report (2026), 100 % \"done\"",
                "C:\\new\\u202e",
                "Überstunden für Zoë, Łódź",
                "Отчёт о расходах",
                "経費精算　申請",
                "تقرير النفقات",
                "می\u200cخواهم",
                "דוח הוצאות",
                "क्\u200dष व्यय",
                "รายงาน",
                "한국어",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 family",
                "\u2764\uFE0F\u200D\uD83D\uDD25",
                "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08 and 1\uFE0F\u20E3",
                "\uD83E\uDEE0 of a later Unicode",
                "no\u00A0break",
                ""
            })
    void what_people_write_stays(String text) {
        assertThat(Shown.name(text)).isEqualTo(text);
        assertThat(Shown.message(text)).isEqualTo(text);
    }

    @Test
    void a_long_name_is_cut_and_its_length_is_told() {
        String shown = Shown.name("x".repeat(1 << 20));

        assertThat(shown).hasSize(Shown.LONGEST_NAME).endsWith("x… (1,048,576 characters)");
        assertThat(Shown.name("x".repeat(Shown.LONGEST_NAME))).doesNotContain("…");
    }

    @Test
    void of_a_long_message_the_end_stays_too() {
        String shown = Shown.message("The app \"" + "x".repeat(1 << 20) + "\" was not made because it is full");

        assertThat(shown)
                .hasSizeLessThanOrEqualTo(Shown.LONGEST_MESSAGE)
                .startsWith("The app \"xxx")
                .contains("… (1,048,618 characters) … x")
                .endsWith("because it is full");
    }

    @Test
    void no_cut_goes_through_a_character_or_an_escape() {
        for (int before = 0; before < 12; before++) {
            String letters = "x".repeat(before);
            for (String unit : new String[] {"\uD83D\uDE00", "\u202E", "\\u202e", "\uDB40\uDC41"}) {
                for (String cut : new String[] {
                    Shown.name(letters + unit.repeat(400)), Shown.message(letters + unit.repeat(4000) + letters)
                }) {
                    String rest = cut.replaceAll("… \\([\\d,]+ characters\\)( … )?", "")
                            .replaceAll("\\\\u[0-9a-f]{4}|\uD83D\uDE00|x", "");
                    assertThat(rest).as("%s after %s", Shown.name(unit), before).isEmpty();
                }
            }
        }
    }

    @Test
    void showing_twice_shows_the_same() {
        Random random = new Random(8);
        int[] codes = {
            'a', '\\', '\n', 0x1B, 0x202E, 0x200D, 0x200C, 0xFE0F, 0x1F468, 0x1F469, 0x0646, 0xD800, 0xDC00, '1'
        };
        for (int each = 0; each < 5000; each++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(each % 50 == 0 ? 9000 : 60), 0, codes.length)
                    .forEach(index -> text.appendCodePoint(codes[index]));
            String name = Shown.name(text.toString());
            String message = Shown.message(text.toString());

            assertThat(Shown.name(name).equals(name)).as("name %s", each).isTrue();
            assertThat(Shown.message(message).equals(message))
                    .as("message %s", each)
                    .isTrue();
            assertThat(message.matches("[^\n\u001B\u202E]*"))
                    .as("lines of %s", each)
                    .isTrue();
        }
    }

    @Test
    void a_record_shows_each_component_as_a_name() {
        record Pair(String left, int right) {}

        assertThat(Shown.record(new Pair("a\nDONE", 1))).isEqualTo("Pair[left=a\\nDONE, right=1]");
        assertThat(Shown.record(new Pair("x".repeat(5000), 1))).contains("(5,000 characters), right=1]");
    }

    @Test
    void only_the_page_breaks_lines() {
        Lines page = new Lines()
                .line("  made \"a\nDONE (9)\"")
                .title("FAILED\r\nDONE (1)")
                .list("  for: ", java.util.List.of("a\u2028b", "c"));

        assertThat(page.toString()).isEqualTo("  made \"a\\nDONE (9)\"\n\nFAILED\\r\\nDONE (1)\n  for: a\\u2028b, c\n");
    }
}
