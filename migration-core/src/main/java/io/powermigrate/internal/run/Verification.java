package io.powermigrate.internal.run;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import io.powermigrate.spi.ResourceReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the destination again until it shows what was written, until the deadline, or until the run is stopped. One list a type serves all steps
 * of a wave.
 */
final class Verification {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final RunContext context;
    private final Endpoint destination;
    private final Parallel parallel;
    private final Stop stop;

    Verification(RunContext context, Endpoint destination, Parallel parallel, Stop stop) {
        this.context = context;
        this.destination = destination;
        this.parallel = parallel;
        this.stop = stop;
    }

    /** Returns when all are settled, or the time is up; what is still open then is unverified. */
    void verify(Collection<? extends ReadBack> runs) {
        Instant deadline = context.time().now().plus(context.patience().verify());
        List<ReadBack> open = open(runs);
        while (!open.isEmpty() && !stop.isStopped()) {
            boolean last = !context.time().now().isBefore(deadline);
            Inventory shown = shown(open);
            new FetchAhead(context.plugins(), parallel).of(listed(open, shown), destination);
            parallel.settle(open, run -> run.verify(shown, destination));
            open = open(open);
            if (last) {
                return;
            }
            if (!open.isEmpty()) {
                pause();
            }
        }
    }

    private void pause() {
        try {
            context.time().sleep(PAUSE);
        } catch (MigrationException interrupted) {
            if (!Thread.interrupted()) {
                throw interrupted;
            }
            stop.byInterrupt();
        }
    }

    private static List<ReadBack> open(Collection<? extends ReadBack> runs) {
        return runs.stream().filter(ReadBack::isOpen).collect(Collectors.toUnmodifiableList());
    }

    private static List<Resource> listed(List<ReadBack> open, Inventory shown) {
        return open.stream()
                .<Resource>flatMap(run -> run.listed(shown).stream())
                .toList();
    }

    private Inventory shown(List<ReadBack> open) {
        Set<String> types = open.stream().map(ReadBack::type).collect(Collectors.toSet());
        List<ResourceReader<?>> readers = context.plugins().readers().stream()
                .filter(reader -> types.contains(reader.type().name()))
                .toList();
        return new ResourceLister(parallel).read(List.of(destination), readers).get(0);
    }
}
