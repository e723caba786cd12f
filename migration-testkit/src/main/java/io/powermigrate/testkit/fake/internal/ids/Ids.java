package io.powermigrate.testkit.fake.internal.ids;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that are the same in each run: made of the seed, the place and a count, never of chance or time. Thread-safe. */
public final class Ids {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final long seed;
    private final Map<String, AtomicLong> counters = new ConcurrentHashMap<>();

    public Ids(long seed) {
        this.seed = seed;
    }

    /** The id of a named thing: the same name gives the same id. */
    public String of(String name) {
        return UUID.nameUUIDFromBytes((seed + "/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The next id of a series. */
    public String next(String series) {
        long count = counters.computeIfAbsent(series, any -> new AtomicLong()).incrementAndGet();
        return of(series + "/" + count);
    }

    /** As {@link #next}, 32 hexadecimal digits without dashes. */
    public String nextHex(String series) {
        return next(series).replace("-", "");
    }

    /** An unsigned number of 64 bits of a series, as package folders have it. */
    public String nextNumber(String series) {
        long bits = HexFormat.fromHexDigitsToLong(nextHex(series), 0, 16);
        return Long.toUnsignedString(bits | Long.MIN_VALUE);
    }

    /** A moment with seven digits behind the second, as the service writes it. */
    public static String stamp(Instant moment) {
        return STAMP.format(moment);
    }

    public static String seconds(Instant moment) {
        return SECONDS.format(moment);
    }
}
