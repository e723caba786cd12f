package io.powermigrate.testkit.fake.packaging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArraySet;

/** An environment whose apps are in a map. */
final class MemoryEnvironment extends AppEnvironment {
    private final Map<String, AppState> apps = new ConcurrentSkipListMap<>();
    private final Holdings has;

    MemoryEnvironment(String id, Holdings has) {
        super(id, id);
        this.has = has;
    }

    List<AppState> apps() {
        return List.copyOf(apps.values());
    }

    @Override
    public Optional<AppState> app(String name) {
        return Optional.ofNullable(apps.get(name));
    }

    @Override
    public MemoryApp create(Caller owner, AppVersion version) {
        MemoryApp app = new MemoryApp(id() + "-app-" + (apps.size() + 1), id(), owner.objectId(), version);
        apps.put(app.name(), app);
        return app;
    }

    @Override
    public void remove(AppState app) {
        apps.remove(app.name());
    }

    @Override
    public Holdings has(Caller caller) {
        return has;
    }

    /** An app in memory. */
    static final class MemoryApp extends AppState {
        private final String name;
        private final String environment;
        private final String owner;
        private final Set<String> coOwners = new CopyOnWriteArraySet<>();
        private volatile boolean solution;
        private volatile AppVersion published;
        private volatile Optional<AppVersion> draft = Optional.empty();

        MemoryApp(String name, String environment, String owner, AppVersion first) {
            super(new Lease());
            this.name = name;
            this.environment = environment;
            this.owner = owner;
            published = first;
        }

        MemoryApp share(String objectId) {
            coOwners.add(objectId);
            return this;
        }

        MemoryApp inSolution() {
            solution = true;
            return this;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String environment() {
            return environment;
        }

        @Override
        public ObjectNode owner() {
            return Json.object().put("id", owner);
        }

        @Override
        public boolean editableBy(String objectId) {
            return owner.equals(objectId) || coOwners.contains(objectId);
        }

        @Override
        public boolean inASolution() {
            return solution;
        }

        @Override
        public AppVersion published() {
            return published;
        }

        @Override
        public Optional<AppVersion> draft() {
            return draft;
        }

        @Override
        public Instant changed() {
            return Documents.SAVED;
        }

        @Override
        public void saveDraft(AppVersion version) {
            draft = Optional.of(version);
        }

        @Override
        public void patchPublished(AppVersion version) {
            published = version;
        }

        @Override
        public void replacePublished(AppVersion version) {
            published = version;
            draft = Optional.empty();
        }
    }
}
