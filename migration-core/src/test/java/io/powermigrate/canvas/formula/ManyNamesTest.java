package io.powermigrate.canvas.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names that count up have hash codes in rows; at unlucky numbers of them an immutable map of the JDK probes one row after the other. */
class ManyNamesTest {

    /** With those of the language 200,000: at such numbers the JDK's immutable maps took 350 ms. */
    private static final int NAMES = 199_996;

    private static final long MOST_MILLIS = 150;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void symbols_whose_names_count_up_are_made_in_no_time() {
        Symbols.Builder names = Symbols.builder();
        IntStream.range(0, NAMES).forEach(i -> names.add(SymbolKind.TABLE, "T" + i));

        long least = IntStream.range(0, 3).mapToLong(i -> nanos(names)).min().orElseThrow();

        assertThat(least / 1_000_000).isLessThan(MOST_MILLIS);
    }

    private static long nanos(Symbols.Builder names) {
        long begin = THREADS.getCurrentThreadCpuTime();
        assertThat(names.build().knows("T" + (NAMES - 1))).isTrue();
        return THREADS.getCurrentThreadCpuTime() - begin;
    }
}
