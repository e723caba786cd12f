package io.powermigrate.testkit.fake.packaging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One app: its versions are kept by the world it lives in, its lease and its launches here. Subclasses have to be thread-safe;
 * each change is one call.
 */
public abstract class AppState {
    private final Lease lease;
    private final AtomicInteger launches = new AtomicInteger();

    /** For the worlds, which keep the lease as long as the app. */
    protected AppState(Lease lease) {
        this.lease = lease;
    }

    /** The app's name, a GUID. */
    public abstract String name();

    /** The environment it lives in. */
    public abstract String environment();

    /** The owner as the wire has it: {@code id}, {@code displayName} and so on. */
    public abstract ObjectNode owner();

    /** Whether the principal is owner or co-owner. */
    public abstract boolean editableBy(String objectId);

    /** Whether the app belongs to a solution: no package carries it then. */
    public abstract boolean inASolution();

    /** What players run. */
    public abstract AppVersion published();

    /** What was saved since, if anything. */
    public abstract Optional<AppVersion> draft();

    /** When the app was changed last. */
    public abstract Instant changed();

    /** Stores a draft. */
    public abstract void saveDraft(AppVersion version);

    /** Changes the published version; a draft stays. */
    public abstract void patchPublished(AppVersion version);

    /** Makes the version the published one; there is no draft afterwards. */
    public abstract void replacePublished(AppVersion version);

    /** The name that people see, of the published version. */
    public final String displayName() {
        return published().displayName();
    }

    /** The app as the maker's route answers it (wire/power-platform.md, section 2.2). */
    public final ObjectNode json(boolean expandDraft) {
        ObjectNode app = definition(published(), "Published");
        ObjectNode properties = (ObjectNode) app.get("properties");
        for (String who : List.of("owner", "createdBy", "lastModifiedBy")) {
            properties.set(who, owner());
        }
        properties.put("lastModifiedTime", changed().toString());
        properties.put("almMode", inASolution() ? "Solution" : "Environment").put("status", "Ready");
        properties
                .putObject("environment")
                .put("id", "/providers/Microsoft.PowerApps/environments/" + environment())
                .put("name", environment());
        if (expandDraft && draft().isPresent()) {
            properties.set("unpublishedAppDefinition", definition(draft().orElseThrow(), "Draft"));
        }
        return app;
    }

    final Lease lease() {
        return lease;
    }

    /** The draft if there is one, else the published version. */
    final AppVersion latest() {
        return draft().orElseGet(this::published);
    }

    final void publish() {
        replacePublished(latest());
        launches.set(0);
    }

    /** The address as this app's versions hold it, if it is that of one of them, whatever host and signature it came with. */
    final String ownAddress(String sent) {
        for (AppVersion version : List.of(latest(), published())) {
            if (Storage.plain(sent).endsWith(Storage.plain(version.address()))) {
                return version.address();
            }
        }
        return sent;
    }

    /** How many launches were asked since the last publish, this one included. */
    final int launched() {
        return launches.incrementAndGet();
    }

    private ObjectNode definition(AppVersion version, String lifeCycle) {
        ObjectNode app = Json.object().put("name", name()).put("id", Ids.app(name()));
        app.put("type", "Microsoft.PowerApps/apps").set("tags", version.tags().deepCopy());
        ObjectNode properties = version.properties().deepCopy();
        properties.put("lifeCycleId", lifeCycle);
        ObjectNode uris = properties.putObject("appUris");
        uris.putObject("documentUri").put("value", version.address()).put("readonlyValue", version.address());
        uris.putArray("imageUris");
        app.set("properties", properties);
        return app.put("isAppComponentLibrary", version.appType().contains("Library"))
                .put("appType", version.appType());
    }
}
