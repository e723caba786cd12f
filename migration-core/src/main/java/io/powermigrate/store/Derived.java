package io.powermigrate.store;

import io.powermigrate.model.Artifact;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was found out of bytes, by their digest: as long as there is memory for it, and of those used last only.
 * Thread-safe.
 */
final class Derived {

    private static final int MOST = 10_000;

    private final Map<Key, SoftReference<Object>> kept = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SoftReference<Object>> eldest) {
            return size() > MOST;
        }
    };

    private record Key(String sha256, Class<?> type) {}

    /** Two who ask for the same at once may both make it. */
    <T> T of(Artifact artifact, Class<T> type, Supplier<T> make) {
        Key key = new Key(artifact.sha256(), type);
        Object known = find(key);
        if (known == null) {
            known = make.get();
            keep(key, known);
        }
        return type.cast(known);
    }

    private synchronized @Nullable Object find(Key key) {
        SoftReference<Object> held = kept.get(key);
        return held == null ? null : held.get();
    }

    private synchronized void keep(Key key, Object made) {
        kept.put(key, new SoftReference<>(made));
    }
}
