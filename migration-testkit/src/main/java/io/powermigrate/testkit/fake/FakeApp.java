package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** An app of an environment: its published state and its draft. Thread-safe. */
public final class FakeApp {
    private final FakeEnvironment environment;
    private final String id;
    private final Instant created;
    private final Sharing sharing;
    private final Lease lease = new Lease();
    private final AtomicInteger launches = new AtomicInteger();
    private volatile Instant listedFrom = Instant.MIN;
    private volatile Instant modified;
    private volatile String appType = "ClassicCanvasApp";
    private volatile String almMode = "Environment";
    private volatile FakeAppVersion published;
    private volatile Optional<FakeAppVersion> draft = Optional.empty();

    FakeApp(World world, FakeEnvironment environment, FakeUser owner, FakeAppVersion first) {
        this.environment = environment;
        this.id = world.ids().next(environment.name() + "/app");
        this.created = world.now();
        this.modified = created;
        this.sharing = new Sharing(owner);
        this.published = first;
    }

    static FakeApp named(World world, FakeEnvironment environment, String title) {
        return of(world, environment, MsappContent.named(title), new byte[0]);
    }

    static FakeApp of(World world, FakeEnvironment environment, byte[] msapp) {
        return of(world, environment, MsappContent.of(msapp), msapp);
    }

    private static FakeApp of(World world, FakeEnvironment environment, MsappContent content, byte[] document) {
        BlobAddress address = world.blobs().store(environment, "document.msapp", document);
        FakeAppVersion first =
                new FakeAppVersion(world, AppDefaults.tags(), AppDefaults.properties(world, content), address);
        FakeApp app = new FakeApp(world, environment, environment.tenant().firstUser(), first);
        first.references().forEach(each -> knowConnector(world, environment, each.connectorName()));
        return app;
    }

    private static void knowConnector(World world, FakeEnvironment environment, String name) {
        if (environment.customConnector(custom -> custom.name().equals(name)).isEmpty()) {
            world.catalogue().know(name);
        }
    }

    /** The app's id, a GUID; unique over all environments. */
    public String id() {
        return id;
    }

    /** The name that people see. */
    public String displayName() {
        return published.displayName();
    }

    /** What players run. */
    public FakeAppVersion published() {
        return published;
    }

    /** What Studio would open; the published state where nobody saved since. */
    public FakeAppVersion draft() {
        return draft.orElse(published);
    }

    /** Whether a draft waits for its publication. */
    public boolean hasDraft() {
        return draft.isPresent();
    }

    /** The connection references of the published state. */
    public List<FakeReference> publishedReferences() {
        return published.references();
    }

    /** Another owner than the first user of the tenant. */
    public FakeApp owner(FakeUser user) {
        sharing.owner(user);
        return this;
    }

    /** Who owns it. */
    public FakeUser owner() {
        return sharing.owner();
    }

    /** Lets another user change it. */
    public FakeApp coOwner(FakeUser user) {
        sharing.editor(user);
        return this;
    }

    /** Lets another user run it. */
    public FakeApp sharedWith(FakeUser user) {
        sharing.viewer(user);
        return this;
    }

    /** ClassicCanvasApp (without a call), CustomCanvasPage, CodeApp … */
    public FakeApp type(String newType) {
        appType = newType;
        return this;
    }

    /** Puts it into a solution, so that it can be in no package. */
    public FakeApp inSolution() {
        almMode = "Solution";
        return this;
    }

    /** Another display name. */
    public FakeApp called(String newName) {
        return environment.exclusively(() -> {
            published = renamed(published, newName);
            draft = draft.map(state -> renamed(state, newName));
            return this;
        });
    }

    /** Adds a reference to a connection, with the data sources that use it, to the published state. */
    public FakeApp using(FakeConnection connection, String... dataSources) {
        return AppDefaults.use(this, connection, List.of(dataSources));
    }

    /** Adds a reference to a flow to the published state, with references to what the flow calls. */
    public FakeApp running(FakeFlow flow) {
        return AppDefaults.run(this, flow);
    }

    /** The environment it lives in. */
    public FakeEnvironment environment() {
        return environment;
    }

    /** That user has it open in Studio until so many calls met the lease (wire/canvas-app-import.md, section 4). */
    public FakeApp openInStudio(FakeUser user, int calls) {
        lease.openInStudio(user.objectId(), calls);
        return this;
    }

    Lease lease() {
        return lease;
    }

    Sharing sharing() {
        return sharing;
    }

    String appType() {
        return appType;
    }

    boolean isInSolution() {
        return almMode.equals("Solution");
    }

    String almMode() {
        return almMode;
    }

    /** Lists show it from that moment on only; a get shows it before. */
    void listedFrom(Instant moment) {
        listedFrom = moment;
    }

    boolean isListed() {
        return !environment.now().isBefore(listedFrom);
    }

    Instant created() {
        return created;
    }

    Instant modified() {
        return modified;
    }

    /** How many launches were asked since the last publication, this one included. */
    int launched() {
        return launches.incrementAndGet();
    }

    /** Stores a draft. */
    void saveDraft(FakeAppVersion state) {
        change(() -> draft = Optional.of(state));
    }

    /** Makes the draft what players run. */
    void publish() {
        change(() -> {
            published = draft();
            draft = Optional.empty();
            launches.set(0);
            return published;
        });
    }

    /** Changes the published state and keeps the draft. */
    void patchPublished(FakeAppVersion state) {
        change(() -> published = state);
    }

    private void change(Supplier<Object> what) {
        environment.exclusively(() -> {
            modified = environment.now();
            return what.get();
        });
    }

    private static FakeAppVersion renamed(FakeAppVersion state, String newName) {
        ObjectNode properties = state.properties();
        properties.put("displayName", newName);
        return state.with(properties);
    }
}
