package io.powermigrate.powerapps.app;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.ServiceError;
import io.powermigrate.http.ServiceException;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.spi.WriteContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Brings an app's document into the destination by package import (wire/canvas-app-import.md, section 3): as a new app,
 * or as a draft of one that is there. Belongs to one app and one run.
 */
final class AppImport {

    /** Stands in journals: never change it. */
    private static final String STEP = "import";

    private final CanvasApp app;
    private final Optional<String> existing;
    private final String displayName;
    private final WriteContext context;
    private final PackageClient client;
    private final AppTraces traces;
    private String lastHow = "the package";

    AppImport(CanvasApp app, Optional<String> existing, String displayName, WriteContext context) {
        this.app = app;
        this.existing = existing;
        this.displayName = displayName;
        this.context = context;
        this.client = PackageClient.of(context.destination());
        this.traces = new AppTraces(app, existing, context);
    }

    /** A source of packages that has none, or one that the service does not take; nothing was started. */
    private static final class Dry extends MigrationException {
        private static final long serialVersionUID = 1L;

        Dry() {
            super("this source has no package", "Try the next one");
        }
    }

    /**
     * Imports with the first source whose pair the service takes.
     *
     * @return the id of the app in the destination
     */
    String run(Optional<PackagePair> supplied) {
        Artifact document = app.document()
                .orElseThrow(() -> new MigrationException(
                        "The app \"" + app.displayName() + "\" was not imported because its document was not read",
                        "Read the origin again as somebody who may open the app"));
        PackageSources sources = new PackageSources(app, document, context, supplied);
        Duration patience = ImportOperation.PATIENCE;
        for (Supplier<Optional<PreparedPackage>> source : sources.inOrder()) {
            Optional<ImportResult> result = attempt(source, sources, patience);
            if (result.flatMap(ImportResult::app).isPresent()) {
                return result.flatMap(ImportResult::app).get();
            }
            // what this run has seen end badly is not under way
            patience = result.isPresent() ? Duration.ZERO : patience;
        }
        throw sources.exhausted();
    }

    private Optional<ImportResult> attempt(
            Supplier<Optional<PreparedPackage>> source, PackageSources sources, Duration patience) {
        ImportOperation operation = new ImportOperation(traces, client, () -> body(source, sources), patience);
        try {
            ImportResult result = context.run(STEP, operation);
            if (result.app().isEmpty() && !operation.wasStarted()) {
                // an earlier run's import has ended badly: this run's own begins
                operation = new ImportOperation(traces, client, () -> body(source, sources), Duration.ZERO);
                result = context.run(STEP, operation);
            }
            return judged(result, sources);
        } catch (Dry next) {
            return Optional.empty();
        } catch (ServiceException e) {
            if (operation.wasStarted() && isRefusal(e)) {
                sources.ranDry(refused(e.error()));
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Nothing was made of it: the journal has looked. */
    private static boolean isRefusal(ServiceException e) {
        return e.status() == 400 || (e.status() == 500 && ImportResult.isBare(e.error()));
    }

    private Optional<ImportResult> judged(ImportResult result, PackageSources sources) {
        if (result.app().isPresent()) {
            return Optional.of(result);
        }
        if (result.isRefusedPair()) {
            sources.ranDry(refused(result.error().orElseThrow()));
            return Optional.of(result);
        }
        throw new MigrationException(
                "The app \"" + app.displayName() + "\" was not imported into "
                        + context.destination().name() + " because the service answered "
                        + result.error().map(ServiceError::toLine).orElse("that it failed, without a reason")
                        + "; nothing was made",
                "Mend what the service names, then run again");
    }

    private String refused(ServiceError error) {
        return context.destination().name() + " refused " + lastHow + " (" + error.toLine() + ")";
    }

    private Document body(Supplier<Optional<PreparedPackage>> source, PackageSources sources) {
        PreparedPackage prepared = source.get().orElseThrow(Dry::new);
        lastHow = prepared.how();
        context.progress("uploading, with " + prepared.how());
        String blob = client.upload(prepared.zip(), context.workspace());
        try {
            Document parameters = client.parameters(blob);
            ImportChoices choices = new ImportChoices(app, existing, displayName, context.bindings());
            Document body = client.validated(choices.body(parameters, prepared.origins()));
            context.progress(existing.isPresent() ? "importing as a draft" : "importing as a new app");
            return body;
        } catch (ServiceException e) {
            if (e.status() != 400) {
                throw e;
            }
            sources.ranDry(refused(e.error()));
            throw new Dry();
        }
    }
}
