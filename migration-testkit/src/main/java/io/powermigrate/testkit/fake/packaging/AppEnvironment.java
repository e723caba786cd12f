package io.powermigrate.testkit.fake.packaging;

import java.util.Optional;

/** An environment as packaging sees it. Subclasses have to be thread-safe. */
public abstract class AppEnvironment {
    private final String id;
    private final String displayName;

    /**
     * An environment.
     *
     * @param id its name on the wire
     * @param displayName the name that people see
     */
    protected AppEnvironment(String id, String displayName) {
        this.id = id;
        this.displayName = displayName;
    }

    /** The environment's name: a GUID or {@code Default-} and the tenant. */
    public final String id() {
        return id;
    }

    /** The name that people see. */
    public final String displayName() {
        return displayName;
    }

    /** The app of this name; always the same object for the same app. */
    public abstract Optional<AppState> app(String name);

    /** Makes a published app for the caller. */
    public abstract AppState create(Caller owner, AppVersion version);

    /** Deletes the app. */
    public abstract void remove(AppState app);

    /** What the environment has beside apps, as this caller sees it. */
    public abstract Holdings has(Caller caller);
}
