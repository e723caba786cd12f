package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.packaging.AppState;
import io.powermigrate.testkit.fake.packaging.AppVersion;
import io.powermigrate.testkit.fake.packaging.Storage;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** An app of the fake, as packaging sees it. Thread-safe. */
final class PackagedApp extends AppState {
    private final World world;
    private final FakeApp app;

    PackagedApp(World world, FakeApp app) {
        super(app.lease());
        this.world = world;
        this.app = app;
    }

    static FakeAppVersion version(World world, AppVersion version) {
        BlobAddress document = world.blobs().resolve(version.address()).orElseThrow();
        return new FakeAppVersion(world, version.tags(), version.properties(), document);
    }

    @Override
    public String name() {
        return app.id();
    }

    @Override
    public String environment() {
        return app.environment().name();
    }

    @Override
    public ObjectNode owner() {
        return app.owner().json();
    }

    @Override
    public boolean editableBy(String objectId) {
        return app.environment()
                .tenant()
                .userById(objectId)
                .filter(app.sharing()::mayEdit)
                .isPresent();
    }

    @Override
    public boolean inASolution() {
        return app.almMode().equals("Solution");
    }

    @Override
    public AppVersion published() {
        return seen(app.published());
    }

    @Override
    public Optional<AppVersion> draft() {
        return app.hasDraft() ? Optional.of(seen(app.draft())) : Optional.empty();
    }

    @Override
    public Instant changed() {
        return app.modified();
    }

    @Override
    public void saveDraft(AppVersion version) {
        change(when -> app.saveDraft(version(world, version), when));
    }

    @Override
    public void patchPublished(AppVersion version) {
        change(when -> app.patchPublished(version(world, version), when));
    }

    @Override
    public void replacePublished(AppVersion version) {
        change(when -> app.publish(version(world, version), when));
    }

    private void change(Consumer<Instant> what) {
        app.environment().exclusively(() -> {
            what.accept(world.now());
            return app;
        });
    }

    private AppVersion seen(FakeAppVersion version) {
        BlobAddress document = version.documentAddress();
        return new AppVersion(
                version.tags(),
                version.properties(),
                app.appType(),
                version.document(),
                Storage.SCHEME + "/" + document.container() + "/" + document.name());
    }
}
