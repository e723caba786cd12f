package io.powermigrate.powerapps.app;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.ServiceException;
import io.powermigrate.model.Document;
import io.powermigrate.spi.Operation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one call of an import that must not be sent twice. Its reference is where the job can be asked for, or the app
 * that an earlier start has made; neither holds a secret.
 */
final class ImportOperation implements Operation<ImportResult> {

    private static final String APP = "app:";

    /** How long an accepted import may take until its app shows; only then is "it was not started" believed. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    /** After a whole answer that names a bare error: nothing is under way, a short look is enough. */
    private static final Duration SHORT = Duration.ofSeconds(15);

    /** An app that is younger may have come from a job that the service has forgotten. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private static final Duration STEP = Duration.ofSeconds(10);

    private final AppTraces traces;
    private final PackageClient client;
    private final Supplier<Document> body;
    private Duration patience;
    private boolean started;

    /**
     * An import.
     *
     * @param traces where an earlier start is looked for
     * @param body makes package, upload and choices; asked only when the import is really started
     * @param patience how long after its start an import may be under way unseen
     */
    ImportOperation(AppTraces traces, PackageClient client, Supplier<Document> body, Duration patience) {
        this.traces = traces;
        this.client = client;
        this.body = body;
        this.patience = patience;
    }

    /** Whether this run started it; otherwise the result is that of an earlier start. */
    boolean wasStarted() {
        return started;
    }

    @Override
    public String start() {
        Document choices;
        try {
            choices = body.get();
        } catch (ServiceException e) {
            throw new NotStarted(e); // an upload may have happened, an import has not
        }
        started = true;
        try {
            return client.startImport(choices).toString();
        } catch (ServiceException e) {
            patience = e.status() == 500 && ImportResult.isBare(e.error()) ? SHORT : PATIENCE;
            throw e;
        }
    }

    @Override
    public Optional<String> find(Instant since) {
        Instant latest = since.plus(patience);
        while (true) {
            Optional<String> found = traces.appSince(since);
            if (found.isPresent()) {
                return found.map(APP::concat);
            }
            if (!traces.time().now().isBefore(latest)) {
                return Optional.empty();
            }
            traces.time().sleep(STEP);
        }
    }

    @Override
    public ImportResult await(String reference) {
        if (reference.startsWith(APP)) {
            return arrived(reference.substring(APP.length()));
        }
        Optional<Document> job = client.endedImport(URI.create(reference));
        if (job.isEmpty()) {
            Instant longAgo = traces.time().now().minus(REMEMBERED);
            return traces.appSince(longAgo).map(this::arrived).orElseGet(ImportResult::lost);
        }
        return PackageClient.hasSucceeded(job.get())
                ? arrived(app(job.get()))
                : ImportResult.failed(PackageClient.error(job.get()));
    }

    /** Noted before the journal calls the import done: nothing may come between. */
    private ImportResult arrived(String app) {
        traces.arrived(app);
        return ImportResult.arrived(app);
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

    /** A failure before the import: it surely was not started. */
    private static final class NotStarted extends MigrationException {

        private static final long serialVersionUID = 1L;
        private final String requestId;

        NotStarted(ServiceException cause) {
            super(cause.problem(), cause.remedy(), cause);
            this.requestId = cause.requestId();
        }

        @Override
        public String requestId() {
            return requestId;
        }
    }
}
