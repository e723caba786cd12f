package io.powermigrate.internal.run;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Resource;
import io.powermigrate.spi.Migrator;
import io.powermigrate.spi.WriteContext;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a counterpart once more right before it is overwritten: what somebody changed meanwhile must not be lost. */
final class Counterparts<R extends Resource> {

    private final Migrator<R> migrator;
    private final WriteContext.Setting setting;
    private final Endpoint destination;

    Counterparts(Migrator<R> migrator, WriteContext.Setting setting) {
        this.migrator = migrator;
        this.setting = setting;
        this.destination = setting.destination().limitedTo(Effect.READ);
    }

    /**
     * The counterpart as it is now.
     *
     * @throws MigrationException when it is gone, or not what the plan saw
     */
    R requireUnchanged(R planned) {
        R now = now(planned)
                .orElseThrow(() -> new MigrationException(
                        named(planned) + " was not updated because " + destination.name() + " no longer has it",
                        "Plan again, and approve what that plan says"));
        if (!now.fingerprint().equals(planned.fingerprint())
                || !now.displayName().equals(planned.displayName())) {
            throw new MigrationException(
                    named(planned) + " was not updated because somebody changed it in " + destination.name()
                            + " after the plan was made: " + changes(planned, now),
                    "Plan again, and approve what that plan says");
        }
        return now;
    }

    /** A type without details is as it is listed. */
    private Optional<R> now(R planned) {
        R fetched = migrator.fetch(planned, destination, setting.workspace());
        if (fetched != planned) {
            return Optional.of(fetched);
        }
        try (Stream<R> listed = migrator.list(destination)) {
            return listed.filter(each -> each.id().equalsIgnoreCase(planned.id()))
                    .findFirst();
        }
    }

    private String changes(R planned, R now) {
        if (!now.displayName().equals(planned.displayName())) {
            return "it is called \"" + now.displayName() + "\" now";
        }
        String differences = migrator.differences(planned, now).stream()
                .map(Difference::toString)
                .collect(Collectors.joining("; "));
        return differences.isEmpty() ? "its content is another one" : differences;
    }

    private static String named(Resource resource) {
        return resource.key() + " (id " + resource.id() + ")";
    }
}
