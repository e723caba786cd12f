package io.powermigrate.cds.solution.facts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The version of a solution or server: two to four numbers, of which missing ones are 0 (wire/dataverse.md, section 6.1).
 *
 * @param numbers four of them
 */
public record Version(List<Long> numbers) implements Comparable<Version> {

    private static final int PARTS = 4;

    /** Copies the numbers. */
    public Version {
        numbers = List.copyOf(numbers);
    }

    /** The version of a text; what is no number counts as 0. */
    public static Version of(String text) {
        Stream<Long> told = Arrays.stream(text.trim().split("\\."))
                .map(part -> part.matches("\\d{1,18}") ? Long.parseLong(part) : 0);
        return new Version(
                Stream.concat(told, Stream.generate(() -> 0L)).limit(PARTS).toList());
    }

    @Override
    public int compareTo(Version other) {
        return Comparator.comparing((Version version) -> version.numbers.get(0))
                .thenComparing(version -> version.numbers.get(1))
                .thenComparing(version -> version.numbers.get(2))
                .thenComparing(version -> version.numbers.get(3))
                .compare(this, other);
    }

    @Override
    public String toString() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
