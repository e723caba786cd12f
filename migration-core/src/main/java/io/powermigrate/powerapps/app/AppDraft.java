package io.powermigrate.powerapps.app;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.ServiceException;
import io.powermigrate.internal.text.Log;
import io.powermigrate.model.Document;
import io.powermigrate.spi.WriteContext;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes the connection references into an app's draft, the way Studio does: under a lease, with the full definition
 * (wire/canvas-app-import.md, section 4).
 */
final class AppDraft {

    private static final Log LOG = Log.of(AppDraft.class);
    private static final Set<String> LEASED = Set.of("AppLeaseActive", "AppLeaseSameUserConflict");

    /** A lease ends up to about 15 minutes after Studio's tab was closed. */
    private static final Duration LEASE = Duration.ofMinutes(20);

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final String id;
    private final WriteContext context;
    private final AppClient client;

    AppDraft(String id, WriteContext context) {
        this.id = id;
        this.context = context;
        this.client = AppClient.of(context.destination());
    }

    /** Whether a definition's own part has what is wanted, so that nothing has to be put. */
    static boolean fits(AppJson definition, Document wanted, String displayName) {
        return ReferenceShape.between(wanted, definition.references()).isEmpty()
                && definition.displayName().equals(displayName)
                && ClientVersion.isWhole(definition.properties());
    }

    /** Puts the wanted references into the draft; the lease is given back in any case. */
    void write(Document references, String displayName) {
        String lease = unleased(() -> client.acquireLease(id));
        try {
            AppJson base = client.get(id).latest();
            put(definition(base, complete(references), displayName), references, displayName);
        } finally {
            release(lease);
        }
    }

    private void put(Document definition, Document references, String displayName) {
        try {
            client.putDraft(id, definition);
        } catch (ServiceException e) {
            // a lost answer: what is there now decides
            if (!e.mayHaveHappened() || !fits(client.get(id).latest(), references, displayName)) {
                throw e;
            }
        }
    }

    private void release(String lease) {
        try {
            client.releaseLease(id, lease);
        } catch (MigrationException e) {
            LOG.warn("The lease on the app {} was not given back, it ends by itself: {}", id, e.problem());
        }
    }

    /** Waits as long as somebody has the app open; never makes a renamed copy instead. */
    <T> T unleased(Supplier<T> call) {
        Instant latest = context.time().now().plus(LEASE);
        while (true) {
            try {
                return call.get();
            } catch (ServiceException e) {
                if (LEASED.stream().noneMatch(e.error()::is)) {
                    throw e;
                }
                if (!context.time().now().isBefore(latest)) {
                    throw new MigrationException(
                            "The app " + id + " was not changed because somebody has had it open in Studio for "
                                    + LEASE.toMinutes() + " minutes (" + e.code() + ")",
                            "Close it there, wait 15 minutes, then run again",
                            e);
                }
                context.progress("waiting: the app is open in Studio");
                context.time().sleep(PAUSE);
            }
        }
    }

    private Document definition(AppJson base, Document references, String displayName) {
        Document before = base.properties();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("displayName", displayName);
        for (String member : List.of("description", "backgroundColor", "databaseReferences")) {
            if (!before.at(member).isMissing()) {
                properties.put(member, before.at(member));
            }
        }
        String environment = client.client().environmentName();
        properties.put(
                "environment",
                Map.of("id", "/providers/Microsoft.PowerApps/environments/" + environment, "name", environment));
        properties.put("connectionReferences", references);
        properties.put("minClientVersion", ClientVersion.of(before, "minClientVersion"));
        properties.put("createdByClientVersion", ClientVersion.of(before, "createdByClientVersion"));
        properties.put("lifeCycleId", "Draft");
        properties.put(
                "appUris",
                Map.of(
                        "documentUri",
                        Map.of(
                                "value",
                                before.text("appUris", "documentUri", "value").orElse(""))));
        return Document.of(Map.of(
                "tags", base.tags(),
                "appType", base.json().text("appType").orElse("ClassicCanvasApp"),
                "properties", properties));
    }

    /** An entry without title and icon makes Studio drop all references (wire/canvas-app-import.md, section 6). */
    Document complete(Document references) {
        Map<String, Object> complete = new LinkedHashMap<>();
        references.members().forEach((key, reference) -> complete.put(key, titled(reference)));
        return Document.of(complete);
    }

    private Document titled(Document reference) {
        if (reference.text("displayName").isPresent()
                && reference.text("iconUri").isPresent()) {
            return reference;
        }
        Document connector = client.connector(
                        ConnectionUse.last(reference.text("id").orElse("")))
                .orElse(Document.empty());
        Document titled = reference;
        for (String member : List.of("displayName", "iconUri")) {
            if (titled.text(member).isEmpty() && connector.text(member).isPresent()) {
                titled = titled.with(member, connector.at(member));
            }
        }
        return titled;
    }
}
