package io.powermigrate.docs;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A third of many cases for one run of the tests, another third for another one, and all of them on request: the environment variable
 * {@code POWERMIGRATE_SAMPLE} is a number, or {@code all}. CI takes the number from the commit, so that the commits together run all of
 * them, and each commit always the same ones.
 */
public final class Sample {

    private static final int PARTS = 3;
    private static final String WANTED =
            Optional.ofNullable(System.getenv("POWERMIGRATE_SAMPLE")).orElse("0");
    private static final boolean ALL = WANTED.equals("all");
    private static final int PART = ALL ? 0 : Math.floorMod(Integer.parseInt(WANTED), PARTS);

    private Sample() {}

    /** Whether this run has the case of these words. */
    public static boolean has(Object words) {
        return ALL || Math.floorMod(words.toString().hashCode(), PARTS) == PART;
    }

    /** Of a list the first one, and those of this run. */
    public static <T> Stream<T> of(List<T> all) {
        return IntStream.range(0, all.size())
                .filter(i -> ALL || i == 0 || i % PARTS == PART)
                .mapToObj(all::get);
    }
}
