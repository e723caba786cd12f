package io.powermigrate.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as text. */
class TextPageTest {

    private static final Plan PLAN = ManyApps.plan(300);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 40, 300, 3000})
    void a_plan_of_any_size_is_120_lines_at_most_and_no_line_is_longer_than_160(int apps) {
        List<String> lines = ManyApps.plan(apps).toText().lines().toList();

        assertThat(lines).hasSizeLessThanOrEqualTo(120);
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(160));
    }

    @Test
    void the_verdict_is_the_second_line() {
        assertThat(PLAN.toText().lines().skip(1).findFirst()).hasValueSatisfying(line -> assertThat(line)
                .startsWith("300 apps: 85 ready, 207 waiting, 8 by hand. Six decisions and jobs free all 215"));
    }

    @Test
    void each_decision_is_told_once_with_all_of_its_lines() {
        String text = PLAN.toText();

        for (Group decision :
                PLAN.page().section(Section.Key.DECISIONS).orElseThrow().groups()) {
            assertThat(text).containsOnlyOnce(decision.title());
            decision.choices().forEach(choice -> assertThat(text)
                    .containsOnlyOnce(choice.line().code()));
        }
    }

    @Test
    void what_is_cut_says_how_much_is_missing() {
        assertThat(PLAN.toText()).containsPattern("… and \\d+ more");
        assertThat(PLAN.toText(TextStyle.everything())).doesNotContain("… and");
    }

    @Test
    void everything_tells_each_name_id_and_place() {
        String all = PLAN.toText(TextStyle.everything());

        PLAN.steps()
                .forEach(step -> assertThat(all).contains(step.displayName()).contains(step.originId()));
        assertThat(all).contains("at Screen1 > Gallery2 > Items: Filter(data");
    }

    @Test
    void a_stream_without_shapes_gets_plain_signs_and_no_colour_stands_where_none_was_asked_for() {
        String plain = PLAN.toText(new TextStyle(120, 120, false, false, false));

        assertThat(plain.chars()).allMatch(sign -> sign < 128);
        assertThat(PLAN.toText()).doesNotContain("\u001b");
    }

    @Test
    void colours_are_beside_shapes_and_change_no_word() {
        String coloured = PLAN.toText(new TextStyle(120, 120, false, true, true));

        assertThat(coloured).contains("\u001b[34m●\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[\\d*m", "")).isEqualTo(PLAN.toText());
    }
}
