package io.powermigrate.testkit.fake.packaging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/** One app: its versions, its owners, its lease. Thread-safe. */
public final class AppState {
    private final String name;
    private final String environment;
    private final Caller owner;
    private final Set<String> coOwners = new CopyOnWriteArraySet<>();
    private final Lease lease = new Lease();
    private volatile String almMode = "Environment";
    private AppVersion published;
    private @Nullable AppVersion draft;
    private Instant changed;
    private int launches;

    AppState(String name, String environment, Caller owner, AppVersion first, Instant now) {
        this.name = name;
        this.environment = environment;
        this.owner = owner;
        published = first;
        changed = now;
    }

    /** The app's name, a GUID. */
    public String name() {
        return name;
    }

    /** The environment it lives in. */
    public String environment() {
        return environment;
    }

    /** The name that people see, of the published version. */
    public String displayName() {
        return published().displayName();
    }

    /** Lets another principal export and change it. */
    public AppState share(String objectId) {
        coOwners.add(objectId);
        return this;
    }

    /** Puts the app into a solution: no package carries it any more. */
    public AppState inSolution() {
        almMode = "Solution";
        return this;
    }

    /** Opens the app in Studio: so many calls meet the lease, then Studio's tab is closed. */
    public AppState openInStudio(String objectId, int calls) {
        lease.openInStudio(objectId, calls);
        return this;
    }

    /** Whether the principal is owner or co-owner. */
    public boolean editableBy(String objectId) {
        return owner.objectId().equals(objectId) || coOwners.contains(objectId);
    }

    boolean inASolution() {
        return almMode.equals("Solution");
    }

    Lease lease() {
        return lease;
    }

    synchronized AppVersion published() {
        return published;
    }

    synchronized Optional<AppVersion> draft() {
        return Optional.ofNullable(draft);
    }

    /** The draft if there is one, else the published version. */
    synchronized AppVersion latest() {
        return draft == null ? published : draft;
    }

    synchronized void draft(AppVersion version, Instant now) {
        draft = version;
        changed = now;
    }

    synchronized void patch(ObjectNode properties, Instant now) {
        published = published.with(properties);
        changed = now;
    }

    synchronized void publish(Instant now) {
        published = latest();
        draft = null;
        changed = now;
        launches = 0;
    }

    /** The address as this app's versions hold it, if it is that of one of them, whatever host and signature it came with. */
    synchronized String ownAddress(String sent) {
        for (AppVersion version : List.of(latest(), published)) {
            if (Storage.plain(sent).endsWith(Storage.plain(version.address()))) {
                return version.address();
            }
        }
        return sent;
    }

    /** How many launches were asked since the last publish, this one included. */
    synchronized int launched() {
        return ++launches;
    }

    /** The app as the maker's route answers it (wire/power-platform.md, section 2.2). */
    public synchronized ObjectNode json(boolean expandDraft) {
        ObjectNode app = definition(published, "Published");
        ObjectNode properties = (ObjectNode) app.get("properties");
        properties.set("owner", principal());
        properties.set("createdBy", principal());
        properties.set("lastModifiedBy", principal());
        properties.put("lastModifiedTime", changed.toString()).put("appVersion", changed.toString());
        properties.put("almMode", almMode).put("status", "Ready");
        properties
                .putObject("environment")
                .put("id", "/providers/Microsoft.PowerApps/environments/" + environment)
                .put("name", environment);
        if (expandDraft && draft != null) {
            properties.set("unpublishedAppDefinition", definition(draft, "Draft"));
        }
        return app;
    }

    /** The app as the admin's routes answer it: without addresses of documents. */
    public ObjectNode adminJson() {
        ObjectNode app = json(false);
        app.put("id", "/providers/Microsoft.PowerApps/scopes/admin/environments/" + environment + "/apps/" + name);
        app.put("type", "Microsoft.PowerApps/scopes/admin/apps");
        ((ObjectNode) app.get("properties")).remove("appUris");
        return app;
    }

    private ObjectNode definition(AppVersion version, String lifeCycle) {
        ObjectNode app = Json.object().put("name", name).put("id", Ids.app(name));
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

    private ObjectNode principal() {
        return Json.object()
                .put("id", owner.objectId())
                .put("displayName", owner.name())
                .put("type", "User");
    }
}
