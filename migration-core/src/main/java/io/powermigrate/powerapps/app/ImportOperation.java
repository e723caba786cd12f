package io.powermigrate.powerapps.app;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.ServiceException;
import io.powermigrate.http.UriText;
import io.powermigrate.model.Document;
import io.powermigrate.spi.Operation;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one call of an import that must not be sent twice. Its reference is where the job can be asked for, or the app
 * that an earlier start has made; neither holds a secret. Returns the id of the app.
 */
final class ImportOperation implements Operation<String> {

    private static final String APP = "app:";

    private final AppTraces traces;
    private final PackageClient client;
    private final Supplier<Document> body;
    private @Nullable Document choices;
    private boolean started;

    /**
     * An import.
     *
     * @param traces where an earlier start is looked for
     * @param body makes package, upload and choices; asked only when the import is really started
     */
    ImportOperation(AppTraces traces, PackageClient client, Supplier<Document> body) {
        this.traces = traces;
        this.client = client;
        this.body = body;
    }

    /** Whether this run has sent the start; what fails before that is no answer to it. */
    boolean wasStarted() {
        return started;
    }

    @Override
    public void prepare() {
        choices = body.get();
    }

    @Override
    public Set<String> alike() {
        return traces.alike();
    }

    @Override
    public String start() {
        Document prepared = choices;
        if (prepared == null) {
            throw new IllegalStateException("An import is started before it is prepared. Call prepare first.");
        }
        started = true;
        return client.startImport(prepared).toString();
    }

    @Override
    public Optional<String> find(Intent intent) {
        return traces.appSince(intent).map(APP::concat);
    }

    /** An app that is there gets the same draft twice. */
    @Override
    public boolean mayRepeat() {
        return traces.isUpdate();
    }

    /** A whole answer with a bare error is how a pair is refused (wire/canvas-app-import.md, section 2). */
    @Override
    public boolean isRefusal(MigrationException answer) {
        return answer instanceof ServiceException refused
                && refused.status() == 500
                && ImportFailedException.isBare(refused.error());
    }

    @Override
    public String await(String reference) {
        if (reference.startsWith(APP)) {
            return arrived(reference.substring(APP.length()));
        }
        Document job = client.endedImport(UriText.parse(reference)).orElse(Document.missing());
        if (job.isMissing()) {
            return traces.appSince(new Intent(Instant.MIN, Set.of(), Set.of()))
                    .map(this::arrived)
                    .orElseThrow(traces::forgotten);
        }
        if (!PackageClient.hasSucceeded(job)) {
            throw new ImportFailedException(PackageClient.error(job));
        }
        return arrived(app(job));
    }

    /** Noted before the journal calls the import done: nothing may come between. */
    private String arrived(String app) {
        if (!traces.isUpdate()) {
            traces.arrived(app);
        }
        return app;
    }

    private static String app(Document job) {
        return job.at("resources").members().values().stream()
                .filter(resource -> resource.text("type")
                        .filter("Microsoft.PowerApps/apps"::equalsIgnoreCase)
                        .isPresent())
                .flatMap(resource -> resource.text("id").stream())
                .map(ConnectionUse::last)
                .findFirst()
                .orElseThrow(() -> new MigrationException(
                        "The import has succeeded, but its answer names no app",
                        "Look for the app in the destination, bind it and plan again"));
    }
}
