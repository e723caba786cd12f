package io.powermigrate.internal.run;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Depth;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Outcome;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the destination shows of one resource that was written. Used by one thread at a time. */
final class Sighting<R extends Resource> {

    private final ResourceReader<R> reader;
    private final Workspace workspace;
    private String shows = "the destination was not read again";

    Sighting(ResourceReader<R> reader, Workspace workspace) {
        this.reader = reader;
        this.workspace = workspace;
    }

    /** Why nothing can be seen of it. */
    void shows(String why) {
        shows = why;
    }

    /** What is listed, in full, if it is as wanted. */
    Optional<R> asWanted(R wanted, Optional<R> listed, Inventory shown, Endpoint destination) {
        if (listed.isEmpty()) {
            shows = shown.coverage(reader.type().name())
                    .filter(coverage -> !coverage.isReadable())
                    .map(Coverage::reason)
                    .orElse("written, but not visible");
            return Optional.empty();
        }
        try {
            R one = reader.type().of(Depth.fetched(listed.get().item()));
            R actual = reader.fetch(one, destination, workspace);
            List<Difference> differences = reader.differences(wanted, actual);
            shows = differences.stream().map(Difference::toString).collect(Collectors.joining("; "));
            return differences.isEmpty() ? Optional.of(actual) : Optional.empty();
        } catch (MigrationException e) { // it is written; that it cannot be read yet does not undo that
            shows = e.problem();
        } catch (RuntimeException | Error e) {
            shows = reader.getClass().getName() + " threw " + e;
        }
        return Optional.empty();
    }

    /** It was not shown as wanted in time. */
    Outcome unverified(Step step, String destinationId, Duration patience) {
        return new Outcome(
                step.key(),
                step.action(),
                Outcome.State.UNVERIFIED,
                destinationId,
                shows + " after " + patience.toSeconds() + " s",
                "Look at it in the destination, then plan again: it comes out SKIP if all is well",
                "",
                List.of());
    }
}
