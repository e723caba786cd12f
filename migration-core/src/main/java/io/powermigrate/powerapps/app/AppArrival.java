package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.Limits;
import io.powermigrate.error.MigrationException;
import io.powermigrate.http.ServiceException;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Document;
import io.powermigrate.spi.WriteContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The way of one app into the destination. Every step reads what is there and goes on from it, so a repeated run begins
 * with the first step that is not done: import, references of the draft, publish, read back. Belongs to one run.
 */
final class AppArrival {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final CanvasApp app;
    private final WriteContext context;
    private final Limits limits;
    private final AppClient client;
    private String state = "it is not in the destination";

    AppArrival(CanvasApp app, WriteContext context, Limits limits) {
        this.app = app;
        this.context = context;
        this.limits = limits;
        this.client = AppClient.of(context.destination());
    }

    String create(Optional<PackagePair> supplied) {
        return telling(() -> {
            String id = new AppImport(app, Optional.empty(), app.displayName(), context, limits).run(supplied);
            state = "it is imported as " + id + ", its connection references are not written yet";
            return finished(id, shown(id).displayName());
        });
    }

    /** The app keeps its id and its name. */
    String update(CanvasApp actual, Optional<PackagePair> supplied) {
        return telling(() -> {
            String id = actual.id();
            String name = actual.displayName();
            state = "the app " + id + " of the destination is unchanged";
            AppTraces traces = new AppTraces(app, Optional.of(id), context, limits);
            if (!traces.holdsDocument(client.get(id).latest())) {
                new AppImport(app, Optional.of(id), name, context, limits).run(supplied);
            }
            state = "the app " + id + " holds the wanted document, its connection references are not written yet";
            return finished(id, name);
        });
    }

    /** A service may say that an import has succeeded some time before it shows the new app. */
    private AppJson shown(String id) {
        Instant latest = context.time().now().plus(context.listsWithin());
        while (true) {
            try {
                return client.get(id);
            } catch (ServiceException e) {
                if (e.status() != 404 || !context.time().now().isBefore(latest)) {
                    throw e;
                }
                context.time().sleep(PAUSE);
            }
        }
    }

    private String finished(String id, String name) {
        Document wanted = app.content().at("connectionReferences");
        AppDraft draft = new AppDraft(id, context);
        if (!AppDraft.fits(client.get(id).latest(), wanted, name)) {
            context.progress("writing the connection references");
            draft.write(wanted, name);
        }
        state = "the app " + id + " holds document and references as a draft, it is not published";
        if (client.get(id).draft().isPresent()) {
            context.progress("publishing");
            publish(id, draft);
        }
        state = "the app " + id + " is published, but its connection references are not proven";
        repaired(id, wanted, draft);
        return id;
    }

    private void publish(String id, AppDraft draft) {
        draft.unleased(() -> {
            try {
                client.publish(id);
            } catch (ServiceException e) {
                if (!e.mayHaveHappened()) {
                    throw e;
                }
                // a lost answer: publishing what is published already changes nothing
                if (client.get(id).draft().isPresent()) {
                    client.publish(id);
                }
            }
            return id;
        });
    }

    /** Publishing may lose references; a PATCH reaches the published definition (wire/canvas-app-import.md, section 5). */
    private void repaired(String id, Document wanted, AppDraft draft) {
        if (missing(id, wanted).isEmpty()) {
            return;
        }
        context.progress("publishing lost connection references: repairing");
        Document complete = draft.complete(wanted);
        draft.unleased(() -> {
            client.patchReferences(id, complete);
            return id;
        });
        List<Difference> left = missing(id, wanted);
        if (!left.isEmpty()) {
            throw new MigrationException(
                    "The app \"" + app.displayName() + "\" does not hold what was written into it: "
                            + left.stream().map(Difference::toString).collect(Collectors.joining("; ")),
                    "Look at its connections in Studio");
        }
    }

    private List<Difference> missing(String id, Document wanted) {
        return ReferenceShape.between(wanted, client.get(id).references());
    }

    /** A step of the way, whose failure is told with the state that the app is in. */
    @FunctionalInterface
    private interface Way {
        String go();
    }

    private String telling(Way way) {
        try {
            return way.go();
        } catch (MigrationException e) {
            throw new Unfinished(e.problem() + "; " + state, e);
        }
    }

    /** A failure on the way, with what the service said of the request kept. */
    private static final class Unfinished extends MigrationException {

        private static final long serialVersionUID = 1L;
        private final MigrationException first;

        Unfinished(String problem, MigrationException first) {
            super(problem, first.remedy(), first);
            this.first = first;
        }

        @Override
        public boolean mayHaveHappened() {
            return first.mayHaveHappened();
        }

        @Override
        public String requestId() {
            return first.requestId();
        }
    }
}
