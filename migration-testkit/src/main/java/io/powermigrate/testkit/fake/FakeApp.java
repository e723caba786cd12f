package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.world.AppState;
import io.powermigrate.testkit.fake.wire.FakeReference;
import java.util.List;

/** An app of an environment: its published state and its draft. Thread-safe. */
public final class FakeApp extends Handle {

    private final AppState inside;

    FakeApp(AppState inside) {
        this.inside = inside;
    }

    @Override
    AppState inside() {
        return inside;
    }

    /** The app's id, a GUID; unique over all environments. */
    public String id() {
        return inside.id();
    }

    /** The name that people see. */
    public String displayName() {
        return inside.displayName();
    }

    /** What players run. */
    public FakeAppVersion published() {
        return new FakeAppVersion(inside.published());
    }

    /** What Studio would open; the published state where nobody saved since. */
    public FakeAppVersion draft() {
        return new FakeAppVersion(inside.draft());
    }

    /** Whether a draft waits for its publication. */
    public boolean hasDraft() {
        return inside.hasDraft();
    }

    /** The connection references of the published state. */
    public List<FakeReference> publishedReferences() {
        return inside.published().references();
    }

    /** Another owner than the first user of the tenant. */
    public FakeApp owner(FakeUser user) {
        inside.owner(user.inside());
        return this;
    }

    /** Who owns it. */
    public FakeUser owner() {
        return new FakeUser(inside.owner());
    }

    /** Lets another user change it. */
    public FakeApp coOwner(FakeUser user) {
        inside.sharing().editor(user.inside());
        return this;
    }

    /** Lets another user run it. */
    public FakeApp sharedWith(FakeUser user) {
        inside.sharing().viewer(user.inside());
        return this;
    }

    /** ClassicCanvasApp (without a call), CustomCanvasPage, CodeApp … */
    public FakeApp type(String newType) {
        inside.type(newType);
        return this;
    }

    /** Puts it into a solution, so that it can be in no package. */
    public FakeApp inSolution() {
        inside.inSolution();
        return this;
    }

    /** Another display name. */
    public FakeApp called(String newName) {
        inside.called(newName);
        return this;
    }

    /** Adds a reference to a connection, with the data sources that use it, to the published state. */
    public FakeApp using(FakeConnection connection, String... dataSources) {
        inside.using(connection.inside(), dataSources);
        return this;
    }

    /** Adds a reference to a flow to the published state, with references to what the flow calls. */
    public FakeApp running(FakeFlow flow) {
        inside.running(flow.inside());
        return this;
    }

    /** The environment it lives in. */
    public FakeEnvironment environment() {
        return new FakeEnvironment(inside.environment());
    }

    /** That user has it open in Studio until so many calls met the lease (wire/canvas-app-import.md, section 4). */
    public FakeApp openInStudio(FakeUser user, int calls) {
        inside.lease().openInStudio(user.objectId(), calls);
        return this;
    }
}
