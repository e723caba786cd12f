package io.powermigrate.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.security.Expressions.Expression;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No regular expression of ours takes long, whatever text it meets: each gets texts of 16 KB made of what is hard for it, and
 * the three hardest again with 1 MB. Processor time counts, as a busy machine is not the expression's fault.
 */
class ExpressionsTest {

    private static final int SMALL = 16 << 10;
    private static final int LARGE = 1 << 20;
    private static final long LONGEST_NANOS = 500_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** A text of one kind, and how long an expression takes for it. */
    private record Trial(String part, long nanos) {}

    static Stream<Expression> expressions() {
        return Expressions.all().keySet().stream();
    }

    @Test
    void the_expressions_of_all_modules_are_found() {
        assertThat(Expressions.all()).hasSizeGreaterThan(60);
        assertThat(Expressions.all().keySet())
                .extracting(Expression::text)
                .contains("\\d{1,9}", "AADSTS\\d+", "<[^<>]*+>", "[0-9a-f]{64}");
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void every_expression_takes_less_than_half_a_second_for_a_megabyte(Expression expression) {
        Pattern pattern = Expressions.compiled(expression.text());
        boolean whole = expression.wholeOnly();
        List<Trial> hardest = Expressions.hard(expression.text()).stream()
                .map(part -> new Trial(part, nanos(pattern, whole, text(part, SMALL))))
                .sorted(Comparator.comparingLong(Trial::nanos).reversed())
                .limit(3)
                .toList();

        assertThat(hardest).allSatisfy(trial -> assertThat(nanos(pattern, whole, text(trial.part(), LARGE)))
                .as("%s with \"%s\" again and again", expression, trial.part())
                .isLessThan(LONGEST_NANOS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<title>\\s*(.*?)\\s*</title>", "(?:a|aa)+$", "\\s+$", "(?s)<[^>]*>", "^(?:a|b)*$"})
    void an_expression_that_goes_back_and_forth_would_be_found(String slow) {
        Pattern pattern = Pattern.compile(slow);

        assertThat(Expressions.hard(slow)).anyMatch(part -> nanos(pattern, false, text(part, LARGE)) >= LONGEST_NANOS);
    }

    private static String text(String part, int length) {
        return part.repeat(length / part.length()) + "\u0001";
    }

    /** The time for finding all and for matching the whole; more than enough when it is given up, or has no more stack. */
    private static long nanos(Pattern pattern, boolean wholeOnly, String text) {
        long begin = THREADS.getCurrentThreadCpuTime();
        try {
            Matcher all = pattern.matcher(new Impatient(text, begin + LONGEST_NANOS));
            while (!wholeOnly && all.find()) {
                // only how long it takes matters
            }
            pattern.matcher(new Impatient(text, begin + LONGEST_NANOS)).matches();
        } catch (Impatient.GivenUp | StackOverflowError e) {
            return 2 * LONGEST_NANOS;
        }
        return THREADS.getCurrentThreadCpuTime() - begin;
    }

    /** A text that may be looked at until a time. */
    private record Impatient(CharSequence text, long until, int[] looks) implements CharSequence {

        private static final class GivenUp extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        Impatient(CharSequence text, long until) {
            this(text, until, new int[1]);
        }

        @Override
        public char charAt(int index) {
            if ((++looks[0] & 0xfff) == 0 && THREADS.getCurrentThreadCpuTime() > until) {
                throw new GivenUp();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
