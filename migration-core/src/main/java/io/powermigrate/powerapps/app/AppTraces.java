package io.powermigrate.powerapps.app;

import io.powermigrate.error.MigrationException;
import io.powermigrate.spi.Time;
import io.powermigrate.spi.WriteContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks in the destination for what an import, whose answer was lost, may have made. */
final class AppTraces {

    /** The clocks of two machines differ. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final CanvasApp app;
    private final Optional<String> existing;
    private final WriteContext context;
    private final AppClient client;

    /**
     * Traces of one import.
     *
     * @param existing the app that is updated; empty when a new one is made
     */
    AppTraces(CanvasApp app, Optional<String> existing, WriteContext context) {
        this.app = app;
        this.existing = existing;
        this.context = context;
        this.client = AppClient.of(context.destination());
    }

    Time time() {
        return context.time();
    }

    void arrived(String id) {
        context.arrived(id);
    }

    /**
     * The app that an import since then has made, or has given the wanted document.
     *
     * @throws MigrationException when there are several, or one that holds another document
     */
    Optional<String> appSince(Instant since) {
        if (existing.isPresent()) {
            return existing.filter(id -> holdsDocument(client.get(id).latest()));
        }
        List<AppJson> named = newApps(since);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        List<String> same = named.stream()
                .map(AppJson::name)
                .filter(id -> holdsDocument(client.get(id).latest()))
                .toList();
        if (same.size() == 1) {
            return Optional.of(same.get(0));
        }
        throw undecided(named);
    }

    private MigrationException undecided(List<AppJson> named) {
        String ids = String.join(", ", named.stream().map(AppJson::name).toList());
        return new MigrationException(
                "The import of the app \"" + app.displayName()
                        + "\" may have been started, but which app came of it is not"
                        + " clear: " + context.destination().name() + " holds " + ids
                        + " of that name, made since then",
                "Look at them, bind the right one with Binding.of(\"canvas-app\", \"" + app.id() + "\", \""
                        + named.get(0).name() + "\") or delete what is not wanted, then plan again");
    }

    private List<AppJson> newApps(Instant since) {
        String caller = client.client().callerId().orElse("");
        try (Stream<AppJson> apps = client.list()) {
            return apps.filter(each -> each.displayName().equals(app.displayName()))
                    .filter(each -> !isBefore(each, since.minus(SKEW)))
                    .filter(each -> isBy(each, caller))
                    .toList();
        }
    }

    private static boolean isBefore(AppJson each, Instant since) {
        return each.properties()
                .text("createdTime")
                .or(() -> each.properties().text("lastModifiedTime"))
                .map(text -> parsed(text).isBefore(since))
                .orElse(false);
    }

    /** What cannot be read counts as new: it is then looked at. */
    private static Instant parsed(String time) {
        try {
            return Instant.parse(time);
        } catch (DateTimeException unreadable) {
            return Instant.MAX;
        }
    }

    private static boolean isBy(AppJson each, String caller) {
        String maker = each.properties().text("createdBy", "id").orElse("");
        return caller.isEmpty() || maker.isEmpty() || maker.equalsIgnoreCase(caller);
    }

    /** Whether a definition has the wanted document; it is downloaded, because addresses tell nothing. */
    boolean holdsDocument(AppJson definition) {
        if (definition.documentUri().isEmpty()) {
            return false;
        }
        String normalForm = DocumentFacts.read(
                        definition.displayName(), client.document(definition, context.workspace()), context.workspace())
                .text("normalForm")
                .orElse("");
        return normalForm.equals(app.normalForm());
    }
}
