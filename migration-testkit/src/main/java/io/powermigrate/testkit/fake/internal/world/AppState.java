package io.powermigrate.testkit.fake.internal.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.blobs.BlobAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What the service remembers of an app: its published state and its draft. Thread-safe. */
public final class AppState {
    private final EnvironmentState environment;
    private final String id;
    private final Instant created;
    private final Sharing sharing;
    private final Lease lease = new Lease();
    private final AtomicInteger launches = new AtomicInteger();
    private volatile Instant listedFrom = Instant.MIN;
    private volatile Instant modified;
    private volatile String appType = "ClassicCanvasApp";
    private volatile String almMode = "Environment";
    private volatile AppVersion published;
    private volatile Optional<AppVersion> draft = Optional.empty();

    public AppState(World world, EnvironmentState environment, UserState owner, AppVersion first) {
        this.environment = environment;
        this.id = world.ids().next(environment.name() + "/app");
        this.created = world.now();
        this.modified = created;
        this.sharing = new Sharing(owner);
        this.published = first;
    }

    static AppState named(World world, EnvironmentState environment, String title) {
        return of(world, environment, MsappContent.named(title), new byte[0]);
    }

    static AppState of(World world, EnvironmentState environment, byte[] msapp) {
        return of(world, environment, MsappContent.of(msapp), msapp);
    }

    private static AppState of(World world, EnvironmentState environment, MsappContent content, byte[] document) {
        BlobAddress address = world.blobs().store(environment.name(), "document.msapp", document);
        AppVersion first = new AppVersion(world, AppDefaults.tags(), AppDefaults.properties(world, content), address);
        AppState app = new AppState(world, environment, environment.tenant().firstUser(), first);
        first.references().forEach(each -> knowConnector(world, environment, each.connectorName()));
        return app;
    }

    private static void knowConnector(World world, EnvironmentState environment, String name) {
        if (environment.customConnector(custom -> custom.name().equals(name)).isEmpty()) {
            world.catalogue().know(name);
        }
    }

    public String id() {
        return id;
    }

    public String displayName() {
        return published.displayName();
    }

    public AppVersion published() {
        return published;
    }

    public AppVersion draft() {
        return draft.orElse(published);
    }

    public boolean hasDraft() {
        return draft.isPresent();
    }

    public AppState owner(UserState user) {
        sharing.owner(user);
        return this;
    }

    public UserState owner() {
        return sharing.owner();
    }

    public AppState type(String newType) {
        appType = newType;
        return this;
    }

    public AppState inSolution() {
        almMode = "Solution";
        return this;
    }

    public AppState called(String newName) {
        return environment.exclusively(() -> {
            published = renamed(published, newName);
            draft = draft.map(state -> renamed(state, newName));
            return this;
        });
    }

    public AppState using(ConnectionState connection, String... dataSources) {
        return AppDefaults.use(this, connection, List.of(dataSources));
    }

    public AppState running(FlowState flow) {
        return AppDefaults.run(this, flow);
    }

    public EnvironmentState environment() {
        return environment;
    }

    public Lease lease() {
        return lease;
    }

    public Sharing sharing() {
        return sharing;
    }

    public String appType() {
        return appType;
    }

    public boolean isInSolution() {
        return almMode.equals("Solution");
    }

    public String almMode() {
        return almMode;
    }

    /** Lists show it from that moment on only; a get shows it before. */
    public void listedFrom(Instant moment) {
        listedFrom = moment;
    }

    public boolean isListed() {
        return !environment.now().isBefore(listedFrom);
    }

    public Instant created() {
        return created;
    }

    public Instant modified() {
        return modified;
    }

    /** How many launches were asked since the last publication, this one included. */
    public int launched() {
        return launches.incrementAndGet();
    }

    /** Stores a draft. */
    public void saveDraft(AppVersion state) {
        change(() -> draft = Optional.of(state));
    }

    /** Makes the draft what players run. */
    public void publish() {
        change(() -> {
            published = draft();
            draft = Optional.empty();
            launches.set(0);
            return published;
        });
    }

    /** Changes the published state and keeps the draft. */
    public void patchPublished(AppVersion state) {
        change(() -> published = state);
    }

    private void change(Supplier<Object> what) {
        environment.exclusively(() -> {
            modified = environment.now();
            return what.get();
        });
    }

    private static AppVersion renamed(AppVersion state, String newName) {
        ObjectNode properties = state.properties();
        properties.put("displayName", newName);
        return state.with(properties);
    }
}
