package io.powermigrate.cds.solution.input;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A value for each limit. Immutable. */
public final class LimitValues {

    public static final LimitValues STANDARD =
            new LimitValues(Stream.of(Limit.values()).collect(Collectors.toMap(limit -> limit, Limit::standard)));

    private final Map<Limit, Long> values;

    private LimitValues(Map<Limit, Long> values) {
        this.values = values;
    }

    public long of(Limit limit) {
        return values.getOrDefault(limit, limit.standard());
    }

    /** Those that are not the standard. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .filter(value -> value.getValue() != value.getKey().standard())
                .map(value -> value.getKey().word() + "=" + value.getValue())
                .sorted()
                .collect(Collectors.joining(", ", "[", "]"));
    }

    public LimitValues with(Limit limit, long most) {
        Map<Limit, Long> copy = new EnumMap<>(values);
        copy.put(limit, most);
        return new LimitValues(copy);
    }
}
