package io.powermigrate.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.journal.Entry.State;
import io.powermigrate.journal.Journal;
import io.powermigrate.journal.StepLog;
import io.powermigrate.journal.Subject;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.time.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A service that keeps a history shows what ended long ago: who looks for a new start is told of it. */
class EndedOperationsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);

    private final Journal journal = Journal.inMemory();

    private StepLog log(String id, String wish) {
        return journal.steps(new Subject("dev", "prod", new ResourceKey("app", id), id, wish), CLOCK);
    }

    /** Its answer is lost, and it looks at once. */
    private static final class Lost implements Operation<String> {

        private final List<Set<String>> ended = new ArrayList<>();

        @Override
        public String start() {
            throw new LateService.Lost();
        }

        @Override
        public Optional<String> find(Intent intent) {
            ended.add(intent.ended());
            return Optional.of("job 3");
        }

        @Override
        public String await(String reference) {
            return reference;
        }
    }

    @Test
    void what_an_earlier_run_saw_end_is_not_what_was_started_now() {
        log("a1", "wish").write("import", State.STARTED, "job 0");
        log("a1", "wish").write("import", State.DONE, "job 0");
        log("a1", "another wish").write("import", State.FAILED, "job 1");
        log("a1", "wish").write("publish", State.DONE, "job 2");
        log("a2", "wish").write("import", State.DONE, "job of another one");
        Lost operation = new Lost();
        Time time = new Time(CLOCK, pause -> {});
        JournaledSteps.Sight sight = new JournaledSteps.Sight("Contoso Prod", Duration.ofMinutes(3), id -> true);
        assertThat(new JournaledSteps(log("a1", "third wish"), time, sight).run("import", operation))
                .isEqualTo("job 3");
        assertThat(operation.ended).containsExactly(Set.of("job 0", "job 1"));
    }
}
