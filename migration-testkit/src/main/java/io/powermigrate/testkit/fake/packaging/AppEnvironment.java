package io.powermigrate.testkit.fake.packaging;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The apps of one environment, and what else it has. Thread-safe. */
public final class AppEnvironment {
    private final String id;
    private final String displayName;
    private final Holdings has;
    private final Map<String, AppState> apps = new ConcurrentSkipListMap<>();

    /** An environment without apps. */
    public AppEnvironment(String id, String displayName, Holdings has) {
        this.id = id;
        this.displayName = displayName;
        this.has = has;
    }

    /** The environment's name: a GUID or {@code Default-} and the tenant. */
    public String id() {
        return id;
    }

    /** Its apps, ordered by name. */
    public List<AppState> apps() {
        return List.copyOf(apps.values());
    }

    /** The app of this name. */
    public Optional<AppState> app(String name) {
        return Optional.ofNullable(apps.get(name.toLowerCase(Locale.ROOT)));
    }

    String displayName() {
        return displayName;
    }

    Holdings has() {
        return has;
    }

    void add(AppState app) {
        apps.put(app.name().toLowerCase(Locale.ROOT), app);
    }

    void remove(AppState app) {
        apps.remove(app.name().toLowerCase(Locale.ROOT));
    }
}
