package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ElidedTest {

    private static final String WHOLE = "before\none\ntwo is 2\n\nthree\nfour\n\nend\n";

    @Test
    void a_line_of_dots_stands_for_any_lines() {
        assertThat(Elided.missing("one\n...\nfour", WHOLE)).isEmpty();
        assertThat(Elided.missing("one\n  ...\n\nend", WHOLE)).isEmpty();
    }

    @Test
    void dots_in_a_line_stand_for_any_words() {
        assertThat(Elided.missing("one\ntwo ...\n\nthree", WHOLE)).isEmpty();
    }

    @Test
    void what_is_not_elided_follows_at_once() {
        assertThat(Elided.missing("one\nthree", WHOLE)).containsExactly("three");
        assertThat(Elided.missing("one\n...\nfive", WHOLE)).containsExactly("five");
        assertThat(Elided.missing("zero\none", WHOLE)).containsExactly("zero");
    }
}
