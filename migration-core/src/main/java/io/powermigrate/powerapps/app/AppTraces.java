package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.Limits;
import io.powermigrate.endpoint.ClientKey;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.flight.Looks;
import io.powermigrate.model.Binding;
import io.powermigrate.spi.Operation.Intent;
import io.powermigrate.spi.WriteContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks in the destination for what an import, whose answer was lost, may have made: an app of its name that was not there
 * right before. No clock is asked, since those of two machines differ.
 */
final class AppTraces {

    private static final ClientKey<Names> NAMES =
            new ClientKey<>(Names.class, endpoint -> new Names(new Looks<>(AppClient.of(endpoint)::idsByName)));

    private final CanvasApp app;
    private final Optional<String> existing;
    private final WriteContext context;
    private final Limits limits;
    private final AppClient client;

    /**
     * Traces of one import.
     *
     * @param existing the app that is updated; empty when a new one is made
     */
    AppTraces(CanvasApp app, Optional<String> existing, WriteContext context, Limits limits) {
        this.app = app;
        this.existing = existing;
        this.context = context;
        this.limits = limits;
        this.client = AppClient.of(context.destination());
    }

    /** The ids of the destination's apps by their name, for all apps that are on their way there. */
    record Names(Looks<Map<String, List<String>>> looks) {}

    boolean isUpdate() {
        return existing.isPresent();
    }

    void arrived(String id) {
        context.arrived(id);
    }

    /** The apps that have the name already; none matters where one of them is updated. */
    Set<String> alike() {
        return isUpdate() ? Set.of() : Set.copyOf(named());
    }

    /**
     * The app that an import after the intent has made, or has given the wanted document.
     *
     * @throws MigrationException when there are several, or one that holds another document
     */
    Optional<String> appSince(Intent intent) {
        if (existing.isPresent()) {
            return existing.filter(id -> holdsDocument(client.get(id).latest()));
        }
        List<String> made = named().stream()
                .filter(id -> !intent.alike().contains(id) && !context.hasArrived(id))
                .toList();
        if (made.isEmpty()) {
            return Optional.empty();
        }
        List<String> same = made.stream()
                .filter(id -> holdsDocument(client.get(id).latest()))
                .toList();
        if (same.size() == 1) {
            return Optional.of(same.get(0));
        }
        throw undecided(made);
    }

    private MigrationException undecided(List<String> made) {
        return new MigrationException(
                "The import of the app \"" + app.displayName()
                        + "\" may have been started, but which app came of it is not clear: "
                        + context.destination().name() + " holds " + String.join(", ", made)
                        + " of that name, which were not there before",
                "Look at them, bind the right one with such a line as "
                        + Binding.of(CanvasApp.TYPE, app.id(), made.get(0)).toCode()
                        + " or delete what is not wanted, then plan again");
    }

    /** The service no longer knows the job, and shows no app of it. */
    MigrationException forgotten() {
        String destination = context.destination().name();
        return new MigrationException(
                "The import of the app \"" + app.displayName() + "\" was started, but " + destination
                        + " no longer knows the job and shows no app of it",
                "Look in " + destination + " for the app; bind it if it is there, else call journal.notStarted("
                        + "CanvasApp.TYPE.key(\"" + app.displayName()
                        + "\"), \"<who looked>\", Instant.now()), then plan again");
    }

    /** By a list whose reading began after this was asked. */
    private List<String> named() {
        return context.destination().client(NAMES).looks().now().getOrDefault(app.displayName(), List.of());
    }

    /** Whether a definition has the wanted document; it is downloaded, because addresses tell nothing. */
    boolean holdsDocument(AppJson definition) {
        if (definition.documentUri().isEmpty()) {
            return false;
        }
        String normalForm = DocumentFacts.read(
                        definition.displayName(),
                        client.document(definition, context.workspace(), limits),
                        context.workspace(),
                        limits)
                .text("normalForm")
                .orElse("");
        return normalForm.equals(app.normalForm());
    }
}
