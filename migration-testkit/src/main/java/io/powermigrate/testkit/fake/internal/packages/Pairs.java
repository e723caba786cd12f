package io.powermigrate.testkit.fake.internal.packages;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Every pair that was ever minted; they survive the app they came from. Thread-safe; the same order of calls mints the same. */
public final class Pairs {
    private final Map<String, Pair> byKey = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();

    public Pair mint(String environment, String document) {
        String seed = environment + "/" + count.incrementAndGet();
        UUID number = uuid("folder/" + seed);
        return add(new Pair(
                uuid("key/" + seed).toString(),
                Long.toUnsignedString(number.getMostSignificantBits() | Long.MIN_VALUE),
                environment,
                uuid("telemetry/" + seed).toString(),
                document,
                Set.of()));
    }

    public Pair add(Pair pair) {
        byKey.put(pair.key().toLowerCase(Locale.ROOT), pair);
        return pair;
    }

    /** The pair that the package uses, if the two were minted together. */
    public Optional<Pair> of(String key, String folder) {
        return Optional.ofNullable(byKey.get(key.toLowerCase(Locale.ROOT)))
                .filter(pair -> pair.folder().equals(folder));
    }

    private static UUID uuid(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }
}
