package io.powermigrate.canvas.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Formulas come from documents of others: whatever they hold costs no more than their length. */
@Tag("long")
class HostileFormulaTest {

    private static final int LENGTH = 20_000;
    private static final int TIMES = 8;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Symbols SYMBOLS = Symbols.builder()
            .add(SymbolKind.TABLE, "T")
            .columns("T", Set.of("a"))
            .add(SymbolKind.TABLE, "U")
            .build();

    static Stream<String> pieces() {
        String signs =
                "( ) [{( }]) $\"{ { } ' '' 'a; '';' \" \"\" $\" $\"} /* a. a! 1. 1e a= ; {a: @ # \u00e9 \ud83d \ude00 \u0000";
        String calls = "Filter(T, Filter(U, Filter(Filter( With({a:1}, With({T:1}, Set( T, [@T], "
                + "AddColumns(T,\"x\", AddColumns(AddColumns( DropColumns(T,\"a\"), Filter(DropColumns(T,\"a\"),";
        Stream<String> spaced = Stream.of("'\n", "//\n", "ForAll(U As T,", "U As a,");
        return Stream.concat(Arrays.stream((signs + " " + calls).split(" ")), spaced);
    }

    /** Eight times the length takes about eight times the work of this thread; what is quadratic takes 64 times. */
    @ParameterizedTest
    @MethodSource("pieces")
    void work_grows_with_the_length_only(String piece) {
        String text = piece.repeat(LENGTH / piece.length());
        long once = work(text);
        long longer = work(text.repeat(TIMES));

        assertThat(longer)
                .as("nanoseconds for %d times the length, which took %d", TIMES, once)
                .isLessThan(Math.max(once, 1_000_000) * TIMES * 4);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tokens_never_overlap_and_nothing_is_lost(long seed) {
        Random random = new Random(seed);
        List<String> pieces = pieces().toList();
        StringBuilder text = new StringBuilder();
        IntStream.range(0, 200).forEach(i -> text.append(pieces.get(random.nextInt(pieces.size()))));
        Formula formula = Formula.of(text.toString());

        int end = 0;
        for (Token token : formula.tokens()) {
            assertThat(token.offset()).isGreaterThanOrEqualTo(end);
            assertThat(text.substring(end, token.offset())).isBlank();
            end = token.end();
        }
        assertThat(text.substring(end)).isBlank();
        Renamed renamed = new Renaming(SYMBOLS, Map.of("U", "new name")).of(formula);
        assertThat(renamed.changed())
                .isEqualTo(formula.errors().isEmpty() && !renamed.text().contentEquals(text));
    }

    @Test
    void a_picture_of_more_than_a_megabyte_inside_a_formula_is_one_token() {
        String picture = "\"data:image/png;base64," + "iVBOR''/*{}".repeat(140_000) + "\"";
        Formula formula = Formula.of("If(T.a, " + picture + ", U)");

        assertThat(formula.errors()).isEmpty();
        assertThat(formula.tokens()).hasSize(10);
        assertThat(formula.uses(SYMBOLS)).extracting(NameUse::name).containsExactly("T", "U");
        assertThat(formula.excerpt(formula.text().length() - 2, 1)).hasSizeLessThan(40);
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    private static long work(String text) {
        return IntStream.range(0, 5).mapToLong(i -> once(text)).min().orElseThrow();
    }

    private static long once(String text) {
        long start = THREADS.getCurrentThreadCpuTime();
        Formula formula = Formula.of(text);
        assertThat(formula.uses(SYMBOLS).size() + formula.declarations().size()).isNotNegative();
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}
