package io.powermigrate.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words and the order of names on pages. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "it waits, It waits.",
        "ready, Ready.",
        "a maker's list, A maker's list.",
        "new_Url: it needs a value, new_Url: it needs a value.",
        "Costs: is there, Costs: is there.",
        "Which one?, Which one?",
        "'', ''"
    })
    void a_fragment_becomes_a_sentence_and_a_name_keeps_its_case(String fragment, String sentence) {
        assertThat(Words.sentence(fragment)).isEqualTo(sentence);
    }

    @Test
    void nouns_have_plurals_and_small_numbers_at_the_beginning_are_words() {
        assertThat(Words.counted(1, "policy")).isEqualTo("1 policy");
        assertThat(Words.counted(1200, "policy")).isEqualTo("1,200 policies");
        assertThat(Words.counted(2, "key")).isEqualTo("2 keys");
        assertThat(Words.first(3)).isEqualTo("Three");
        assertThat(Words.first(11)).isEqualTo("11");
    }

    @Test
    void names_stand_in_the_order_in_which_people_count() {
        List<String> expected = List.of("App", "app 2", "App 2", "App 10", "App 10b", "App 103", "Zoo");
        List<String> names = new ArrayList<>(expected);
        Collections.shuffle(names, new Random(3));

        names.sort(Natural.ORDER);

        assertThat(names).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(names.indexOf("App 2")).isLessThan(names.indexOf("App 10"));
        assertThat(names).endsWith("App 10", "App 10b", "App 103", "Zoo");
    }

    @Test
    void numbers_of_any_length_are_compared_as_numbers() {
        assertThat(Natural.ORDER.compare("a99999999999999999999", "a100000000000000000000"))
                .isNegative();
        assertThat(Natural.ORDER.compare("x", "x")).isZero();
    }
}
