package io.powermigrate.spi;

import io.powermigrate.error.MigrationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A service that makes apps, shows them late, and loses answers. */
final class LateService implements Operation<String> {

    final TreeSet<String> made = new TreeSet<>();
    final List<String> calls = new ArrayList<>();
    Duration shownAfter = Duration.ZERO;
    Instant started = Instant.MAX;
    Runnable takesItsTime = () -> {};
    boolean losesAnswer;
    boolean takesNothing;
    boolean failsAtTheEnd;
    boolean refuses;
    boolean repeatable;

    private final Clock clock;

    LateService(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void prepare() {
        calls.add("prepare");
    }

    @Override
    public Set<String> alike() {
        return shown();
    }

    private Set<String> shown() {
        Instant now = clock.instant();
        boolean late = now.isBefore(started == Instant.MAX ? now : started.plus(shownAfter));
        return late ? Set.of() : Set.copyOf(made);
    }

    @Override
    public String start() {
        calls.add("start");
        takesItsTime.run();
        if (!takesNothing) {
            started = clock.instant();
            made.add("x" + made.size());
        }
        if (losesAnswer) {
            throw new Lost();
        }
        return "job of " + made.last();
    }

    @Override
    public Optional<String> find(Intent intent) {
        return shown().stream()
                .filter(id -> !intent.alike().contains(id))
                .map("job of "::concat)
                .findFirst();
    }

    @Override
    public boolean mayRepeat() {
        return repeatable;
    }

    @Override
    public boolean isRefusal(MigrationException answer) {
        return refuses;
    }

    @Override
    public String await(String reference) {
        calls.add("await");
        if (failsAtTheEnd) {
            failsAtTheEnd = false;
            throw new OperationFailedException("the job failed", "Try again", "");
        }
        return reference.substring("job of ".length());
    }

    long starts() {
        return calls.stream().filter("start"::equals).count();
    }

    /** The answer of a service that nobody heard. */
    static final class Lost extends MigrationException {

        private static final long serialVersionUID = 1L;

        Lost() {
            super("the answer was lost", "Look first");
        }

        @Override
        public boolean mayHaveHappened() {
            return true;
        }
    }
}
