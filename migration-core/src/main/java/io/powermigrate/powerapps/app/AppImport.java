package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.Limits;
import io.powermigrate.error.MigrationException;
import io.powermigrate.http.ServiceException;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.spi.OperationFailedException;
import io.powermigrate.spi.WriteContext;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Brings an app's document into the destination by package import (wire/canvas-app-import.md, section 3): as a new app,
 * or as a draft of one that is there. Belongs to one app and one run.
 */
final class AppImport {

    /** Both stand in journals: never change them. */
    private static final String CREATE = "import";

    private static final String UPDATE = "import into the app that is there";

    private final CanvasApp app;
    private final Optional<String> existing;
    private final String displayName;
    private final WriteContext context;
    private final Limits limits;
    private final PackageClient client;
    private final AppTraces traces;
    private String lastHow = "the package";

    AppImport(CanvasApp app, Optional<String> existing, String displayName, WriteContext context, Limits limits) {
        this.app = app;
        this.existing = existing;
        this.displayName = displayName;
        this.context = context;
        this.limits = limits;
        this.client = PackageClient.of(context.destination());
        this.traces = new AppTraces(app, existing, context, limits);
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
                        "Read the source again as somebody who may open the app"));
        PackageSources sources = new PackageSources(app, document, context, limits, supplied);
        return sources.inOrder().stream()
                .flatMap(source -> attempt(source, sources).stream())
                .findFirst()
                .orElseThrow(sources::exhausted);
    }

    private Optional<String> attempt(Supplier<Optional<PreparedPackage>> source, PackageSources sources) {
        ImportOperation operation = new ImportOperation(traces, client, () -> body(source, sources));
        try {
            return Optional.of(context.run(existing.isPresent() ? UPDATE : CREATE, operation));
        } catch (Dry next) {
            return Optional.empty();
        } catch (ImportFailedException e) {
            if (e.isRefusedPair()) {
                sources.refused(refused(e.problem()));
                return Optional.empty();
            }
            throw new OperationFailedException(
                    "The app \"" + app.displayName() + "\" was not imported into "
                            + context.destination().name() + " because " + e.problem(),
                    e.remedy(),
                    e.requestId());
        } catch (ServiceException e) {
            if (operation.wasStarted() && (e.status() == 400 || operation.isRefusal(e))) {
                sources.refused(refused(e.error().toLine()));
                return Optional.empty();
            }
            throw e;
        }
    }

    private String refused(String why) {
        return context.destination().name() + " refused " + lastHow + " (" + why + ")";
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
            sources.ranDry(refused(e.error().toLine()));
            throw new Dry();
        }
    }
}
